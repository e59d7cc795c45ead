/** Marks on a page the words that the search found in it (`?h=…`), in whatever inflection they stand there. */

const asked = new URLSearchParams(location.search).get("h");
const content = document.querySelector(".md-content");

if (asked && content) {
  const { LANGUAGES } = await import("./search/languages.js");
  const { words } = await import("./search/stemmer.js");
  const { stem } = LANGUAGES[document.documentElement.lang];
  const stems = new Set(Array.from(words(asked), ([word]) => stem(word)));
  for (const text of texts(content)) {
    mark(text, Array.from(words(text.data)).filter(([word]) => stems.has(stem(word))));
  }
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
 * @param {RegExpMatchArray[]} hits - words of it
 */
function mark(text, hits) {
  for (const hit of hits.reverse()) {
    const word = text.splitText(/** @type {number} */ (hit.index));
    word.splitText(hit[0].length);
    const element = document.createElement("mark");
    element.className = "search-mark";
    word.replaceWith(element);
    element.append(word);
  }
}
