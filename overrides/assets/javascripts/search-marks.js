/** Marks on a page the words that the search found in it (`?h=…`), in whatever inflection they stand there. */

const WORD = /[\p{L}\p{N}]+/gu;
const asked = new URLSearchParams(location.search).get("h");
const content = document.querySelector(".md-content");

if (asked && content) {
  const { LANGUAGES } = await import("./search/languages.js");
  const language = LANGUAGES[document.documentElement.lang];
  const stems = new Set((asked.match(WORD) ?? []).map(language.stem));
  for (const text of texts(content)) mark(text, (word) => stems.has(language.stem(word)));
}

/**
 * The running text of an element.
 *
 * @param {Element} element
 */
function texts(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = /** @type {Text[]} */ ([]);
  while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  return found.filter((text) => !text.parentElement?.closest("script, style, svg, .headerlink"));
}

/**
 * @param {Text} text
 * @param {(word: string) => boolean} wanted
 */
function mark(text, wanted) {
  const hits = [...text.data.matchAll(WORD)].filter(([word]) => wanted(word));
  for (const hit of hits.reverse()) {
    const word = text.splitText(/** @type {number} */ (hit.index));
    word.splitText(hit[0].length);
    const element = document.createElement("mark");
    element.className = "search-mark";
    word.replaceWith(element);
    element.append(word);
  }
}
