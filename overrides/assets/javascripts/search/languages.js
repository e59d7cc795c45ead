/**
 * What the search needs to know of each language.
 *
 * @typedef {object} Language
 * @property {(word: string) => string} stem - of a word in any form, folded
 * @property {(word: string) => string} kin - what a word shares with those derived from it
 * @property {ReadonlySet<string>} functionWords - stems of what a question holds besides what it is about
 */

import { stemmer } from "./porter.js";
import { fold, kin, stem } from "./stemmer.js";

const LATVIAN =
  "ar arī bet bez būt bija būs cik dara darīt dabūt drīkst es gan ir ja jā jau jo jums jūs kā kad kāda kādam kādas " +
  "kādēļ kādi kādos kāds kādu kādus kam kāpēc kas katrs ko kur kura kuram kuras kuri kurš kuru kurus lai man mana " +
  "mani mēs mums mūsu ne nē ņemt no notiek nozīmē par pie pret savas savu savus šī šis šo tā tad tam tas tie tiek to " +
  "tu un uz vai vajag var viņš";
const ENGLISH =
  "a an and are as at be by can did do does for from had has have how i if in is it its me my of on or our shall " +
  "should that the their them there they this to was we were what when where which who whom why will with would " +
  "you your";

/** @type {Record<string, Language>} */
export const LANGUAGES = {
  lv: { stem, kin, functionWords: new Set(LATVIAN.split(" ").map(stem)) },
  en: { stem: english, kin: english, functionWords: new Set(ENGLISH.split(" ").map(english)) },
};

/** @param {string} word */
function english(word) {
  return stemmer(fold(word));
}
