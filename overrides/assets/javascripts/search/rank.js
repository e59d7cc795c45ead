/**
 * Which sections answer a query, the best first: Okapi BM25 (S. Robertson, H. Zaragoza, 2009) over stems,
 * with the fields of a section weighted as in its BM25F.
 */

import { FIELD_BITS, FIELDS } from "./index.js";
import { match } from "./match.js";
import { fold, words } from "./stemmer.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./match.js").Match} Match */

/** Words that may stand for one another: the typed ones first, then each phrase of equal meaning. */
/** @typedef {Match[][]} Unit */

/**
 * @typedef {object} Answer
 * @property {Match[]} matches - the words that were looked for
 * @property {{section: number, score: number}[]} hits - the best first
 */

const SATURATION = 1.2;
const LENGTH = 0.5;
/** @type {number[]} */
const FIELD_WEIGHTS = [];
FIELD_WEIGHTS[FIELDS.text] = 1;
FIELD_WEIGHTS[FIELDS.heading] = 3;
FIELD_WEIGHTS[FIELDS.title] = 1;
const SYNONYM = 0.6;
const MOST_WORDS = 32;

/**
 * Find the sections that answer a query.
 *
 * @param {Index} index
 * @param {string} query - as typed
 * @returns {Answer}
 */
export function rank(index, query) {
  const matches = queryMatches(index, query);
  const units = matches.map((each) => [[each]]);
  const scores = new Float64Array(index.sections.length);
  const shares = new Float64Array(index.sections.length);
  for (const unit of units) addBest(index, unit, scores, shares);
  const asked = matches.length;
  const hits = [];
  for (let section = 0; section < scores.length; section++) {
    if (scores[section] > 0) hits.push({ section, score: (scores[section] * shares[section]) / asked });
  }
  hits.sort((one, two) => two.score - one.score || one.section - two.section);
  return { matches, hits };
}

/**
 * @param {Index} index
 * @param {string} query
 */
function queryMatches(index, query) {
  const typed = Array.from(words(query.normalize("NFC")), ([word]) => word);
  const telling = typed.filter((word) => !index.language.functionWords.has(fold(word)));
  const kept = new Map((telling.length ? telling : typed).map((word) => [index.language.stem(word), word]));
  const unfinished = typed[typed.length - 1];
  return [...kept.values()].slice(0, MOST_WORDS).map((word) => match(index, word, word === unfinished));
}

/**
 * Add to each section the score of the way of saying a thing that fits it best.
 *
 * @param {Index} index
 * @param {Unit} unit
 * @param {Float64Array} scores
 * @param {Float64Array} shares - how many of the words asked for each section has
 */
function addBest(index, unit, scores, shares) {
  const best = wordScores(index, unit[0][0]);
  for (let section = 0; section < scores.length; section++) {
    scores[section] += best[section];
    shares[section] += best[section] > 0 ? 1 : 0;
  }
}

/**
 * What one word of the query adds to each section: the best of the stems it finds.
 *
 * @param {Index} index
 * @param {Match} word
 */
function wordScores(index, word) {
  const scores = new Float64Array(index.sections.length);
  const average = index.size / index.sections.length;
  for (const [term, weight] of word.terms) {
    const counts = frequencies(index.postings[term]);
    const rarity = Math.log(1 + (index.sections.length - counts.size + 0.5) / (counts.size + 0.5));
    for (const [section, count] of counts) {
      const norm = SATURATION * (1 - LENGTH + (LENGTH * index.sections[section].length) / average);
      const score = (weight * rarity * count * (SATURATION + 1)) / (count + norm);
      if (score > scores[section]) scores[section] = score;
    }
  }
  return scores;
}

/**
 * How often a stem stands in each section, weighted by field.
 *
 * @param {number[]} postings
 */
function frequencies(postings) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const posting of postings) {
    const section = posting >> FIELD_BITS;
    counts.set(section, (counts.get(section) ?? 0) + FIELD_WEIGHTS[posting & ((1 << FIELD_BITS) - 1)]);
  }
  return counts;
}
