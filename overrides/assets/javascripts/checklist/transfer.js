/** Handing projects over: save them to a file, copy a link, take in what another has saved. */

import { asFragment, asText, fromFragment, fromText, isHandover, LARGEST } from "./handover.js";
import { loadCatalogue } from "./catalogue.js";
import { changedText, count, download, nameOf, part, say, today } from "./parts.js";
import { Refused } from "./schema.js";
import { currentProject, unknownItems, withMoved, withTakenProject } from "./state.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./state.js").Project} Project */

/** Longer links are cut by some mail programs and chats. */
const LONG_LINK = 8000;

/** @param {HTMLElement} panel @param {Store} store */
export function withTransfer(panel, store) {
  part(panel, "save").addEventListener("click", () => saved(panel, store));
  part(panel, "link").addEventListener("click", () => linked(panel, store));
  part(panel, "file").addEventListener("change", async (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    if (file) {
      await offered(panel, store, async () => fromText(file.size > LARGEST ? "" : await file.text()));
      input.value = "";
    }
  });
  const arrived = () => {
    const fragment = location.hash;
    if (isHandover(fragment)) {
      history.replaceState(null, "", location.pathname + location.search);
      offered(panel, store, () => fromFragment(fragment));
    }
  };
  window.addEventListener("hashchange", arrived);
  arrived();
}

/** @param {HTMLElement} panel @param {Store} store */
function saved(panel, store) {
  const project = currentProject(store.state);
  if (project) {
    const name = nameOf(project).replace(/[^\p{L}\p{N}]+/gu, "-");
    download(`${name}-${today()}.json`, "application/json", asText([project]));
    store.savedElsewhere();
  }
  told(panel, say(project ? "handover.saved" : "handover.nothing"));
}

/** @param {HTMLElement} panel @param {Store} store */
async function linked(panel, store) {
  const project = currentProject(store.state);
  if (!project) {
    told(panel, say("handover.nothing"));
    return;
  }
  const address = part(panel, "address");
  const link = new URL(part(panel, "link").dataset.page, location.href).href + (await asFragment(project));
  part(panel, "addressed").hidden = false;
  address.value = link;
  address.select();
  const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
  const words = say(copied ? "handover.copied" : "handover.copy");
  told(panel, link.length > LONG_LINK ? `${words} ${say("handover.long")}` : words);
}

/**
 * Shows what was received; nothing changes before the reader takes it, and nothing at all if it is not whole.
 * @param {HTMLElement} panel
 * @param {Store} store
 * @param {() => Promise<Project[]>} read
 */
async function offered(panel, store, read) {
  const offer = part(panel, "offer");
  try {
    const received = await read();
    const catalogue = await loadCatalogue();
    const moved = received.map((project) => withMoved(project, catalogue?.retired ?? {}));
    part(panel, "offers").replaceChildren(...moved.map((project) => described(store, project, catalogue?.known)));
    part(panel, "take").onclick = () => {
      store.change((state) => moved.reduce((taken, project) => withTakenProject(taken, project, Date.now()), state));
      offer.hidden = true;
      told(panel, say("handover.taken", { name: nameOf(moved.at(-1)) }));
    };
    part(panel, "refuse").onclick = () => {
      offer.hidden = true;
      told(panel, say("handover.refused"));
    };
    told(panel, "");
    part(panel, "transfer").open = true;
    offer.hidden = false;
    part(panel, "offering").focus();
  } catch (error) {
    offer.hidden = true;
    told(panel, say(error instanceof Refused && error.reason === "newer" ? "handover.newer" : "handover.damaged"));
  }
}

/**
 * @param {Store} store
 * @param {Project} project
 * @param {Set<string> | undefined} known Ids of this site; unknown where they could not be asked for.
 * @returns {HTMLElement}
 */
function described(store, project, known) {
  const entries = Object.values(project.entries);
  const done = entries.filter((entry) => entry.done).length;
  const notes = entries.filter((entry) => entry.note).length;
  const unknown = known ? unknownItems(project, known).length : 0;
  const line = document.createElement("li");
  line.textContent = [
    `${nameOf(project)}: ${count("handover.done", done)}, ${count("handover.notes", notes)}.`,
    store.state.projects[project.id]?.deleted === false ? say("handover.known") : "",
    unknown ? count("handover.unknown", unknown) : "",
  ].join(" ");
  return line;
}

/** @param {HTMLElement} panel @param {string} text */
function told(panel, text) {
  part(panel, "transfer").open ||= Boolean(text);
  changedText(part(panel, "told"), text);
}
