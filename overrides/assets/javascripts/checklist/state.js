/**
 * What the reader has ticked, as plain values: no page, no storage, no clock.
 *
 * Every change carries the time it was made; of two states the later change wins, item by item, so that
 * tabs and devices can be merged in any order.
 */

/** @typedef {{done: boolean, date: string, note: string, at: number}} Entry What is kept of an item; `date` is ISO or "". */
/** @typedef {Record<string, Entry>} Entries By id of the item or of a chosen activity. */
/** @typedef {{id: string, name: string, at: number, deleted: boolean, entries: Entries}} Project A deleted one keeps its id and time only. */
/** @typedef {{at: number, texts: Record<string, string>}} Visit Ids and fingerprints of the items a page had. */
/** @typedef {{version: number, current: {id: string, at: number}, projects: Record<string, Project>, visits: Record<string, Visit>}} State */

/** Raised when a stored or handed-over state can no longer be read by older code. */
export const VERSION = 1;
export const LONGEST_NOTE = 10_000;
export const LONGEST_NAME = 100;

/** @type {Entry} */
const BLANK = Object.freeze({ done: false, date: "", note: "", at: 0 });

/** @returns {State} */
export function emptyState() {
  return { version: VERSION, current: { id: "", at: 0 }, projects: {}, visits: {} };
}

/**
 * Both states in one; the order of the two does not matter.
 * @param {State} one
 * @param {State} other
 * @returns {State}
 */
export function merged(one, other) {
  return {
    version: VERSION,
    current: later(one.current, other.current),
    projects: joined(one.projects, other.projects, mergedProject),
    visits: joined(one.visits, other.visits, later),
  };
}

/** @param {State} state @returns {Project[]} The projects that were not deleted, by name. */
export function projects(state) {
  return Object.values(state.projects)
    .filter((project) => !project.deleted)
    .sort((one, other) => one.name.localeCompare(other.name, "lv") || (one.id < other.id ? -1 : 1));
}

/** @param {State} state @returns {Project | undefined} The project the reader is in; none before the first tick. */
export function currentProject(state) {
  return isLive(state, state.current.id) ? state.projects[state.current.id] : projects(state)[0];
}

/** @param {State} state @param {string} id @returns {boolean} Whether there is such a project, not deleted. */
export function isLive(state, id) {
  return id in state.projects && !state.projects[id].deleted;
}

/** @param {State} state @param {string} item @returns {Entry} What the current project says of an item. */
export function entryOf(state, item) {
  return currentProject(state)?.entries[item] ?? BLANK;
}

/**
 * Items of a project changed; the project is begun where there is none of that id.
 * @param {State} state
 * @param {string} id Of the project.
 * @param {Record<string, Partial<Entry>>} changes By item.
 * @param {number} now Milliseconds.
 * @returns {State}
 */
export function withEntries(state, id, changes, now) {
  const begun = isLive(state, id) ? state : withProject(state, id, "", now);
  const project = begun.projects[id];
  const entries = { ...project.entries };
  for (const [item, change] of Object.entries(changes)) {
    const old = entries[item] ?? BLANK;
    entries[item] = { ...old, ...change, at: Math.max(now, old.at + 1) };
  }
  return replaced(begun, { ...project, entries });
}

/**
 * How a tick changes an entry: the day is noted, and taken back with a tick of the same day.
 * @param {Entry} entry
 * @param {boolean} done
 * @param {string} today ISO date.
 * @returns {Partial<Entry>}
 */
export function ticked(entry, done, today) {
  if (done) {
    return { done, date: entry.date || today };
  }
  return { done, date: entry.date === today ? "" : entry.date };
}

/** @param {string[]} items @returns {Record<string, Partial<Entry>>} The change that clears items. */
export function cleared(items) {
  return Object.fromEntries(items.map((item) => [item, { done: false, date: "", note: "" }]));
}

/**
 * A new project, which becomes the current one.
 * @param {State} state @param {string} id @param {string} name @param {number} now @returns {State}
 */
export function withProject(state, id, name, now) {
  const project = { id, name: name.slice(0, LONGEST_NAME), at: now, deleted: false, entries: {} };
  return switchedTo(replaced(state, project), id, now);
}

/** @param {State} state @param {string} id @param {string} name @param {number} now @returns {State} */
export function renamed(state, id, name, now) {
  const project = state.projects[id];
  return replaced(state, { ...project, name: name.slice(0, LONGEST_NAME), at: Math.max(now, project.at + 1) });
}

/** @param {State} state @param {string} id @param {number} now @returns {State} */
export function withoutProject(state, id, now) {
  const at = Math.max(now, state.projects[id].at + 1);
  return replaced(state, { id, name: "", at, deleted: true, entries: {} });
}

/**
 * A project taken in: one that was deleted, or one from another device. What is there already is merged.
 * @param {State} state @param {Project} project @param {number} now @returns {State}
 */
export function withTakenProject(state, project, now) {
  const own = state.projects[project.id];
  const fresh = own?.deleted ? { ...project, at: Math.max(now, own.at + 1) } : project;
  return switchedTo(replaced(state, own ? mergedProject(own, fresh) : fresh), project.id, now);
}

/** @param {State} state @param {string} id @param {number} now @returns {State} */
export function switchedTo(state, id, now) {
  return { ...state, current: { id, at: Math.max(now, state.current.at + 1) } };
}

/** @param {Entries} entries @param {string[]} items @returns {number} How many of the items are done. */
export function countDone(entries, items) {
  return items.filter((item) => entries[item]?.done).length;
}

/** @param {Project} project @param {Set<string>} known @returns {string[]} Ids with something kept that the site no longer has. */
export function unknownItems(project, known) {
  return Object.entries(project.entries)
    .filter(([id, { done, date, note }]) => !known.has(id) && (done || date || note))
    .map(([id]) => id);
}

/**
 * @param {Project} project @param {Record<string, string>} retired Old id -> the one in its place.
 * @returns {Project} With entries of retired items moved to what stands in their place.
 */
export function withMoved(project, retired) {
  /** @type {Entries} */
  const entries = {};
  for (const [id, entry] of Object.entries(project.entries)) {
    const place = retired[id] ?? id;
    entries[place] = place in entries ? later(entries[place], entry) : entry;
  }
  return { ...project, entries };
}

/**
 * @param {State} state @param {string} page @param {Record<string, string>} texts @param {number} now
 * @returns {State} With the items a page has now noted as seen.
 */
export function withVisit(state, page, texts, now) {
  return { ...state, visits: { ...state.visits, [page]: { at: now, texts } } };
}

/**
 * What is different on a page since a visit.
 * @param {Visit | undefined} visit
 * @param {Record<string, string>} texts
 * @returns {{added: string[], changed: string[], removed: string[]}} Ids of items.
 */
export function news(visit, texts) {
  const seen = visit?.texts ?? texts;
  const ids = Object.keys(texts);
  return {
    added: ids.filter((id) => !(id in seen)),
    changed: ids.filter((id) => id in seen && seen[id] !== texts[id]),
    removed: Object.keys(seen).filter((id) => !(id in texts)),
  };
}

/** @param {string} text @returns {string} A short fingerprint (FNV-1a) by which a changed text is noticed. */
export function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const sign of text) {
    hash = Math.imul(hash ^ /** @type {number} */ (sign.codePointAt(0)), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** @param {State} state @param {Project} project @returns {State} */
function replaced(state, project) {
  return { ...state, projects: { ...state.projects, [project.id]: project } };
}

/** @param {Project} one @param {Project} other @returns {Project} */
function mergedProject(one, other) {
  const { id, name, at, deleted } = later(one, other);
  return { id, name, at, deleted, entries: deleted ? {} : joined(one.entries, other.entries, later) };
}

/**
 * @template {{at: number}} T
 * @param {T} one
 * @param {T} other
 * @returns {T} The later of two; of two at the same time always the same one.
 */
function later(one, other) {
  if (one.at !== other.at) {
    return one.at > other.at ? one : other;
  }
  return JSON.stringify(one) > JSON.stringify(other) ? one : other;
}

/**
 * @template T
 * @param {Record<string, T>} one
 * @param {Record<string, T>} other
 * @param {(one: T, other: T) => T} join For what both have.
 * @returns {Record<string, T>}
 */
function joined(one, other, join) {
  const all = { ...one };
  for (const [key, value] of Object.entries(other)) {
    all[key] = key in all ? join(all[key], value) : value;
  }
  return all;
}
