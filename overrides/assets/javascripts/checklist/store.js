/** The state in this browser's localStorage, shared by all tabs; in memory where that is not to be had. */

import { asState, parsed, Refused } from "./schema.js";
import { emptyState, merged } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {"" | "blocked" | "full" | "damaged" | "newer"} Trouble Why the state is not, or was not, kept. */

const KEY = "guide.checklists";
const SPOILT_KEY = "guide.checklists.spoilt";

/** One for each page; tells its listeners about every change, also one made in another tab. */
export class Store {
  /** @type {State} */
  state = emptyState();
  /** @type {Trouble} */
  trouble = "";
  /** @type {Array<() => void>} */
  #listeners = [];
  #unsaved = false;
  /** Whether what is stored must not be written over: it is of a newer site, or spoilt and could not be set aside. */
  #locked = false;

  constructor() {
    this.#read();
    window.addEventListener("storage", (event) => event.key === KEY && this.#refresh());
    window.addEventListener("pageshow", (event) => event.persisted && this.#refresh());
    window.addEventListener("beforeunload", (event) => this.#unsaved && event.preventDefault());
  }

  /** @param {() => void} listener Called after every change. */
  listen(listener) {
    this.#listeners.push(listener);
  }

  /** @param {(state: State) => State} change Gets the newest state, with what other tabs have written. */
  change(change) {
    this.#read();
    this.state = change(this.state);
    this.#write();
    this.#tell();
  }

  /** @returns {string} What was stored and could not be read; it is kept until the reader lets it go. */
  spoilt() {
    return attempt(() => localStorage.getItem(SPOILT_KEY)) ?? "";
  }

  /** Lets go of what could not be read. */
  forgetSpoilt() {
    attempt(() => localStorage.removeItem(SPOILT_KEY));
    this.trouble = "";
    this.#tell();
  }

  /** What is in memory now lies in a file too: leaving the page loses nothing. */
  savedElsewhere() {
    this.#unsaved = false;
  }

  #refresh() {
    this.#read();
    this.#tell();
  }

  #read() {
    try {
      const text = localStorage.getItem(KEY);
      this.state = text ? merged(this.state, asState(parsed(text))) : this.state;
      this.trouble ||= this.spoilt() ? "damaged" : "";
    } catch (error) {
      if (!(error instanceof Refused)) {
        this.trouble = "blocked";
      } else if (error.reason === "newer") {
        this.#locked = true;
        this.trouble = "newer";
      } else {
        this.#setAside();
      }
    }
  }

  #setAside() {
    try {
      localStorage.setItem(SPOILT_KEY, localStorage.getItem(KEY) ?? "");
      localStorage.removeItem(KEY);
      this.trouble = "damaged";
    } catch {
      this.#locked = true;
      this.trouble = "full";
    }
  }

  #write() {
    this.#unsaved = true;
    if (this.#locked) {
      return;
    }
    try {
      localStorage.setItem(KEY, JSON.stringify(this.state));
      this.#unsaved = false;
      this.trouble = this.trouble === "damaged" ? "damaged" : "";
    } catch (error) {
      this.trouble = error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
    }
  }

  #tell() {
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

/**
 * @template T
 * @param {() => T} access To a storage that may be blocked.
 * @returns {T | undefined}
 */
function attempt(access) {
  try {
    return access();
  } catch {
    return undefined;
  }
}
