/** Whether a value from outside is a state or a project; whoever reads foreign data asks here first. */

import { LONGEST_NAME, LONGEST_NOTE, VERSION } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Project} Project */

const PROJECT_ID = /^p-[a-z0-9-]{1,40}$/;
const ITEM_ID = /^(item|activity)-[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^(\d{4}-\d{2}-\d{2})?$/;

/** A value that was refused; `reason` is “damaged” or “newer”. */
export class Refused extends Error {
  /** @param {"damaged" | "newer"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {string} text @returns {unknown} @throws {Refused} */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("damaged");
  }
}

/** @param {unknown} value @returns {State} @throws {Refused} */
export function asState(value) {
  const state = /** @type {State} */ (versioned(value));
  const whole =
    isRecord(state.current) &&
    typeof state.current.id === "string" &&
    isTime(state.current.at) &&
    everyValue(state.projects, isProject) &&
    Object.entries(state.projects).every(([id, project]) => id === project.id) &&
    everyValue(state.visits, isVisit);
  if (!whole) {
    throw new Refused("damaged");
  }
  return state;
}

/**
 * @param {unknown} value What a file or a link holds.
 * @param {number} now No change can be later than this, however wrong the other clock was.
 * @returns {Project[]}
 * @throws {Refused}
 */
export function asHandedOver(value, now) {
  const { projects } = /** @type {{projects: unknown}} */ (versioned(value));
  if (!Array.isArray(projects) || !projects.length || !projects.every((each) => isProject(each) && !each.deleted)) {
    throw new Refused("damaged");
  }
  return projects.map((project) => ({
    ...project,
    at: Math.min(project.at, now),
    entries: Object.fromEntries(
      Object.entries(project.entries).map(([id, entry]) => [id, { ...entry, at: Math.min(entry.at, now) }]),
    ),
  }));
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function versioned(value) {
  if (!isRecord(value) || !Number.isInteger(value.version)) {
    throw new Refused("damaged");
  }
  if (Number(value.version) > VERSION) {
    throw new Refused("newer");
  }
  return value;
}

/** @param {unknown} value @returns {value is Project} */
function isProject(value) {
  return (
    isRecord(value) &&
    isText(value.id, 50) &&
    PROJECT_ID.test(value.id) &&
    isText(value.name, LONGEST_NAME) &&
    isTime(value.at) &&
    typeof value.deleted === "boolean" &&
    everyValue(value.entries, isEntry) &&
    Object.keys(value.entries).every((id) => ITEM_ID.test(id))
  );
}

/** @param {unknown} value @returns {boolean} */
function isEntry(value) {
  return (
    isRecord(value) &&
    typeof value.done === "boolean" &&
    isText(value.date, 10) &&
    DAY.test(value.date) &&
    isText(value.note, LONGEST_NOTE) &&
    isTime(value.at)
  );
}

/** @param {unknown} value @returns {boolean} */
function isVisit(value) {
  return isRecord(value) && isTime(value.at) && everyValue(value.texts, (each) => isText(each, 20));
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @param {number} longest @returns {value is string} */
function isText(value, longest) {
  return typeof value === "string" && value.length <= longest;
}

/** @param {unknown} value @returns {boolean} */
function isTime(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/**
 * @param {unknown} value
 * @param {(each: unknown) => boolean} holds
 * @returns {value is Record<string, unknown>}
 */
function everyValue(value, holds) {
  return isRecord(value) && Object.values(value).every(holds);
}
