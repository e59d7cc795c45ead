/** What a query asks for: its words, each with what it means and how else it may be said. */

import { exactly, match } from "./match.js";
import { words } from "./stemmer.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./match.js").Match} Match */

/**
 * @typedef {object} Wanted - a word or phrase of the query
 * @property {Match[]} words
 * @property {Match[][]} synonyms - other words or phrases that mean the same
 */

/** How much of a query is looked at; a longer one is a pasted text. */
const MOST_WORDS = 32;
const MOST_LETTERS = 1000;

/**
 * What a query asks for; function words count only where there are no others.
 *
 * @param {Index} index
 * @param {string} query - as typed
 * @returns {Wanted[]}
 */
export function read(index, query) {
  const { functionWords, stem } = index.language;
  const text = query.slice(0, MOST_LETTERS).normalize("NFC");
  const typed = Array.from(words(text), ([word]) => word).slice(0, MOST_WORDS);
  const stems = typed.map(stem);
  const telling = stems.some((each) => !functionWords.has(each));
  /** @type {Map<string, Wanted>} */
  const wanted = new Map();
  for (let place = 0; place < typed.length; ) {
    const { length, synonyms } = phraseAt(index, stems, place);
    const own = typed.slice(place, place + length);
    if (length > 1 || !telling || !functionWords.has(stems[place])) {
      const unfinished = typed.length - 1;
      const matches = own.map((word, offset) => match(index, word, place + offset === unfinished, synonyms.length > 0));
      wanted.set(stems.slice(place, place + length).join(" "), { words: matches, synonyms });
    }
    place += length;
  }
  return [...wanted.values()];
}

/**
 * The longest phrase with synonyms that begins at a place of the query, else the word there.
 *
 * @param {Index} index
 * @param {string[]} stems
 * @param {number} place
 */
function phraseAt(index, stems, place) {
  for (let length = Math.min(index.longestPhrase, stems.length - place); length > 0; length--) {
    const group = index.synonyms.get(stems.slice(place, place + length).join(" "));
    if (group) return { length, synonyms: group.map((phrase) => phrase.map((stem) => exactly(index, stem))) };
  }
  return { length: 1, synonyms: [] };
}
