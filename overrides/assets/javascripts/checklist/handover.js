/** Projects as a file or as the fragment of a link, and back; nothing is sent anywhere. */

import { asHandedOver, parsed, Refused } from "./schema.js";
import { VERSION } from "./state.js";

/** @typedef {import("./state.js").Project} Project */

/** The most a file or a link may hold, in bytes: far more than all notes one can write. */
export const LARGEST = 16_000_000;
const MARK = "#handover=";
const PACKED = "z";
const PLAIN = "j";

/** @param {Project[]} projects @returns {string} What is written to a file. */
export function asText(projects) {
  return JSON.stringify({ version: VERSION, projects });
}

/** @param {Project} project @returns {Promise<string>} The fragment of a link, packed where the browser can. */
export async function asFragment(project) {
  const text = new TextEncoder().encode(asText([project]));
  if (!("CompressionStream" in window)) {
    return MARK + PLAIN + toBase64(text);
  }
  return MARK + PACKED + toBase64(await through(text, new CompressionStream("deflate-raw")));
}

/** @param {string} text @returns {Project[]} @throws {Refused} */
export function fromText(text) {
  return asHandedOver(parsed(text), Date.now());
}

/** @param {string} fragment @returns {boolean} Whether it holds a project. */
export function isHandover(fragment) {
  return fragment.startsWith(MARK);
}

/** @param {string} fragment @returns {Promise<Project[]>} @throws {Refused} */
export async function fromFragment(fragment) {
  const form = fragment[MARK.length];
  let bytes;
  try {
    bytes = fromBase64(fragment.slice(MARK.length + 1));
    bytes = form === PACKED ? await through(bytes, new DecompressionStream("deflate-raw")) : bytes;
  } catch {
    throw new Refused("damaged");
  }
  return fromText(new TextDecoder().decode(bytes));
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.length;
    if (size > LARGEST) {
      throw new Refused("damaged");
    }
    chunks.push(chunk.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** @param {Uint8Array} bytes @returns {string} */
function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}
