/** The index of one language: its words, its sections, and which word stands where. */

import { letters } from "./distance.js";
import { fold, words } from "./stemmer.js";

/** @typedef {import("./languages.js").Language} Language */
/** @typedef {import("./match.js").Match} Match */

/**
 * @typedef {object} Section - what stands under one heading; texts are the numbers of their words and separators
 * @property {Page} page
 * @property {string} anchor - the id to open it at; “” for the top of the page
 * @property {number[]} heading
 * @property {number[]} kind - what kind of thing it is; may be empty
 * @property {number[]} text - empty until it has arrived
 * @property {number[][]} called - stems of its heading and of each of its names, without function words
 * @property {number[]} lengths - in words, of each field
 */

/**
 * @typedef {object} Page
 * @property {number} number
 * @property {string} address
 * @property {number} weight - how likely it is what readers look for
 * @property {number[]} programme
 * @property {number[]} kind - stems of its kind
 * @property {number} first - the number of its first section, which is the page itself
 * @property {Section[]} sections
 * @property {number[]} lengths - in words, of each field
 */

/**
 * @typedef {object} Spelling
 * @property {string} text - folded
 * @property {number} letters - see `letters`
 * @property {number} term - the stem it belongs to
 */

/**
 * @typedef {object} Head - the first line of the file; hooks/guidebook/render/search_index.py says how it is coded
 * @property {string} words
 * @property {string[][]} synonyms
 * @property {[string, number, string, [string, string, string, string][]][]} pages
 */

const FIRST = 0x20;
const SURROGATES = [0xd800, 0x800];
const LAST_UNIT = 0xffff;
const IS_WORD = /^[\p{L}\p{N}]/u;

/** Where in a section a word stands; the number is kept in the low bits of a posting. */
export const FIELDS = { text: 0, heading: 1, title: 2, label: 3 };
export const FIELD_BITS = 2;

export class Index {
  /** @type {{stems: Spelling[], words: Spelling[]} | undefined} */
  #spellings;

  /**
   * @param {Head} head
   * @param {Language} language
   */
  constructor(head, language) {
    this.language = language;
    /** @type {Map<string, string[][]>} Stems of a phrase -> those of the phrases that mean the same. */
    this.synonyms = synonymous(head.synonyms, language);
    this.longestPhrase = Math.max(1, ...Array.from(this.synonyms.keys(), (phrase) => phrase.split(" ").length));
    /** Every word and separator as it is written. */
    this.words = unpacked(head.words);
    /** @type {string[]} Every stem. */
    this.terms = [];
    /** @type {Map<string, number>} Stem -> its number. */
    this.termOf = new Map();
    /** @type {Map<string, number[]>} Letter -> the stems that begin with it. */
    this.initials = new Map();
    /** @type {number[][]} Stem -> where it stands: sections, moved up by FIELD_BITS, with the field. */
    this.postings = [];
    /** @type {number[][]} Stem -> the numbers of its words. */
    this.forms = [];
    /** Word -> its stem; -1 for a separator. */
    this.termOfWord = Int32Array.from(this.words, (word, number) => this.#term(word, number));
    /** @type {Map<string, Set<number>>} What related words share -> their stems. */
    this.related = new Map();
    this.words.forEach((word, number) => this.#relate(word, this.termOfWord[number]));
    /** @type {Map<string, Match>} What words asked for lately mean: with the next key most of them stay. */
    this.matches = new Map();
    /** @type {Section[]} */
    this.sections = [];
    /** Words in all sections, of each field. */
    this.lengths = empty();
    this.pages = head.pages.map((row, number) => this.#page(row, number));
  }

  /**
   * Add what the sections of a page say.
   *
   * @param {number} number - of the page
   * @param {string[]} texts - coded
   */
  addTexts(number, texts) {
    const { first, sections } = this.pages[number];
    texts.forEach((text, offset) => {
      sections[offset].text = numbers(text);
      this.#post(sections[offset].text, first + offset, FIELDS.text);
    });
  }

  /** How stems and words are spelt, for those that were misspelt; made when first needed. */
  get spellings() {
    this.#spellings ??= {
      stems: spelt(this.terms, (number) => number),
      words: spelt(this.words.map(fold), (number) => this.termOfWord[number]),
    };
    return this.#spellings;
  }

  /**
   * The text that words and separators make.
   *
   * @param {number[]} tokens
   * @param {(word: string, term: number) => string} write - how a word or separator (of stem -1) is written
   */
  read(tokens, write) {
    let text = "";
    let afterWord = false;
    for (const number of tokens) {
      const term = this.termOfWord[number];
      if (term >= 0 && afterWord) text += " ";
      text += write(this.words[number], term);
      afterWord = term >= 0;
    }
    return text;
  }

  /**
   * @param {Head["pages"][number]} row
   * @param {number} number
   */
  #page([address, weight, label, outlines], number) {
    const [title, name, pageKind] = outlines[0].slice(1).map(numbers);
    const programme = numbers(label);
    const page = {
      number,
      address,
      weight,
      programme,
      kind: this.#called(pageKind).flat(),
      first: this.sections.length,
      sections: /** @type {Section[]} */ ([]),
      lengths: empty(),
    };
    for (const [anchor, ...outline] of outlines) {
      const [heading, names, kind] = outline.map(numbers);
      const called = [...this.#called(heading), ...this.#called(names)];
      const section = { page, anchor, heading, kind, text: /** @type {number[]} */ ([]), called, lengths: empty() };
      page.sections.push(section);
      const place = this.sections.push(section) - 1;
      for (const each of [heading, names]) this.#post(each, place, FIELDS.heading);
      for (const each of [title, name]) this.#post(each, place, FIELDS.title);
      for (const each of [programme, pageKind]) this.#post(each, place, FIELDS.label);
    }
    return page;
  }

  /**
   * The stems of phrases parted by semicolons; function words only where there are no others.
   *
   * @param {number[]} tokens
   */
  #called(tokens) {
    const phrases = [/** @type {number[]} */ ([])];
    for (const number of tokens) {
      const term = this.termOfWord[number];
      if (term >= 0) phrases[phrases.length - 1].push(term);
      else if (this.words[number].includes(";")) phrases.push([]);
    }
    return phrases
      .filter((terms) => terms.length)
      .map((terms) => {
        const telling = terms.filter((term) => !this.language.functionWords.has(this.terms[term]));
        return telling.length ? telling : terms;
      });
  }

  /**
   * @param {number[]} tokens
   * @param {number} section
   * @param {number} field
   */
  #post(tokens, section, field) {
    const posting = (section << FIELD_BITS) | field;
    let length = 0;
    for (const number of tokens) {
      const term = this.termOfWord[number];
      if (term < 0) continue;
      this.postings[term].push(posting);
      length += 1;
    }
    this.sections[section].lengths[field] += length;
    this.sections[section].page.lengths[field] += length;
    this.lengths[field] += length;
  }

  /**
   * @param {string} word
   * @param {number} term
   */
  #relate(word, term) {
    if (term < 0) return;
    const shared = this.language.kin(word);
    const related = this.related.get(shared);
    if (related) related.add(term);
    else this.related.set(shared, new Set([term]));
  }

  /**
   * @param {string} word
   * @param {number} number
   */
  #term(word, number) {
    if (!IS_WORD.test(word)) return -1;
    const stemmed = this.language.stem(word);
    let term = this.termOf.get(stemmed);
    if (term === undefined) {
      term = this.terms.push(stemmed) - 1;
      this.termOf.set(stemmed, term);
      const alike = this.initials.get(stemmed[0]);
      if (alike) alike.push(term);
      else this.initials.set(stemmed[0], [term]);
      this.postings.push([]);
      this.forms.push([]);
    }
    this.forms[term].push(number);
    return term;
  }
}

/** A count for each field. */
function empty() {
  return Object.values(FIELDS).map(() => 0);
}

/**
 * The numbers of the words and separators in a coded text.
 *
 * @param {string} coded
 */
function numbers(coded) {
  const found = /** @type {number[]} */ ([]);
  for (let place = 0; place < coded.length; place++) {
    const code = /** @type {number} */ (coded.codePointAt(place));
    if (code > LAST_UNIT) place++;
    found.push((code < SURROGATES[0] ? code : code - SURROGATES[1]) - FIRST);
  }
  return found;
}

/**
 * @param {string[]} texts
 * @param {(number: number) => number} termOf - the stem of the text of a number; -1 for a separator
 * @returns {Spelling[]}
 */
function spelt(texts, termOf) {
  const all = texts.map((text, number) => ({ text, letters: letters(text), term: termOf(number) }));
  return all.filter(({ term }) => term >= 0);
}

/**
 * Words of which each line leaves out what it shares with the one before.
 *
 * @param {string} lines
 */
function unpacked(lines) {
  let word = "";
  return lines.split("\n").map((line) => (word = word.slice(0, line.charCodeAt(0) - FIRST) + line.slice(1)));
}

/**
 * @param {string[][]} groups
 * @param {Language} language
 */
function synonymous(groups, language) {
  const stems = (/** @type {string} */ phrase) => Array.from(words(phrase), ([word]) => language.stem(word));
  return new Map(
    groups
      .map((group) => group.map(stems))
      .flatMap((group) => group.map((phrase) => [phrase.join(" "), group.filter((other) => other !== phrase)])),
  );
}
