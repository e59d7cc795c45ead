/** Copies of the templates in partials/checklist.html, their parts and their words. */

/**
 * @param {string} id Of a template.
 * @returns {HTMLElement} A copy, marked with the language of the controls, which may differ from the text around it.
 */
export function copied(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const copy = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
  copy.lang = document.documentElement.lang;
  return copy;
}

/**
 * @param {ParentNode} root
 * @param {string} name What the element says in `data-part`.
 * @returns {any} The element, of whatever kind the template gives it.
 */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/** @type {Record<string, string>} */
const WORDS = Object.fromEntries(
  [...templateOf("checklist-words").querySelectorAll("[data-word]")].map((word) => [
    /** @type {HTMLElement} */ (word).dataset.word,
    word.textContent,
  ]),
);
const PLURALS = new Intl.PluralRules(document.documentElement.lang);

/**
 * @param {string} key
 * @param {Record<string, string | number>} values For what stands in braces.
 * @returns {string}
 */
export function say(key, values = {}) {
  return WORDS[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * @param {string} key Of a text with forms by number: Latvian has three (10 darbību, 21 darbība, 2 darbības).
 * @param {number} count
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function count(key, count, values = {}) {
  const form = `${key}.${PLURALS.select(count)}`;
  return say(form in WORDS ? form : `${key}.other`, { ...values, count });
}

/**
 * A text is only set when it is another one, so that a screen reader says it once.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function changedText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** @param {import("./state.js").Project | undefined} project @returns {string} */
export function nameOf(project) {
  return project?.name || say("project.unnamed");
}

/** @param {string} day ISO date. @returns {string} “2026. gada 21. novembris”. */
export function dated(day) {
  const date = new Date(`${day}T12:00:00`);
  return Number.isNaN(date.valueOf())
    ? day
    : date.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
}

/** @returns {string} Today where the reader is, as an ISO date. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((each) => String(each).padStart(2, "0")).join("-");
}

/** @returns {string} A new id of a project. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `p-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {string} name Of the file. @param {string} type @param {string} text */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {string} id @returns {DocumentFragment} */
function templateOf(id) {
  return /** @type {HTMLTemplateElement} */ (document.getElementById(id)).content;
}
