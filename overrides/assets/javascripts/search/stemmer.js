/**
 * Latvian words: folding, tokens, stem and root. The same file serves the index, the query and the marks.
 *
 * The stemmer strips suffixes after K. Krēsliņš (1996) as simplified in Apache Lucene's LatvianStemmer,
 * re-derived for folded text; its Python twin is hooks/guidebook/latvian.py.
 */

const ENDINGS = "iem ais ai ei am em im um as es is os us ij ie a e i o u s".split(" ");
/** Derivational suffixes, the longest first. */
const SUFFIXES = (
  "aties osies acij ajot ajum ejam ejot ejum esan ijum isan niek ojam ojot ojum osan asan " +
  "ati eti iti jum oti san at ej et ib ij it oj os ot um us"
).split(" ");
const VOWEL = /[aeiouy]/;
const PLAIN = /^[a-z]*$/;
const MARKS = /\p{Mn}/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Lower case without diacritics: “Ķekavas Šūpoles” -> “kekavas supoles”.
 *
 * @param {string} text
 */
export function fold(text) {
  return PLAIN.test(text) ? text : text.toLowerCase().normalize("NFD").replace(MARKS, "");
}

/**
 * The words of a text with their places: runs of letters and digits.
 *
 * @param {string} text - in composed letters (NFC), as pages and queries are
 * @returns {Iterable<RegExpMatchArray>}
 */
export function words(text) {
  return text.matchAll(WORD);
}

/**
 * The stem of one word in any inflection, folded: “mobilitāšu” -> “mobilitat”.
 *
 * Words under four letters and words with a digit come back folded only.
 *
 * @param {string} word
 */
export function stem(word) {
  let result = fold(word);
  if (result.length < 4 || !/^\p{L}+$/u.test(result)) return result;
  result = soften(without(result, ENDINGS, 3));
  if (result.length >= 6) {
    if (result.endsWith("itas")) result = result.slice(0, -1) + "t";
    else if (result.endsWith("iet")) result = result.slice(0, -1) + "s";
  }
  if (result.length >= 5 && result.endsWith("z") && !result.endsWith("dz")) result = result.slice(0, -1) + "d";
  return result;
}

/**
 * What a stem shares with the words derived from it: “apdrosinasan” -> “apdrosin”.
 *
 * @param {string} stemmed
 */
export function root(stemmed) {
  return without(stemmed, SUFFIXES, 4);
}

/**
 * The root of a word; that of “pievienojiet” is that of “pievienot”, as headings tell what queries ask.
 *
 * @param {string} word
 */
export function kin(word) {
  const stemmed = stem(word);
  return root(fold(word).endsWith("iet") ? stemmed.replace(/ies$/, "") : stemmed);
}

/**
 * A word without the first ending that leaves enough of it, with a vowel.
 *
 * @param {string} word
 * @param {string[]} endings
 * @param {number} least - letters that have to be left
 */
function without(word, endings, least) {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length >= least && VOWEL.test(rest)) return rest;
  }
  return word;
}

/** @param {string} word */
function soften(word) {
  if (word.length >= 6 && word.endsWith("aj")) return word.slice(0, -2);
  if (word.length >= 4 && /[pbmv]j$/.test(word)) return word.slice(0, -1);
  return word;
}
