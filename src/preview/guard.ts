/**
 * A request in, what it asks for below the token out, or why it gets no answer: other pages in the same
 * browser can send requests here as well, and must neither read nor change anything.
 */
import type { WebAnswer, WebRequest } from "../host/web.js";
import { fault, notFound } from "./answers.js";

export interface Admission {
  /** Decoded parts of the path below the token; the last is empty for a folder. */
  readonly parts: readonly string[];
}

/** @param port that the server answers on @param token of the address */
export function admit(request: WebRequest, port: number, token: string): Admission | WebAnswer {
  const { method, headers, path } = request;
  // A name that somebody else points at this machine (DNS rebinding) is none of ours.
  if (!isOwnHost(headers.host, port)) {
    return fault(403, { code: "wrong-host", message: "not asked by its own name", hint: OWN_NAME });
  }
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, port)) {
    return fault(403, { code: "wrong-origin", message: "asked by another page", hint: OWN_NAME });
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    return fault(403, { code: "wrong-origin", message: "asked by another page", hint: OWN_NAME });
  }
  if (method !== "GET" && method !== "POST") {
    const told = { code: "wrong-method", message: "GET and POST alone", hint: "see the API" };
    return { ...fault(405, told), headers: { ...fault(405, told).headers, allow: "GET, POST" } };
  }
  // A page of another origin can post forms and plain text, but no JSON, without being asked first.
  if (method === "POST" && !/^application\/json\b/i.test(headers["content-type"] ?? "")) {
    const told = { code: "wrong-type", message: "JSON alone", hint: "send application/json" };
    return fault(415, told);
  }
  const parts = partsOf(path);
  if (parts === null) return notFound("no such address");
  const [first, ...below] = parts;
  if (first === undefined || !isSame(first, token)) {
    return notFound("no such address", "open the address that brief preview printed");
  }
  return { parts: below };
}

const OWN_NAME = "open the address that brief preview printed";

function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`;
}

const MAX_PATH = 2048;

/** What no name of a file of ours holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const OUTSIDE = /[/\\\u0000-\u001f]/;

function isOut(part: string): boolean {
  return part === "." || part === ".." || OUTSIDE.test(part);
}

/** Null where a part could lead out of its folder, or is no text. */
function partsOf(path: string): readonly string[] | null {
  if (path.length > MAX_PATH || !path.startsWith("/")) return null;
  try {
    const parts = path.slice(1).split("/").map(decodeURIComponent);
    return parts.some(isOut) ? null : parts;
  } catch {
    return null;
  }
}

/** Takes as long for a token that is almost right as for any other. */
function isSame(given: string, token: string): boolean {
  if (given.length !== token.length) return false;
  let difference = 0;
  for (let at = 0; at < token.length; at += 1) {
    difference |= given.charCodeAt(at) ^ token.charCodeAt(at);
  }
  return difference === 0;
}
