/** data/checklists.json: which items each checklist has; fetched when it is first needed. */

/** @typedef {{address: string, title: string, items: string[], choices: string[]}} Listed */
/** @typedef {{root: string, checklists: Listed[], known: Set<string>, retired: Record<string, string>}} Catalogue */

/** @type {Promise<Catalogue | undefined> | undefined} */
let catalogue;

/** @returns {Promise<Catalogue | undefined>} In the language of the page; nothing where it cannot be fetched. */
export function loadCatalogue() {
  catalogue ??= fetched();
  return catalogue;
}

async function fetched() {
  const words = /** @type {HTMLElement} */ (document.getElementById("checklist-words"));
  const address = new URL(/** @type {string} */ (words.dataset.index), location.href).href;
  try {
    const { checklists, retired } = await (await fetch(address)).json();
    /** @type {Listed[]} */
    const own = checklists[document.documentElement.lang] ?? Object.values(checklists)[0];
    const known = new Set(own.flatMap((listed) => [...listed.items, ...listed.choices]));
    return { root: new URL("..", address).href, checklists: own, known, retired };
  } catch {
    return undefined;
  }
}
