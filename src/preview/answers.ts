/** Values to answers of the server, each with the headers that keep a browser from doing more with it. */
import type { WebAnswer } from "../host/web.js";

/** Nothing is guessed, framed by others, kept, or told to other places. */
const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "SAMEORIGIN",
} as const;

/** For data: nothing of it is ever run or shown as a page. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** The page of the preview runs its own scripts and those of pdf.js, which unpacks pictures in WebAssembly. */
export const PREVIEW_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A page that was made brings style, pictures and fonts along, and runs nothing. */
export const MADE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export function json(value: unknown, status = 200): WebAnswer {
  return {
    status,
    headers: {
      ...HEADERS,
      "content-type": "application/json; charset=utf-8",
      "content-security-policy": NOTHING,
    },
    body: JSON.stringify(value),
  };
}

export interface Fault {
  /** Stable kebab-case name. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export function fault(status: number, told: Fault, more: object = {}): WebAnswer {
  return json({ error: told, ...more }, status);
}

export function notFound(message: string, hint = "see the address"): WebAnswer {
  return fault(404, { code: "not-found", message, hint });
}

/** @param policy of the browser for what is in the bytes */
export function bytes(
  body: Uint8Array,
  mediaType: string,
  policy = NOTHING,
  more: Readonly<Record<string, string>> = {},
): WebAnswer {
  return {
    status: 200,
    headers: {
      ...HEADERS,
      "content-type": mediaType,
      "content-security-policy": policy,
      ...more,
    },
    body,
  };
}

export function stream(
  body: Extract<WebAnswer["body"], (...given: never[]) => unknown>,
): WebAnswer {
  const headers = {
    ...HEADERS,
    "content-type": "text/event-stream; charset=utf-8",
    "content-security-policy": NOTHING,
    // A proxy in between must pass each event on.
    "x-accel-buffering": "no",
  };
  return { status: 200, headers, body };
}
