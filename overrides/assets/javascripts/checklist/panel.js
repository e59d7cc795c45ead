/** The panel above a checklist: how far one is, whose items and from when are shown, print, begin anew. */

import { changedText, count, part, say } from "./parts.js";
import { ownProject } from "./rows.js";
import { cleared, countDone, currentProject, withEntries } from "./state.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./rows.js").Row} Row */

/**
 * @param {HTMLElement} panel
 * @param {Store} store
 * @param {() => string[]} items Ids of those that are counted.
 */
export function withProgress(panel, store, items) {
  const bar = part(panel, "bar");
  const show = () => {
    const done = countDone(currentProject(store.state)?.entries ?? {}, items());
    bar.max = Math.max(items().length, 1);
    bar.value = done;
    changedText(part(panel, "progress"), say("progress", { done, all: items().length }));
  };
  store.listen(show);
  show();
}

/**
 * @param {HTMLElement} panel
 * @param {Row[]} rows
 */
export function withFilter(panel, rows) {
  const who = part(panel, "who");
  const when = part(panel, "when");
  offered(who, new Set(rows.flatMap((row) => row.who)));
  offered(when, new Set(rows.map((row) => row.when)));
  const show = () => {
    const shown = rows.filter((row) => fits(row, who.value, when.value));
    for (const row of rows) {
      row.line.hidden = !shown.includes(row);
    }
    for (const { heading, rows: own, others } of sections()) {
      heading.hidden = own.every((each) => each.hidden);
      for (const other of others) {
        other.hidden = heading.hidden;
      }
    }
    const words = [who.value, when.value].filter(Boolean).join(" · ");
    const text = count("shown", shown.length, { all: rows.length, words });
    changedText(part(panel, "shown"), words && text);
  };
  who.addEventListener("change", show);
  when.addEventListener("change", show);
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.closest("[hidden]")) {
      who.value = when.value = "";
      show();
      target.scrollIntoView();
    }
  });
}

/**
 * @param {HTMLElement} panel
 * @param {Store} store
 * @param {string[]} ids Of everything the page lets one tick.
 */
export function withReset(panel, store, ids) {
  part(panel, "print").addEventListener("click", () => window.print());
  part(panel, "reset").addEventListener("click", () => {
    const project = currentProject(store.state);
    const before = Object.fromEntries(ids.flatMap((id) => (project?.entries[id] ? [[id, project.entries[id]]] : [])));
    store.change((state) => withEntries(state, ownProject(state), cleared(Object.keys(before)), Date.now()));
    undoable(panel, say("reset.done"), () =>
      store.change((state) => withEntries(state, project?.id ?? ownProject(state), before, Date.now())),
    );
  });
}

/**
 * Says what was done and lets the reader take it back; stays until the next such message.
 * @param {HTMLElement} panel
 * @param {string} text
 * @param {() => void} undo
 */
export function undoable(panel, text, undo) {
  const button = part(panel, "undo");
  changedText(part(panel, "notice"), text);
  part(panel, "undoable").hidden = false;
  button.hidden = false;
  button.onclick = () => {
    undo();
    button.hidden = true;
    changedText(part(panel, "notice"), say("undone"));
  };
  button.focus();
}

/** @param {HTMLSelectElement} select @param {Set<string>} values */
function offered(select, values) {
  for (const value of values) {
    if (value) {
      select.append(new Option(value, value));
    }
  }
  /** @type {HTMLElement} */ (select.parentElement).hidden = values.size < 2;
}

/** @param {Row} row @param {string} who @param {string} when @returns {boolean} */
function fits(row, who, when) {
  return (!who || row.who.includes(who)) && (!when || row.when === when);
}

/**
 * Headings of lists, outer before inner, each with the rows under it and whatever else is there.
 * @returns {Array<{heading: HTMLElement, rows: HTMLElement[], others: HTMLElement[]}>}
 */
function sections() {
  const marks = '[id^="list-"], li:has(.task), li:has(.choice), .minimum';
  const marked = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(marks))];
  const isHeading = (/** @type {HTMLElement} */ each) => each.id.startsWith("list-");
  return marked.filter(isHeading).map((heading) => {
    const start = marked.indexOf(heading) + 1;
    const end = marked.findIndex((each, at) => at >= start && isHeading(each) && each.tagName <= heading.tagName);
    const below = marked.slice(start, end < 0 ? undefined : end).filter((each) => !isHeading(each));
    const rows = below.filter((each) => each.querySelector(".task"));
    return { heading, rows, others: below.filter((each) => !rows.includes(each)) };
  });
}
