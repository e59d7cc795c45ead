/** The index of one language: its words, its sections, and which word stands where. */

/** @typedef {import("./languages.js").Language} Language */

/**
 * @typedef {object} Section
 * @property {Page} page
 * @property {string} anchor - the id to open it at; “” for the top of the page
 * @property {string} heading - coded; see `numbers`
 * @property {string} text - coded; empty until it has arrived
 * @property {string} label - what kind of thing it is; may be empty
 * @property {number} length - in words
 */

/**
 * @typedef {object} Page
 * @property {string} address
 * @property {string[]} labels
 * @property {number} first - the number of its first section
 * @property {Section[]} sections - the first one's heading is the title of the page
 */

/**
 * @typedef {object} Head - the first line of the file; hooks/guidebook/render/search_index.py says how it is coded
 * @property {string} words
 * @property {string[][]} synonyms
 * @property {[string, string[], string[][]][]} pages
 */

const FIRST = 0x20;
const SURROGATES = [0xd800, 0x800];
const IS_WORD = /^[\p{L}\p{N}]/u;

/** Where in a section a word stands; the number is kept in the low bits of a posting. */
export const FIELDS = { text: 0, heading: 1, title: 2 };
export const FIELD_BITS = 2;

export class Index {
  /**
   * @param {Head} head
   * @param {Language} language
   */
  constructor(head, language) {
    this.language = language;
    this.synonyms = head.synonyms;
    /** Every word and separator as it is written. */
    this.words = unpacked(head.words);
    /** @type {string[]} Every stem. */
    this.terms = [];
    /** @type {Map<string, number>} Stem -> its number. */
    this.termOf = new Map();
    /** @type {number[][]} Stem -> where it stands: sections, moved up by FIELD_BITS, with the field. */
    this.postings = [];
    /** @type {number[][]} Stem -> the numbers of its words. */
    this.forms = [];
    /** Word -> its stem; -1 for a separator. */
    this.termOfWord = Int32Array.from(this.words, (word, number) => this.#term(word, number));
    /** @type {Map<string, number[]>} Root -> stems. */
    this.derived = new Map();
    this.terms.forEach((term, number) => append(this.derived, language.root(term), number));
    /** @type {Section[]} */
    this.sections = [];
    /** Words in all sections. */
    this.size = 0;
    this.pages = head.pages.map((row) => this.#page(row));
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
      sections[offset].text = text;
      this.#post(text, first + offset, FIELDS.text);
    });
  }

  /**
   * The text that words and separators make.
   *
   * @param {Iterable<number>} tokens
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
   * @param {[string, string[], string[][]]} row
   */
  #page([address, labels, outlines]) {
    const page = { address, labels, first: this.sections.length, sections: /** @type {Section[]} */ ([]) };
    const title = outlines[0][1];
    for (const [anchor, heading, label = ""] of outlines) {
      const section = { page, anchor, heading, text: "", label, length: 0 };
      page.sections.push(section);
      const number = this.sections.push(section) - 1;
      this.#post(heading, number, FIELDS.heading);
      if (anchor) this.#post(title, number, FIELDS.title);
    }
    return page;
  }

  /**
   * @param {string} coded
   * @param {number} section
   * @param {number} field
   */
  #post(coded, section, field) {
    const posting = (section << FIELD_BITS) | field;
    let length = 0;
    for (const number of numbers(coded)) {
      const term = this.termOfWord[number];
      if (term < 0) continue;
      this.postings[term].push(posting);
      length += 1;
    }
    this.sections[section].length += length;
    this.size += length;
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
      this.postings.push([]);
      this.forms.push([]);
    }
    this.forms[term].push(number);
    return term;
  }
}

/**
 * The numbers of the words in a coded text.
 *
 * @param {string} coded
 */
export function* numbers(coded) {
  for (const character of coded) {
    const code = /** @type {number} */ (character.codePointAt(0));
    yield (code < SURROGATES[0] ? code : code - SURROGATES[1]) - FIRST;
  }
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
 * @param {Map<string, number[]>} lists
 * @param {string} key
 * @param {number} value
 */
function append(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
