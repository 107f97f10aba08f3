/** The network on Node, by undici: every address is looked at when it is connected to, redirects included. */
import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction, type Socket } from "node:net";
import { Agent, buildConnector, type Dispatcher, request } from "undici";
import { type AddressGuard, addressGuard } from "./address-guard.js";
import { checkedUrl, refusedAddress } from "./checked-url.js";
import {
  type GetRequest,
  NETWORK_LIMITS,
  type Network,
  NetworkError,
  type NetworkResponse,
  type Poster,
  type PostRequest,
  REDIRECTS,
  tooManyRedirects,
} from "./network.js";
import { readBody } from "./read-body.js";

export interface NodeNetworkOptions {
  /** Sent with every request; honest, so that a site's people know whom to ask. */
  readonly userAgent: string;
  /** `host:port` and ranges that may be asked although they are not public. */
  readonly allow?: readonly string[];
  readonly lookup?: LookupFunction;
}

/** @throws {HostError} for an entry of `allow` that names no address */
export function nodeNetwork(
  options: NodeNetworkOptions,
): Network & Poster & { close(): Promise<void> } {
  const { userAgent, allow = [], lookup = systemLookup } = options;
  const guard = addressGuard(allow);
  const agent = new Agent({
    connect: guardedConnector(guard, lookup),
    connections: 1,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
  return {
    get: (url, asked = {}) => getFollowing(url, asked, { agent, guard, userAgent }),
    post: (url, sent) => postOnce(url, sent, { agent, guard, userAgent }),
    close: () => agent.close(),
  };
}

const MAX_HEADER_BYTES = 32 * 1024;
const CONNECT_MS = 10_000;

interface Means {
  readonly agent: Agent;
  readonly guard: AddressGuard;
  readonly userAgent: string;
}

async function getFollowing(
  url: string,
  asked: GetRequest,
  means: Means,
): Promise<NetworkResponse> {
  const limits = { ...NETWORK_LIMITS, ...asked };
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let target = checkedUrl(url, means.guard);
  let isDowngraded = false;
  for (let hop = 0; hop <= limits.maxRedirects; hop += 1) {
    try {
      const response = await ask(target, asked.headers ?? {}, signal, means);
      const next = redirectOf(response);
      if (next === null) {
        const bytes = await readBody(response, target.href, limits.maxBytes);
        const { statusCode: status } = response;
        const headers = plainHeaders(response.headers);
        return { status, finalUrl: target.href, isDowngraded, headers, bytes };
      }
      await response.body.dump({ limit: MAX_HEADER_BYTES, signal });
      const from = target;
      target = checkedUrl(next, means.guard, from.href);
      isDowngraded ||= from.protocol === "https:" && target.protocol === "http:";
    } catch (error) {
      throw asNetworkError(error, target.href);
    }
  }
  throw tooManyRedirects(url, limits.maxRedirects);
}

async function postOnce(
  url: string,
  { headers, body, maxBytes, timeoutMs, signal }: PostRequest,
  { agent, guard, userAgent }: Means,
): Promise<NetworkResponse> {
  const target = checkedUrl(url, guard);
  const limit = AbortSignal.timeout(timeoutMs);
  const ends = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  const sent = { ...headers, "user-agent": userAgent };
  try {
    const response = await request(target, {
      method: "POST",
      dispatcher: agent,
      headers: sent,
      body,
      signal: ends,
    });
    const bytes = await readBody(response, target.href, maxBytes);
    const { statusCode: status } = response;
    const answered = plainHeaders(response.headers);
    return { status, finalUrl: target.href, isDowngraded: false, headers: answered, bytes };
  } catch (error) {
    throw asNetworkError(error, target.href);
  }
}

function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  { agent, userAgent }: Means,
): Promise<Dispatcher.ResponseData> {
  const sent = { "accept-encoding": "gzip, br", ...headers, "user-agent": userAgent };
  return request(url, { dispatcher: agent, headers: sent, signal });
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData): string | null {
  const { location } = plainHeaders(headers);
  return REDIRECTS.has(statusCode) && location !== undefined ? location : null;
}

/** Of a header that is sent several times the first. */
function plainHeaders(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) plain[name.toLowerCase()] = first;
  }
  return plain;
}

/** Connects to what was looked up and checked, and to nothing that a second look-up might give. */
function guardedConnector(guard: AddressGuard, lookup: LookupFunction): buildConnector.connector {
  return (options, callback) => {
    const name = options.hostname.replace(/^\[|\]$/g, "");
    const port = Number(options.port || (options.protocol === "https:" ? 443 : 80));
    const permits = (address: string) => guard.permits(address, port, name);
    const refusal = (address: string) =>
      refusedAddress(`${options.protocol}//${options.host}`, address);
    if (isIP(name) !== 0 && !permits(name)) return callback(refusal(name), null);
    const connect = buildConnector({
      lookup: guardedLookup(lookup, permits, refusal),
      allowH2: false,
      timeout: CONNECT_MS,
    });
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const { remoteAddress = "" }: Socket = socket;
      if (permits(remoteAddress)) return callback(null, socket);
      socket.destroy();
      callback(refusal(remoteAddress), null);
    });
  };
}

function guardedLookup(
  lookup: LookupFunction,
  permits: (address: string) => boolean,
  refusal: (address: string) => NetworkError,
): LookupFunction {
  return (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "", 0);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const permitted = addresses.filter(({ address }) => permits(address));
      const [first] = permitted;
      if (first === undefined) return callback(refusal(addresses[0]?.address ?? "nowhere"), "", 0);
      if (options.all === true) callback(null, permitted);
      else callback(null, first.address, first.family);
    });
  };
}

const TIMEOUTS: ReadonlySet<string> = new Set([
  "TimeoutError",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
]);

function asNetworkError(error: unknown, url: string): NetworkError {
  if (error instanceof NetworkError) return error;
  if (!(error instanceof Error)) throw error;
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const options = { cause: error };
  if (TIMEOUTS.has(code) || TIMEOUTS.has(error.name)) {
    const hint = "try again later; where it stays so, save the page and add the file";
    return new NetworkError("timeout", "did not answer in time", url, hint, options);
  }
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    const hint = "save the page from a browser, and add the file";
    return new NetworkError("too-large", "sends headers without end", url, hint, options);
  }
  const isMalformed =
    code.startsWith("Z_") || code.startsWith("HPE_") || code.startsWith("ERR_BROTLI");
  if (isMalformed) {
    const hint = "save the page from a browser, and add the file";
    return new NetworkError("malformed", `answers what is no HTTP (${code})`, url, hint, options);
  }
  const hint = "check the address and the connection, and try again";
  return new NetworkError("unreachable", `cannot be reached (${code})`, url, hint, options);
}
