/** Ranked sections -> what the theme's result list draws. */

import { numbers } from "./index.js";
import { distance } from "./match.js";
import { fold } from "./stemmer.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Section} Section */
/** @typedef {import("./match.js").Match} Match */
/** @typedef {import("./rank.js").Answer} Answer */

/**
 * @typedef {object} Item - one place in a page, as the theme's list wants it; title and text are HTML
 * @property {string} location
 * @property {string} title
 * @property {string} text
 * @property {number} score
 * @property {Record<string, boolean>} terms - words to mark in the page, and words that are not in it
 */

const MOST_PAGES = 30;
const MOST_SECTIONS = 6;
/** Words and separators in a teaser, and how many of them stand before the first hit. */
const TEASER = 48;
const TEASER_BEFORE = 8;
/** Words a link asks the page to mark. */
const MOST_MARKS = 8;
const ESCAPES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

/**
 * The pages found, each a list of its places, the best first; a page's own entry is always among them.
 *
 * @param {Index} index
 * @param {Answer} answer
 * @returns {Item[][]}
 */
export function results(index, { matches, hits }) {
  /** @type {Map<import("./index.js").Page, {section: number, score: number}[]>} */
  const pages = new Map();
  for (const hit of hits) {
    const { page } = index.sections[hit.section];
    const places = pages.get(page);
    if (places) places.push(hit);
    else if (pages.size < MOST_PAGES) pages.set(page, [hit]);
  }
  return Array.from(pages, ([page, places]) => {
    const items = places.slice(0, MOST_SECTIONS).map((hit) => item(index, matches, index.sections[hit.section], hit.score));
    if (places.slice(0, MOST_SECTIONS).every((hit) => index.sections[hit.section].anchor)) {
      items.push({ ...item(index, matches, page.sections[0], 0), text: "", terms: {} });
    }
    return items;
  });
}

/**
 * The query with the words that had to be corrected as the pages spell them; “” when none had to.
 *
 * @param {Index} index
 * @param {string} query
 * @param {Match[]} matches
 */
export function suggestion(index, query, matches) {
  const corrected = matches.filter((match) => match.corrected);
  return corrected.reduce((text, match) => text.replace(match.typed, () => spelling(index, match)), corrected.length ? query : "");
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
 * @param {Match[]} matches
 * @param {Section} section
 * @param {number} score
 * @returns {Item}
 */
function item(index, matches, section, score) {
  const heading = [...numbers(section.heading)];
  const text = [...numbers(section.text)];
  const labels = section.anchor ? [section.label].filter(Boolean) : section.page.labels;
  return {
    location: section.anchor ? `${section.page.address}#${section.anchor}` : section.page.address,
    title: [marked(index, heading, matches), ...labels.map(label)].join(" "),
    text: teaser(index, text, matches, section.label !== ""),
    score,
    terms: found(index, [...heading, ...text, ...numbers(section.page.sections[0].heading)], matches),
  };
}

/**
 * The words of the section to mark, each in the form it first stands in, and the words asked for that it lacks.
 *
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Match[]} matches
 */
function found(index, tokens, matches) {
  /** @type {Map<number, string>} */
  const forms = new Map();
  for (const number of tokens) {
    const term = index.termOfWord[number];
    if (!forms.has(term) && matches.some((match) => match.terms.has(term))) forms.set(term, index.words[number]);
  }
  const missing = matches.filter((match) => ![...forms.keys()].some((term) => match.terms.has(term)));
  return Object.fromEntries([
    ...[...forms.values()].slice(0, MOST_MARKS).map((form) => [form, true]),
    ...missing.map((match) => [match.typed, false]),
  ]);
}

/**
 * The part of a text that has most of the words asked for.
 *
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Match[]} matches
 * @param {boolean} whole - whether it is to be read from its beginning
 */
function teaser(index, tokens, matches, whole) {
  const start = whole ? 0 : bestStart(index, tokens, matches);
  const end = start + TEASER;
  const text = marked(index, tokens.slice(start, end), matches);
  return `${start > 0 ? "… " : ""}${text}${end < tokens.length ? " …" : ""}`;
}

/**
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Match[]} matches
 */
function bestStart(index, tokens, matches) {
  const hits = tokens.flatMap((number, place) => {
    const which = matches.findIndex((match) => match.terms.has(index.termOfWord[number]));
    return which < 0 ? [] : [{ place, which }];
  });
  let best = { start: 0, worth: 0 };
  hits.forEach(({ place }, first) => {
    const near = hits.slice(first).filter((hit) => hit.place < place + TEASER);
    const worth = new Set(near.map((hit) => hit.which)).size + near.length / (TEASER + 1);
    if (worth > best.worth) best = { start: place, worth };
  });
  return best.start > TEASER_BEFORE ? best.start - TEASER_BEFORE : 0;
}

/**
 * Words as HTML, those asked for in <mark>.
 *
 * @param {Index} index
 * @param {number[]} tokens
 * @param {Match[]} matches
 */
function marked(index, tokens, matches) {
  return index.read(tokens, (word, term) => {
    const asked = matches.some((match) => match.terms.has(term));
    return asked ? `<mark>${escaped(word)}</mark>` : escaped(word);
  });
}

/** @param {string} text */
function label(text) {
  return `<small class="search-label">${escaped(text)}</small>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]);
}
