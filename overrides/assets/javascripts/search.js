/**
 * What the search box has besides the theme's: help where there are no results, “Vai domājāt …?”,
 * and an index that is on its way before the first letter.
 *
 * @typedef {object} Answer - what the search worker says; see search/engine.js
 * @property {unknown[]} items
 * @property {number} [total] - pages found, of which the list has the best
 * @property {string} [suggestion] - the query as the pages spell it
 * @property {boolean} [failed] - whether the index could not be fetched
 */

const box = document.querySelector(".md-search");
const input = /** @type {HTMLInputElement | null} */ (box?.querySelector(".md-search__input"));
const count = /** @type {HTMLElement | null} */ (box?.querySelector(".md-search-result__meta"));
const help = /** @type {HTMLElement | null} */ (box?.querySelector(".search-help"));

if (input && count && help) {
  let found = false;

  // `component$` is the theme's own stream of what its components show.
  window.component$.subscribe((/** @type {Answer & {ref: HTMLElement}} */ component) => {
    if (component.ref.dataset.mdComponent !== "search-result") return;
    const { items, total = 0 } = component;
    found = items.length > 0;
    if (total > items.length) {
      const text = count.dataset.more ?? "";
      count.textContent = text.replace("#", `${total}`).replace("@", `${items.length}`);
    }
    help.replaceChildren(...parts(component, help));
  });

  input.addEventListener("focus", () => {
    if (input.value === "") wake(input);
  });
  if (input === document.activeElement) wake(input);

  input.addEventListener("keydown", (event) => {
    // With no result the theme would take the first link of the help for the best one.
    if (event.key === "Enter" && !found) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  help.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest("a[href^='?q=']");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    input.value = link.textContent ?? "";
    input.focus();
    typed(input);
  });
}

/**
 * What stands between the count and the results.
 *
 * @param {Answer} answer
 * @param {HTMLElement} help
 * @returns {(Node | string)[]}
 */
function parts({ items, suggestion, failed }, help) {
  if (failed) return [help.dataset.failed ?? ""];
  if (suggestion) {
    const part = copy("search-suggestion");
    const link = /** @type {HTMLAnchorElement} */ (part.querySelector("a"));
    link.search = new URLSearchParams({ q: suggestion }).toString();
    /** @type {HTMLElement} */ (link.firstElementChild).textContent = suggestion;
    return [part];
  }
  return items.length ? [] : [copy("search-start")];
}

/** @param {string} id */
function copy(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
}

/**
 * Have the worker fetch the index: for it, any query that is not empty is a sign that the search is open.
 * What stands in the box stays: an address with `?q=…` has filled it before this script runs.
 *
 * @param {HTMLInputElement} input
 */
function wake(input) {
  const words = input.value;
  input.value = " ";
  typed(input);
  input.value = words;
  typed(input);
}

/**
 * Tell the theme that the query has changed; it listens to keys.
 *
 * @param {HTMLInputElement} input
 */
function typed(input) {
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}
