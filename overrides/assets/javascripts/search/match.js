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
 * @returns {Match}
 */
export function match(index, typed, unfinished) {
  const stem = index.language.stem(typed);
  /** @type {Map<number, number>} */
  const terms = new Map();
  for (const term of index.derived.get(index.language.root(stem)) ?? []) terms.set(term, SAME_ROOT);
  if (stem.length >= LONGER_FROM) addLonger(index, stem, terms);
  const same = index.termOf.get(stem);
  if (same !== undefined) terms.set(same, SAME);
  if (unfinished && same === undefined) addLonger(index, fold(typed), terms);
  const corrected = Math.max(0, ...terms.values()) < ENOUGH && addMisspelt(index, stem, terms);
  return { typed, terms, corrected: corrected && terms.size > 0 };
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
 * @param {string} stem
 * @param {Map<number, number>} terms
 * @returns {boolean} whether these are all there is
 */
function addMisspelt(index, stem, terms) {
  if (stem.length < ONE_WRONG_FROM || /\d/.test(stem)) return false;
  const alone = terms.size === 0;
  const most = stem.length >= TWO_WRONG_FROM ? 2 : 1;
  index.terms.forEach((term, number) => {
    const wrong = distance(stem, term, most);
    if (wrong <= most) raise(terms, number, wrong === 1 ? ONE_WRONG : TWO_WRONG);
  });
  return alone;
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
  if (Math.abs(one.length - two.length) > most) return most + 1;
  let before = /** @type {number[]} */ ([]);
  let above = Array.from({ length: two.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= two.length; column++) {
      const same = one[row - 1] === two[column - 1];
      line[column] = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      if (swapped) line[column] = Math.min(line[column], before[column - 2] + 1);
    }
    if (Math.min(...line) > most) return most + 1;
    [before, above] = [above, line];
  }
  return above[two.length];
}
