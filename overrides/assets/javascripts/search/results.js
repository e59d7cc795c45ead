/** Ranked sections -> what the theme's result list draws. */

import { distance } from "./distance.js";
import { better } from "./rank.js";
import { fold } from "./stemmer.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Section} Section */
/** @typedef {import("./match.js").Match} Match */
/** @typedef {import("./query.js").Wanted} Wanted */
/** @typedef {import("./rank.js").PageHits} PageHits */

/**
 * @typedef {object} Item - one place in a page, as the theme's list wants it; title and text are HTML
 * @property {string} location
 * @property {string} title
 * @property {string} text
 * @property {number} score
 * @property {Record<string, boolean>} terms - words to mark in the page, and words that are not in it
 */

/**
 * @typedef {object} Sought - what to mark
 * @property {string[]} typed - the words and phrases of the query
 * @property {Int8Array} by - stem -> the number of the word or phrase that it answers, -1 for none
 */

/**
 * @typedef {object} Found - a word of a text that was asked for
 * @property {number} place
 * @property {number} number - of the word
 * @property {number} which - word or phrase of the query it answers
 */

const NOT_ASKED = -1;

const MOST_PAGES = 20;
/** Places of a page: of the best pages, and of the others, which a phone draws below its edge with every key. */
const MOST_SECTIONS = 3;
const MOST_OF_OTHERS = 1;
const BEST_PAGES = 3;
/** Places of a page worth not much less than its best are shown at once; of the others only the headings unfold. */
const SHOWN_SHARE = 0.6;
/** Words and separators in a teaser, and how many of them stand before the first hit. */
const TEASER = 32;
const TEASER_BEFORE = 8;
/** Words a link asks the page to mark. */
const MOST_MARKS = 8;
const ESCAPES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

/**
 * The pages found, each a list of its places, the best first; a page's own entry is always among them.
 *
 * @param {Index} index
 * @param {Wanted[]} wanted
 * @param {PageHits[]} found
 * @returns {Item[][]}
 */
export function results(index, wanted, found) {
  const what = sought(index, wanted);
  return found.slice(0, MOST_PAGES).map(({ page, hits }, number) => {
    const places = hits.sort(better).slice(0, number < BEST_PAGES ? MOST_SECTIONS : MOST_OF_OTHERS);
    const best = places[0].score;
    const items = places.map(({ section, score }) => {
      const shown = score >= SHOWN_SHARE * best;
      return item(index, what, index.sections[section], shown ? best : score, shown);
    });
    if (places.some(({ section }) => section === page.first)) return items;
    return [...items, { ...item(index, what, page.sections[0], 0, false), terms: {} }];
  });
}

/**
 * @param {Index} index
 * @param {Wanted[]} wanted
 * @returns {Sought}
 */
function sought(index, wanted) {
  const by = new Int8Array(index.terms.length).fill(NOT_ASKED);
  wanted.forEach(({ words, synonyms }, number) => {
    for (const match of [words, ...synonyms].flat()) for (const term of match.terms.keys()) by[term] = number;
  });
  return { typed: wanted.map(({ words }) => words.map((word) => word.typed).join(" ")), by };
}

/**
 * The query with the words that had to be corrected as the pages spell them; “” when none had to.
 *
 * @param {Index} index
 * @param {string} query
 * @param {Wanted[]} wanted
 */
export function suggestion(index, query, wanted) {
  const corrected = wanted.flatMap(({ words }) => words).filter((word) => word.corrected);
  if (!corrected.length) return "";
  return corrected.reduce((text, match) => text.replace(match.typed, () => spelling(index, match)), query);
}

/**
 * The form nearest to what was typed of the likeliest word.
 *
 * @param {Index} index
 * @param {Match} match
 */
function spelling(index, { typed, terms }) {
  const likely = [...terms].sort(
    ([one, weight], [two, other]) => other - weight || index.postings[two].length - index.postings[one].length,
  );
  const forms = index.forms[likely[0][0]].map((number) => index.words[number].toLowerCase());
  const wrong = (/** @type {string} */ form) => distance(fold(form), fold(typed), typed.length);
  return forms.reduce((best, form) => (wrong(form) < wrong(best) ? form : best));
}

/**
 * @param {Index} index
 * @param {Sought} what
 * @param {Section} section
 * @param {number} score
 * @param {boolean} shown - whether its text is
 * @returns {Item}
 */
function item(index, what, { page, anchor, heading, kind, text }, score, shown) {
  const labels = [anchor ? [] : page.programme, kind].filter(({ length }) => length).map((each) => label(index, each));
  const inText = found(index, text, what);
  const all = [heading, page.sections[0].heading].map((tokens) => found(index, tokens, what));
  return {
    location: anchor ? `${page.address}#${anchor}` : page.address,
    title: [marked(index, heading, what), ...labels].join(" "),
    text: shown ? teaser(index, text, what, kind.length ? 0 : bestStart(inText)) : "",
    score,
    terms: told(index, [all[0], inText, all[1]].flat(), what),
  };
}

/**
 * The words of a text that were asked for.
 *
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Sought} what
 */
function found({ termOfWord }, tokens, { by }) {
  const all = /** @type {Found[]} */ ([]);
  for (let place = 0; place < tokens.length; place++) {
    const term = termOfWord[tokens[place]];
    if (term >= 0 && by[term] !== NOT_ASKED) all.push({ place, number: tokens[place], which: by[term] });
  }
  return all;
}

/**
 * The words of a section to mark, each in the form it first stands in, and the words asked for that it lacks.
 *
 * @param {Index} index
 * @param {Found[]} all
 * @param {Sought} what
 */
function told({ termOfWord, words }, all, { typed }) {
  /** @type {Map<number, string>} */
  const forms = new Map();
  const answered = new Set();
  for (const { number, which } of all) {
    const term = termOfWord[number];
    answered.add(which);
    if (forms.size < MOST_MARKS && !forms.has(term)) forms.set(term, words[number]);
  }
  const terms = /** @type {Record<string, boolean>} */ ({});
  for (const form of forms.values()) terms[form] = true;
  for (const [which, word] of typed.entries()) if (!answered.has(which)) terms[word] = false;
  return terms;
}

/**
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Sought} what
 * @param {number} start
 */
function teaser(index, tokens, what, start) {
  const end = start + TEASER;
  const text = marked(index, tokens.slice(start, end), what);
  return `${start > 0 ? "… " : ""}${text}${end < tokens.length ? " …" : ""}`;
}

/**
 * Where the part of a text begins that has most of the words asked for.
 *
 * @param {Found[]} hits
 */
function bestStart(hits) {
  let best = { start: 0, worth: 0 };
  hits.forEach(({ place }, first) => {
    const answered = new Set();
    let last = first;
    for (; last < hits.length && hits[last].place < place + TEASER; last++) answered.add(hits[last].which);
    const worth = answered.size + (last - first) / TEASER;
    if (worth > best.worth) best = { start: place, worth };
  });
  return best.start > TEASER_BEFORE ? best.start - TEASER_BEFORE : 0;
}

/**
 * Words as HTML, those asked for in <mark>.
 *
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Sought} what
 */
function marked(index, tokens, { by }) {
  const asked = (/** @type {number} */ term) => term >= 0 && by[term] !== NOT_ASKED;
  return index.read(tokens, (word, term) => (asked(term) ? `<mark>${word}</mark>` : escaped(word, term)));
}

/**
 * @param {Index} index
 * @param {number[]} tokens
 */
function label(index, tokens) {
  return `<small class="search-label">${index.read(tokens, escaped)}</small>`;
}

/**
 * @param {string} text - a word or separator; only separators have signs that mean something in HTML
 * @param {number} term
 */
function escaped(text, term) {
  return term < 0 ? text.replace(/[&<>"]/g, (character) => ESCAPES[character]) : text;
}
