/** Which words of the index a typed word means. */

import { fold } from "./stemmer.js";

/** @typedef {import("./index.js").Index} Index */

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
  index.terms.forEach((term, number) => {
    if (!term.startsWith(beginning)) return;
    raise(terms, number, Math.max(LONGER_LEAST, (LONGER * beginning.length) / term.length));
  });
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
  const consider = (/** @type {number} */ wrong, /** @type {number} */ term) => {
    if (wrong <= most) raise(terms, term, wrong === 1 ? ONE_WRONG : TWO_WRONG);
  };
  index.terms.forEach((other, term) => consider(distance(stem, other, most), term));
  index.folded.forEach((form, number) => {
    if (index.termOfWord[number] >= 0) consider(distance(word, form, most), index.termOfWord[number]);
  });
}

/**
 * @param {Map<number, number>} terms
 * @param {number} term
 * @param {number} weight
 */
function raise(terms, term, weight) {
  terms.set(term, Math.max(weight, terms.get(term) ?? 0));
}

/**
 * The optimal string alignment distance: letters put in, left out, changed, or two neighbours swapped.
 *
 * @param {string} one
 * @param {string} two
 * @param {number} most - beyond this the exact number does not matter
 */
export function distance(one, two, most) {
  const far = most + 1;
  if (Math.abs(one.length - two.length) > most) return far;
  let before = /** @type {number[]} */ ([]);
  let above = Array.from({ length: two.length + 1 }, (_, column) => Math.min(column, far));
  for (let row = 1; row <= one.length; row++) {
    const line = new Array(two.length + 1).fill(far);
    let least = far;
    if (row <= most) line[0] = least = row;
    for (let column = Math.max(1, row - most); column <= Math.min(two.length, row + most); column++) {
      const changed = above[column - 1] + (one[row - 1] === two[column - 1] ? 0 : 1);
      let wrong = Math.min(changed, above[column] + 1, line[column - 1] + 1);
      const swapped = row > 1 && column > 1 && one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      if (swapped) wrong = Math.min(wrong, before[column - 2] + 1);
      line[column] = wrong;
      least = Math.min(least, wrong);
    }
    if (least > most) return far;
    [before, above] = [above, line];
  }
  return above[two.length];
}
