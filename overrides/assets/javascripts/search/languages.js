/**
 * What the search needs to know of each language.
 *
 * @typedef {object} Language
 * @property {(word: string) => string} stem - of a word in any form, folded
 * @property {(stemmed: string) => string} root - what a stem shares with words derived from it
 * @property {ReadonlySet<string>} function words that a question holds besides what it is about, folded
 */

import { stemmer } from "./porter.js";
import { fold, root, stem } from "./stemmer.js";

const LATVIAN =
  "ar arī bet bez būt bija būs cik es gan ir ja jā jau jo jūs kā kad kāda kādas kādi kādam kādēļ kādos kāds kādu " +
  "kādus kam kāpēc kas katrs ko kur kura kuram kuras kuri kurš kuru kurus lai man mēs mums mūsu ne nē no par pie " +
  "pret savas savu savus šī šis šo tā tad tam tas tie to tu un uz vai vajag viņš jums mani mana tiek var";
const ENGLISH =
  "a an and are as at be by can did do does for from had has have how i if in is it its me my of on or our shall " +
  "should that the their them there they this to was we were what when where which who whom why will with would you your";

/** @type {Record<string, Language>} */
export const LANGUAGES = {
  lv: { stem, root, functionWords: folded(LATVIAN) },
  en: { stem: (word) => stemmer(fold(word)), root: (stemmed) => stemmed, functionWords: folded(ENGLISH) },
};

/** @param {string} words */
function folded(words) {
  return new Set(fold(words).split(" "));
}
