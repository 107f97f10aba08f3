/** An address to the bytes behind it and the record of where they came from, or the reason why there are none. */
import type { Clock } from "../host/clock.js";
import { type Network, NetworkError, type NetworkResponse } from "../host/network.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourceRecord } from "../model/source-record.js";
import { retryAfter } from "./retry-after.js";

export interface FetchedPage {
  readonly response: NetworkResponse;
  readonly source: SourceRecord;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FailedPage {
  readonly fault: Diagnostic;
  /** Milliseconds after which the server wants to be asked again; null where it does not say. */
  readonly askAgainIn: number | null;
}

/** Asks politely where the network is polite; what is no success is a diagnostic. */
export async function fetchPage(
  { network, clock }: { readonly network: Network; readonly clock: Clock },
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<FetchedPage | FailedPage> {
  try {
    const response = await network.get(url, { headers: { accept: "*/*", ...headers } });
    if (response.status !== 304 && (response.status < 200 || response.status > 299)) {
      const askAgainIn = retryAfter(response, clock.now());
      return { fault: answeredBadly(url, response.status), askAgainIn };
    }
    const diagnostics = response.isDowngraded ? [leftHttps(url)] : [];
    return { response, source: recordOf(url, response, clock.now()), diagnostics };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    const fault = ofPage(error.url, error.message, error.hint);
    return { fault: { ...fault, code: `network-${error.failure}` }, askAgainIn: null };
  }
}

function recordOf(url: string, response: NetworkResponse, now: number): SourceRecord {
  const { finalUrl, status, headers } = response;
  const { "content-type": contentType, etag, "last-modified": lastModified } = headers;
  return {
    url,
    finalUrl,
    fetched: new Date(now).toISOString(),
    status,
    ...(contentType !== undefined && { contentType }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}

const HINTS: Readonly<Record<number, string>> = {
  401: "it wants a password: save the page from a browser, and add the file",
  402: "it wants money: save the page from a browser, and add the file",
  403: "it does not answer programs: save the page from a browser, and add the file",
  404: "check the address; the page may have moved, or may be in a web archive",
  410: "the page was taken away; it may be in a web archive",
  429: "it was asked too often: try again later",
};

function answeredBadly(url: string, status: number): Diagnostic {
  const hint =
    HINTS[status] ?? "try again later; where it stays so, save the page and add the file";
  return { ...ofPage(url, `answers ${status}`, hint), code: "page-not-given" };
}

function leftHttps(url: string): Diagnostic {
  const hint = "check what was kept against the page in a browser";
  return { ...ofPage(url, "leads from https to http", hint), severity: "info", code: "left-https" };
}

function ofPage(url: string, message: string, hint: string): Diagnostic {
  return { code: "page", severity: "error", message, place: { file: url }, hint };
}
