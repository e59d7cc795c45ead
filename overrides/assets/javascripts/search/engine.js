/** What the worker does, without the messages: open an index, answer a query. */

import { Index } from "./index.js";
import { LANGUAGES } from "./languages.js";
import { read } from "./query.js";
import { rank } from "./rank.js";
import { results, suggestion } from "./results.js";

const REHEARSALS = 20;
/** What is asked of a heading: without its first letter, for misspelt words, and as a rule with a word unfinished. */
const REHEARSED = 12;

/**
 * Read an index while it arrives: given as soon as it has the headings, complete when the generator ends.
 *
 * @param {string} language
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<Index>}
 */
export async function* open(language, body) {
  let index;
  let page = 0;
  for await (const row of rows(body)) {
    if (index) {
      index.addTexts(page, row);
      page += 1;
    } else {
      index = new Index(row, LANGUAGES[language]);
      yield index;
    }
  }
}

/**
 * The answer to a query, as the theme's result list and our own parts of it want it.
 *
 * @param {Index} index
 * @param {string} query
 */
export function search(index, query) {
  const wanted = read(index, query);
  const found = rank(index, wanted);
  return { items: results(index, wanted, found), total: found.length, suggestion: suggestion(index, query, wanted) };
}

/**
 * Search for some of what is there, a little at a time: the browser compiles the search before a key needs it.
 *
 * @param {Index} index
 */
export async function rehearse(index) {
  for (const { heading } of index.sections.slice(0, REHEARSALS)) {
    await new Promise((resolve) => setTimeout(resolve));
    search(index, index.read(heading, (word) => word).slice(1, REHEARSED));
  }
}

/**
 * The elements of a JSON array that has one on each line.
 *
 * @param {ReadableStream<Uint8Array>} body
 */
async function* rows(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.length > 1) yield JSON.parse(line.replace(/,$/, ""));
    }
  }
}
