/** Activities chosen for an application, counted against the least each cluster needs. */

import { changedText, count, say } from "./parts.js";
import { boundBox } from "./rows.js";
import { countDone, currentProject } from "./state.js";

/**
 * @param {import("./store.js").Store} store
 * @returns {string[]} Ids of the activities the page lets one choose.
 */
export function withClusters(store) {
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-activity]"))];
  for (const box of boxes) {
    boundBox(store, activityOf(box), box);
  }
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-minimum]"))) {
    const own = boxes.filter((box) => box.dataset.cluster === note.dataset.cluster).map(activityOf);
    counted(store, note, own);
  }
  return boxes.map(activityOf);
}

/** @param {import("./store.js").Store} store @param {HTMLElement} note @param {string[]} activities */
function counted(store, note, activities) {
  const minimum = Number(note.dataset.minimum);
  const status = document.createElement("strong");
  status.setAttribute("role", "status");
  status.lang = document.documentElement.lang;
  note.append(" ", status);
  const show = () => {
    const chosen = countDone(currentProject(store.state)?.entries ?? {}, activities);
    const missing = minimum - chosen;
    status.classList.toggle("minimum-met", missing <= 0);
    const verdict = missing > 0 ? count("chosen.missing", missing) : say("chosen.enough");
    changedText(status, `${say("chosen", { chosen, minimum })} ${verdict}`);
  };
  store.listen(show);
  show();
}

/** @param {HTMLInputElement} box @returns {string} */
function activityOf(box) {
  return box.dataset.activity ?? "";
}
