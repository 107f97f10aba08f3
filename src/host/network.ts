/** The network outside the program, behind one interface: a GET with its redirects followed and everything capped. */

export interface GetRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes of the body, as it travels and unpacked. */
  readonly maxBytes?: number;
  /** Milliseconds for the whole, redirects and body included. */
  readonly timeoutMs?: number;
  readonly maxRedirects?: number;
}

export interface NetworkResponse {
  /** Whatever the server answered, 404 and 503 included. */
  readonly status: number;
  /** Where the bytes came from, after all redirects; without a fragment. */
  readonly finalUrl: string;
  /** A redirect led from https to http: what came may have been changed on the way. */
  readonly isDowngraded: boolean;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked where the server had packed them. */
  readonly bytes: Uint8Array;
}

export interface Network {
  /** @throws {NetworkError} where nothing was answered, or nothing that may be taken */
  get(url: string, request?: GetRequest): Promise<NetworkResponse>;
}

export interface PostRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly maxBytes: number;
  /** Milliseconds for the whole, the last byte of the body included. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Sends what a setting says may be sent; a redirect is answered as it came, and never followed. */
export interface Poster {
  /** @throws {NetworkError} as a network does */
  post(url: string, request: PostRequest): Promise<NetworkResponse>;
}

/** What holds where a caller says nothing else. */
export const NETWORK_LIMITS = {
  maxBytes: 64 * 1024 * 1024,
  timeoutMs: 30_000,
  maxRedirects: 5,
} as const;

export const MAX_URL_LENGTH = 8192;

/** The statuses that lead elsewhere by a `location` (RFC 9110, section 15.4). */
export const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** `refused` by our rules, `unreachable` and `timeout` by the network, the others by what was answered. */
export type NetworkFailure =
  | "refused"
  | "unreachable"
  | "timeout"
  | "too-large"
  | "too-many-redirects"
  | "malformed";

export class NetworkError extends Error {
  constructor(
    readonly failure: NetworkFailure,
    message: string,
    readonly url: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "NetworkError";
  }

  /** Whether it may go better a little later. */
  get isPassing(): boolean {
    return this.failure === "unreachable" || this.failure === "timeout";
  }
}

export function tooManyBytes(url: string, maxBytes: number): NetworkError {
  const hint = "save it from a browser in parts, and add the files";
  return new NetworkError("too-large", `sends more than ${maxBytes} bytes`, url, hint);
}

export function tooManyRedirects(url: string, maxRedirects: number): NetworkError {
  const hint = "open it in a browser, and use the address where it ends";
  const message = `leads on more than ${maxRedirects} times`;
  return new NetworkError("too-many-redirects", message, url, hint);
}
