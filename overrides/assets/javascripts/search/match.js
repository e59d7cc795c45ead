/** Which words of the index a typed word means. */

import { alike, distance, letters } from "./distance.js";
import { fold } from "./stemmer.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Spelling} Spelling */

/**
 * @typedef {object} Match - a typed word and what it means
 * @property {string} typed
 * @property {Map<number, number>} terms - stems it finds, each with its weight
 * @property {boolean} corrected - whether only another spelling of it was found
 */

const SAME = 1;
const SAME_ROOT = 0.5;
const LONGER = 0.6;
const LONGER_LEAST = 0.3;
/** Letters a stem needs so that longer ones count as the same word; the word being typed needs none. */
const LONGER_FROM = 4;
/** With a match of this weight nothing else is tried. */
const ENOUGH = 0.5;
const ONE_WRONG = 0.5;
const TWO_WRONG = 0.25;
const ONE_WRONG_FROM = 4;
const TWO_WRONG_FROM = 9;
const REMEMBERED = 100;

/**
 * What a typed word means: itself in any inflection, words of its root, words that begin with it or, failing
 * these, words with one or two letters wrong.
 *
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} unfinished - whether it may still be being typed
 * @param {boolean} known - whether it is known to be spelt right
 * @returns {Match}
 */
export function match(index, typed, unfinished, known) {
  const asked = `${typed} ${unfinished} ${known}`;
  const before = index.matches.get(asked);
  if (before) return before;
  if (index.matches.size >= REMEMBERED) index.matches.clear();
  const found = meaning(index, typed, unfinished, known);
  index.matches.set(asked, found);
  return found;
}

/**
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} unfinished
 * @param {boolean} known
 * @returns {Match}
 */
function meaning(index, typed, unfinished, known) {
  const stem = index.language.stem(typed);
  /** @type {Map<number, number>} */
  const terms = new Map();
  for (const term of index.related.get(index.language.kin(typed)) ?? []) terms.set(term, SAME_ROOT);
  if (stem.length >= LONGER_FROM) addLonger(index, stem, terms);
  const same = index.termOf.get(stem);
  if (same !== undefined) terms.set(same, SAME);
  if (unfinished && same === undefined) addLonger(index, fold(typed), terms);
  const none = terms.size === 0;
  if (!known && Math.max(0, ...terms.values()) < ENOUGH) addMisspelt(index, fold(typed), stem, terms);
  return { typed, terms, corrected: none && terms.size > 0 };
}

/**
 * A word that means itself only.
 *
 * @param {Index} index
 * @param {string} stem
 * @returns {Match}
 */
export function exactly(index, stem) {
  const term = index.termOf.get(stem);
  return { typed: stem, terms: new Map(term === undefined ? [] : [[term, SAME]]), corrected: false };
}

/**
 * @param {Index} index
 * @param {string} beginning
 * @param {Map<number, number>} terms
 */
function addLonger(index, beginning, terms) {
  for (const number of index.initials.get(beginning[0]) ?? []) {
    const term = index.terms[number];
    if (!term.startsWith(beginning)) continue;
    raise(terms, number, Math.max(LONGER_LEAST, (LONGER * beginning.length) / term.length));
  }
}

/**
 * @param {Index} index
 * @param {string} word - folded
 * @param {string} stem
 * @param {Map<number, number>} terms
 */
function addMisspelt(index, word, stem, terms) {
  if (word.length < ONE_WRONG_FROM || /\d/.test(word)) return;
  const most = stem.length >= TWO_WRONG_FROM ? 2 : 1;
  const { stems, words } = index.spellings;
  addNear(stems, stem, most, terms);
  addNear(words, word, most, terms);
}

/**
 * @param {Spelling[]} spellings
 * @param {string} word
 * @param {number} most - letters wrong
 * @param {Map<number, number>} terms
 */
function addNear(spellings, word, most, terms) {
  const own = letters(word);
  for (const { text, letters: others, term } of spellings) {
    if (!alike(own, others, most)) continue;
    const wrong = distance(word, text, most);
    if (wrong <= most) raise(terms, term, wrong === 1 ? ONE_WRONG : TWO_WRONG);
  }
}

/**
 * @param {Map<number, number>} terms
 * @param {number} term
 * @param {number} weight
 */
function raise(terms, term, weight) {
  terms.set(term, Math.max(weight, terms.get(term) ?? 0));
}
