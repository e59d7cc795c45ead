/**
 * Which sections answer a query, the best first: BM25F over stems (S. Robertson, H. Zaragoza, The Probabilistic
 * Relevance Framework, 2009), of the section and, at a lower weight, of the page around it.
 */

import { FIELD_BITS, FIELDS } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Page} Page */
/** @typedef {import("./index.js").Section} Section */
/** @typedef {import("./match.js").Match} Match */
/** @typedef {import("./query.js").Wanted} Wanted */

/**
 * @typedef {object} Hit
 * @property {number} section
 * @property {number} score
 */

/**
 * @typedef {object} PageHits
 * @property {Page} page
 * @property {Hit[]} hits - its sections, in their order
 * @property {Hit} best
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
 * The pages that answer a query, the best first.
 *
 * @param {Index} index
 * @param {Wanted[]} wanted
 * @returns {PageHits[]}
 */
export function rank(index, wanted) {
  const words = wanted.flatMap((each) => each.words);
  const worths = wanted.map((each) => worth(index, each));
  const meant = meanings(index, words);
  return index.pages
    .map((page) => {
      const hits = pageHits(page, worths, meant, words.length);
      return { page, hits, best: hits.reduce((best, hit) => (better(hit, best) < 0 ? hit : best), hits[0]) };
    })
    .filter(({ hits }) => hits.length)
    .sort((one, two) => better(one.best, two.best));
}

/**
 * @param {Hit} one
 * @param {Hit} two
 */
export function better(one, two) {
  return two.score - one.score || one.section - two.section;
}

/**
 * The sections of a page that answer a query.
 *
 * @param {Page} page
 * @param {{sections: Worth, pages: Worth}[]} worths
 * @param {Int32Array} meant
 * @param {number} words - of the query
 */
function pageHits(page, worths, meant, words) {
  const weight = page.kind.some((term) => meant[term]) ? 1 : page.weight;
  const hits = /** @type {Hit[]} */ ([]);
  page.sections.forEach((section, offset) => {
    const number = page.first + offset;
    if (!worths.some(({ sections }) => sections.scores[number] > 0)) return;
    let score = 0;
    let found = 0;
    for (const { sections, pages } of worths) {
      score += sections.scores[number] + AROUND * pages.scores[page.number];
      found += Math.max(sections.found[number], FOUND_AROUND * pages.found[page.number]);
    }
    const place = (section.anchor ? 1 : TOP) * (1 + NAMED * naming(section, meant, words));
    hits.push({ section: number, score: (score * place * weight * found) / words });
  });
  return hits;
}

/**
 * Stem -> a bit for each word of the query that is meant by it.
 *
 * @param {Index} index
 * @param {Match[]} words - at most 32
 */
function meanings(index, words) {
  const meant = new Int32Array(index.terms.length);
  words.forEach(({ terms }, place) => {
    for (const [term, weight] of terms) if (weight >= MEANT) meant[term] |= 1 << place;
  });
  return meant;
}

/**
 * How nearly a query says what a section is called, from 0 to 1.
 *
 * @param {Section} section
 * @param {Int32Array} meant
 * @param {number} words - of the query
 */
function naming({ called }, meant, words) {
  let best = 0;
  for (const terms of called) {
    let asked = 0;
    let said = 0;
    for (const term of terms) {
      if (meant[term]) asked += 1;
      said |= meant[term];
    }
    if (asked) best = Math.max(best, (asked / terms.length) * (bits(said) / words));
  }
  return best;
}

/** @param {number} set */
function bits(set) {
  let count = 0;
  for (let rest = set; rest; rest &= rest - 1) count += 1;
  return count;
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
    for (let place = 0; place < scores.length; place++) {
      scores[place] += word[of][place];
      if (word[of][place] > 0) found[place] += 1;
    }
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
  const { inSection, around } = shares(index);
  const sections = new Float64Array(index.sections.length);
  const pages = new Float64Array(index.pages.length);
  const often = { sections: new Float64Array(sections.length), pages: new Float64Array(pages.length) };
  for (const [term, weight] of word.terms) {
    let having = 0;
    for (const posting of index.postings[term]) {
      const number = posting >> FIELD_BITS;
      if (!often.sections[number]) having += 1;
      often.sections[number] += inSection[posting];
      often.pages[index.sections[number].page.number] += around[posting];
    }
    const rarity = Math.log(1 + (sections.length - having + 0.5) / (having + 0.5));
    for (const posting of index.postings[term]) {
      const number = posting >> FIELD_BITS;
      raise(sections, often.sections, number, weight * rarity);
      raise(pages, often.pages, index.sections[number].page.number, weight * rarity);
    }
  }
  return { sections, pages };
}

/**
 * Score what was counted, and set the count back.
 *
 * @param {Float64Array} scores
 * @param {Float64Array} often
 * @param {number} place
 * @param {number} most - the score of a word that stands everywhere in the text
 */
function raise(scores, often, place, most) {
  const frequency = often[place];
  if (!frequency) return;
  scores[place] = Math.max(scores[place], (most * frequency * (SATURATION + 1)) / (frequency + SATURATION));
  often[place] = 0;
}

/** @type {WeakMap<Index, {inSection: Float64Array, around: Float64Array, texts: number}>} */
const sharesOf = new WeakMap();

/**
 * What a word counts in each field of a section, and of the page around it: more in a short one.
 *
 * @param {Index} index
 */
function shares(index) {
  const before = sharesOf.get(index);
  if (before?.texts === index.lengths[FIELDS.text]) return before;
  const inSection = new Float64Array(index.sections.length << FIELD_BITS);
  const around = new Float64Array(inSection.length);
  index.sections.forEach(({ anchor, lengths, page }, number) => {
    for (const field of Object.values(FIELDS)) {
      const posting = (number << FIELD_BITS) | field;
      const share = LENGTHS[field] / index.lengths[field];
      inSection[posting] = WEIGHTS[field] / (1 - LENGTHS[field] + share * lengths[field] * index.sections.length);
      if (field !== FIELDS.text && field !== FIELDS.heading && anchor) continue;
      around[posting] = WEIGHTS[field] / (1 - LENGTHS[field] + share * page.lengths[field] * index.pages.length);
    }
  });
  const now = { inSection, around, texts: index.lengths[FIELDS.text] };
  sharesOf.set(index, now);
  return now;
}
