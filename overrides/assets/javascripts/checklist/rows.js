/** The rows of a page: boxes that remember, a date and a note for each. */

import { copied, dated, newId, part, say, today } from "./parts.js";
import { currentProject, entryOf, isLive, ticked, withEntries } from "./state.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {{id: string, text: string, who: string[], when: string, element: HTMLElement, line: HTMLElement}} Row */

const PAUSE = 400;

/** @returns {Row[]} The items the page shows. */
export function rowsOf() {
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".task"))].map((element) => ({
    id: element.id,
    text: element.querySelector("label")?.textContent ?? "",
    who: (element.dataset.who ?? "").split(", "),
    when: element.dataset.when ?? "",
    element,
    line: /** @type {HTMLElement} */ (element.closest("li")),
  }));
}

/** @param {Store} store @param {Row[]} rows */
export function enliven(store, rows) {
  for (const row of rows) {
    boundBox(store, row.id, row.element.querySelector("input"));
    withRecord(store, row);
  }
}

/**
 * Ties a box to the entry of the same id.
 * @param {Store} store
 * @param {string} id
 * @param {HTMLInputElement | null} box
 */
export function boundBox(store, id, box) {
  if (!box) {
    return;
  }
  const show = () => {
    box.checked = entryOf(store.state, id).done;
  };
  box.addEventListener("change", () => {
    const done = box.checked;
    store.change((state) =>
      withEntries(state, ownProject(state), { [id]: ticked(entryOf(state, id), done, today()) }, Date.now()),
    );
  });
  store.listen(show);
  show();
}

/** @param {Store} store @param {Row} row */
function withRecord(store, row) {
  const button = copied("checklist-edit");
  const record = copied("checklist-record");
  const form = part(record, "form");
  record.id = `record-${row.id}`;
  button.setAttribute("aria-controls", record.id);
  button.setAttribute("aria-label", say("edit.of", { item: row.text }));
  button.addEventListener("click", () => {
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) {
      part(record, "note").focus();
    }
  });
  row.element.append(button);
  (row.element.closest("p") ?? row.element).after(record);
  const show = () => shown(store, row, record);
  for (const name of /** @type {const} */ (["date", "note"])) {
    keptField(store, row.id, name, part(record, name));
  }
  record.addEventListener("focusout", show);
  store.listen(show);
  show();
}

/** @param {Store} store @param {Row} row @param {HTMLElement} record */
function shown(store, row, record) {
  const { date, note, done } = entryOf(store.state, row.id);
  for (const [name, value] of [["date", date], ["note", note]]) {
    const field = part(record, name);
    if (field !== document.activeElement && field.value !== value) {
      field.value = value;
    }
  }
  const day = date && say(done ? "done.on" : "date.is", { date: dated(date) });
  part(record, "day").textContent = day;
  part(record, "words").textContent = note;
  part(record, "text").hidden = !date && !note;
}

/**
 * A field that is kept a moment after typing stops, and at once when it or the page is left; in the project
 * in which typing began, even if another tab has changed to another since.
 * @param {Store} store
 * @param {string} id
 * @param {"date" | "note"} name
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
function keptField(store, id, name, field) {
  let waiting = 0;
  let project = "";
  const keep = () => {
    clearTimeout(waiting);
    waiting = 0;
    store.change((state) =>
      withEntries(state, isLive(state, project) ? project : ownProject(state), { [id]: { [name]: field.value } }, Date.now()),
    );
  };
  field.addEventListener("input", () => {
    project = waiting ? project : ownProject(store.state);
    clearTimeout(waiting);
    waiting = window.setTimeout(keep, PAUSE);
  });
  for (const leaving of ["blur", "change"]) {
    field.addEventListener(leaving, () => waiting && keep());
  }
  window.addEventListener("pagehide", () => waiting && keep());
}

/** @param {import("./state.js").State} state @returns {string} The id of the current project, or of one to begin. */
export function ownProject(state) {
  return currentProject(state)?.id ?? newId();
}
