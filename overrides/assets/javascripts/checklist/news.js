/** What a checklist has that it had not when the reader was here last. */

import { copied, count, part, say } from "./parts.js";
import { currentProject, fingerprint, news, withVisit } from "./state.js";

/**
 * Visits are noted from the first tick on: before it there is nothing that a change could touch.
 * @param {HTMLElement} panel
 * @param {import("./store.js").Store} store
 * @param {import("./rows.js").Row[]} rows
 */
export function withNews(panel, store, rows) {
  const page = location.pathname;
  const texts = Object.fromEntries(rows.map((row) => [row.id, fingerprint(row.text)]));
  const seen = () => store.change((state) => withVisit(state, page, texts, Date.now()));
  const found = news(store.state.visits[page], texts);
  store.listen(() => currentProject(store.state) && !store.state.visits[page] && seen());
  if (!found.added.length && !found.changed.length && !found.removed.length) {
    return;
  }
  const box = copied("checklist-news");
  const lines = rows.flatMap((row) =>
    ["added", "changed"].filter((kind) => found[/** @type {"added"} */ (kind)].includes(row.id)).map((kind) => link(row, kind)),
  );
  if (found.removed.length) {
    lines.push(document.createElement("li"));
    lines[lines.length - 1].textContent = count("news.removed", found.removed.length);
  }
  part(box, "lines").replaceChildren(...lines);
  part(box, "seen").addEventListener("click", () => {
    seen();
    box.remove();
    part(panel, "project").focus();
  });
  panel.prepend(box);
}

/** @param {import("./rows.js").Row} row @param {string} kind @returns {HTMLElement} */
function link(row, kind) {
  const line = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = `#${row.id}`;
  anchor.textContent = row.text;
  anchor.lang = /** @type {HTMLElement} */ (row.element.closest("[lang]")).lang;
  line.append(`${say(`news.${kind}`)} `, anchor);
  return line;
}
