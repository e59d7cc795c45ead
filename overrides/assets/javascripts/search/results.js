/** Ranked sections -> what the theme's result list draws. */

import { numbers } from "./index.js";
import { distance } from "./match.js";
import { fold } from "./stemmer.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Section} Section */
/** @typedef {import("./match.js").Match} Match */
/** @typedef {import("./query.js").Wanted} Wanted */
/** @typedef {import("./rank.js").Hit} Hit */

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
 * @property {Map<number, number>} by - stem -> the number of the word or phrase that it answers
 */

const MOST_PAGES = 30;
const MOST_SECTIONS = 3;
/** Places of a page that are shown at once, if they are worth not much less than the best; the rest unfold. */
const SHOWN_SECTIONS = 3;
const SHOWN_SHARE = 0.6;
/** Words and separators in a teaser, and how many of them stand before the first hit. */
const TEASER = 40;
const TEASER_BEFORE = 8;
/** Words a link asks the page to mark. */
const MOST_MARKS = 8;
const ESCAPES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

/**
 * The pages found, each a list of its places, the best first; a page's own entry is always among them.
 *
 * @param {Index} index
 * @param {Wanted[]} wanted
 * @param {Hit[]} hits
 * @returns {Item[][]}
 */
export function results(index, wanted, hits) {
  const what = sought(wanted);
  /** @type {Map<import("./index.js").Page, Hit[]>} */
  const pages = new Map();
  for (const hit of hits) {
    const { page } = index.sections[hit.section];
    const places = pages.get(page);
    if (!places && pages.size < MOST_PAGES) pages.set(page, [hit]);
    if (places && places.length < MOST_SECTIONS) places.push(hit);
  }
  return Array.from(pages, ([page, places]) => {
    const best = places[0].score;
    const items = places.map(({ section, score }, place) => {
      const shown = place < SHOWN_SECTIONS && score >= SHOWN_SHARE * best;
      return item(index, what, index.sections[section], shown ? best : score);
    });
    if (places.some(({ section }) => section === page.first)) return items;
    return [...items, { ...item(index, what, page.sections[0], 0), text: "", terms: {} }];
  });
}

/**
 * @param {Wanted[]} wanted
 * @returns {Sought}
 */
function sought(wanted) {
  /** @type {Map<number, number>} */
  const by = new Map();
  wanted.forEach(({ words, synonyms }, number) => {
    for (const match of [words, ...synonyms].flat()) for (const term of match.terms.keys()) by.set(term, number);
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
 * @returns {Item}
 */
function item(index, what, section, score) {
  const heading = numbers(section.heading);
  const text = numbers(section.text);
  const { address, programme, sections } = section.page;
  const labels = [section.anchor ? "" : programme, section.kind].filter(Boolean).map((coded) => label(index, coded));
  return {
    location: section.anchor ? `${address}#${section.anchor}` : address,
    title: [marked(index, heading, what), ...labels].join(" "),
    text: teaser(index, text, what, section.kind !== ""),
    score,
    terms: found(index, [...heading, ...text, ...numbers(sections[0].heading)], what),
  };
}

/**
 * The words of a section to mark, each in the form it first stands in, and the words asked for that it lacks.
 *
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Sought} what
 */
function found(index, tokens, { typed, by }) {
  /** @type {Map<number, string>} */
  const forms = new Map();
  const answered = new Set();
  for (const number of tokens) {
    const term = index.termOfWord[number];
    const which = by.get(term);
    if (which === undefined) continue;
    answered.add(which);
    if (forms.size < MOST_MARKS && !forms.has(term)) forms.set(term, index.words[number]);
  }
  const terms = /** @type {Record<string, boolean>} */ ({});
  for (const form of forms.values()) terms[form] = true;
  for (const [which, word] of typed.entries()) if (!answered.has(which)) terms[word] = false;
  return terms;
}

/**
 * The part of a text that has most of the words asked for.
 *
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Sought} what
 * @param {boolean} whole - whether it is to be read from its beginning
 */
function teaser(index, tokens, what, whole) {
  const start = whole ? 0 : bestStart(index, tokens, what);
  const end = start + TEASER;
  const text = marked(index, tokens.slice(start, end), what);
  return `${start > 0 ? "… " : ""}${text}${end < tokens.length ? " …" : ""}`;
}

/**
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Sought} what
 */
function bestStart(index, tokens, { by }) {
  const hits = [];
  for (let place = 0; place < tokens.length; place++) {
    const which = by.get(index.termOfWord[tokens[place]]);
    if (which !== undefined) hits.push({ place, which });
  }
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
  return index.read(tokens, (word, term) => (by.has(term) ? `<mark>${escaped(word)}</mark>` : escaped(word)));
}

/**
 * @param {Index} index
 * @param {string} coded
 */
function label(index, coded) {
  return `<small class="search-label">${index.read(numbers(coded), escaped)}</small>`;
}

/** @param {string} text */
function escaped(text) {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => ESCAPES[character]) : text;
}
