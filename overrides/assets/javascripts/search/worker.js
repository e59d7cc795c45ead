/**
 * The search worker behind the theme's search box.
 *
 * It speaks the protocol of the theme's own worker, except that it needs no setup: it says that it is ready,
 * fetches the index of its language (the part of its address after #) when the reader first asks for something,
 * and answers at once with what has arrived. The theme starts it as a classic script, hence import().
 */

const READY = 1;
const QUERY = 2;
const RESULT = 3;

const language = self.location.hash.slice(1);
const engine = import("./engine.js");
/** @type {Promise<void> | undefined} */
let loading;
/** @type {import("./index.js").Index | undefined} */
let index;
let complete = false;
let query = "";

/** Read the index line by line; with the first line there is an answer, with the last a full one. */
async function load() {
  const { open, rehearse } = await engine;
  const response = await fetch(new URL(`../../../search/${language}.json`, self.location.href));
  if (!response.ok || !response.body) throw new Error(`the index: ${response.status}`);
  for await (const opened of open(language, response.body)) {
    index = opened;
    await answer();
  }
  complete = true;
  await answer();
  if (index) await rehearse(index);
}

/** Answer the query; what the headings alone cannot answer waits for the texts. */
async function answer() {
  const { search } = await engine;
  const data = index && query.trim() ? search(index, query) : { items: [], suggestion: "" };
  const sure = complete || !query.trim() || (data.items.length > 0 && !data.suggestion);
  if (sure) postMessage({ type: RESULT, data: { ...data, complete } });
}

/** @param {unknown} error */
function fail(error) {
  console.error("search:", error);
  loading = undefined;
  index = undefined;
  postMessage({ type: RESULT, data: { items: [], failed: true } });
}

addEventListener("message", ({ data: message }) => {
  if (message.type !== QUERY) return;
  query = message.data;
  if (query) loading ??= load().catch(fail);
  if (index || !query) answer().catch(fail);
});

postMessage({ type: READY });
