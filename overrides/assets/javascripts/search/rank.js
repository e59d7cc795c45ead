/**
 * Which sections answer a query, the best first: BM25F over stems (S. Robertson, H. Zaragoza, The Probabilistic
 * Relevance Framework, 2009), of the section and, at a lower weight, of the page around it.
 */

import { FIELD_BITS, FIELDS } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Section} Section */
/** @typedef {import("./match.js").Match} Match */
/** @typedef {import("./query.js").Wanted} Wanted */

/**
 * @typedef {object} Hit
 * @property {number} section
 * @property {number} score
 */

/**
 * @typedef {object} Worth - of a word or phrase to each section, or to each page
 * @property {Float64Array} scores
 * @property {Float64Array} found - how many of its words are there
 */

const SATURATION = 2;
/** By field: what a word in it counts, and how much less in a long field. */
const WEIGHTS = { [FIELDS.text]: 1, [FIELDS.heading]: 4, [FIELDS.title]: 1, [FIELDS.label]: 1 };
const LENGTHS = { [FIELDS.text]: 0.3, [FIELDS.heading]: 0.5, [FIELDS.title]: 0, [FIELDS.label]: 0 };
/** What other words of equal meaning count. */
const SYNONYM = 0.6;
/** What the page around a section counts: its score, and a word found only elsewhere on it. */
const AROUND = 0.5;
const FOUND_AROUND = 0.7;
/** What a heading adds that says what was asked, no more and no less. */
const NAMED = 0.7;
/** What the top of a page counts beside its sections, which are nearer to the answer. */
const TOP = 0.9;
/** A word of at least this weight is the word that was typed, or of its root. */
const MEANT = 0.5;

/**
 * The sections that answer a query, the best first.
 *
 * @param {Index} index
 * @param {Wanted[]} wanted
 * @returns {Hit[]}
 */
export function rank(index, wanted) {
  const words = wanted.flatMap((each) => each.words);
  const worths = wanted.map((each) => worth(index, each));
  const weights = index.pages.map(({ weight, kind }) => (kind.some((term) => means(words, term)) ? 1 : weight));
  const hits = /** @type {Hit[]} */ ([]);
  index.sections.forEach((section, number) => {
    if (!worths.some(({ sections }) => sections.scores[number] > 0)) return;
    let score = 0;
    let found = 0;
    for (const { sections, pages } of worths) {
      score += sections.scores[number] + AROUND * pages.scores[section.page.number];
      found += Math.max(sections.found[number], FOUND_AROUND * pages.found[section.page.number]);
    }
    const place = (section.anchor ? 1 : TOP) * (1 + NAMED * naming(section, words));
    hits.push({ section: number, score: (score * place * weights[section.page.number] * found) / words.length });
  });
  return hits.sort((one, two) => two.score - one.score || one.section - two.section);
}

/**
 * How nearly a query says what a section is called, from 0 to 1.
 *
 * @param {Section} section
 * @param {Match[]} words
 */
function naming({ called }, words) {
  let best = 0;
  for (const terms of called) {
    const asked = terms.filter((term) => means(words, term)).length;
    const said = words.filter((word) => terms.some((term) => means([word], term))).length;
    best = Math.max(best, (asked / terms.length) * (said / words.length));
  }
  return best;
}

/**
 * @param {Match[]} words
 * @param {number} term
 */
function means(words, term) {
  return words.some((word) => (word.terms.get(term) ?? 0) >= MEANT);
}

/**
 * What a word or phrase is worth, as typed or in other words, whichever is more.
 *
 * @param {Index} index
 * @param {Wanted} wanted
 */
function worth(index, { words, synonyms }) {
  const typed = words.map((word) => wordScores(index, word));
  const others = synonyms.map((phrase) => phrase.map((word) => wordScores(index, word)));
  return { sections: best(typed, others, "sections"), pages: best(typed, others, "pages") };
}

/**
 * @param {ReturnType<typeof wordScores>[]} typed
 * @param {ReturnType<typeof wordScores>[][]} others
 * @param {"sections" | "pages"} of
 * @returns {Worth}
 */
function best(typed, others, of) {
  const scores = new Float64Array(typed[0][of].length);
  const found = new Float64Array(scores.length);
  for (const word of typed) {
    word[of].forEach((score, place) => {
      scores[place] += score;
      if (score > 0) found[place] += 1;
    });
  }
  for (const phrase of others) {
    for (let place = 0; place < scores.length; place++) {
      if (!phrase.every((word) => word[of][place] > 0)) continue;
      const mean = phrase.reduce((sum, word) => sum + word[of][place], 0) / phrase.length;
      scores[place] = Math.max(scores[place], SYNONYM * mean * typed.length);
      found[place] = typed.length;
    }
  }
  return { scores, found };
}

/**
 * What one word is worth to each section and page: the best of the stems it finds.
 *
 * @param {Index} index
 * @param {Match} word
 */
function wordScores(index, word) {
  const sections = new Float64Array(index.sections.length);
  const pages = new Float64Array(index.pages.length);
  for (const [term, weight] of word.terms) {
    const [inSections, inPages] = frequencies(index, term);
    const rarity = Math.log(1 + (sections.length - inSections.size + 0.5) / (inSections.size + 0.5));
    raise(sections, inSections, weight * rarity);
    raise(pages, inPages, weight * rarity);
  }
  return { sections, pages };
}

/**
 * @param {Float64Array} scores
 * @param {Map<number, number>} frequencies
 * @param {number} most - the score of a word that stands everywhere in the text
 */
function raise(scores, frequencies, most) {
  for (const [place, frequency] of frequencies) {
    scores[place] = Math.max(scores[place], (most * frequency * (SATURATION + 1)) / (frequency + SATURATION));
  }
}

/**
 * How often a stem stands in each section and in each page, by the weight and length of the fields.
 *
 * @param {Index} index
 * @param {number} term
 */
function frequencies(index, term) {
  const sections = /** @type {Map<number, number>} */ (new Map());
  const pages = /** @type {Map<number, number>} */ (new Map());
  for (const posting of index.postings[term]) {
    const number = posting >> FIELD_BITS;
    const field = posting & ((1 << FIELD_BITS) - 1);
    const { anchor, lengths, page } = index.sections[number];
    const share = LENGTHS[field] / index.lengths[field];
    const weight = WEIGHTS[field] / (1 - LENGTHS[field] + share * lengths[field] * index.sections.length);
    sections.set(number, (sections.get(number) ?? 0) + weight);
    if (field !== FIELDS.text && field !== FIELDS.heading && anchor) continue;
    const around = WEIGHTS[field] / (1 - LENGTHS[field] + share * page.lengths[field] * index.pages.length);
    pages.set(page.number, (pages.get(page.number) ?? 0) + around);
  }
  return [sections, pages];
}
