/** The network in memory: what each address answers is a function, for tests and for embedding. */
import { addressGuard } from "./address-guard.js";
import { checkedUrl } from "./checked-url.js";
import {
  NETWORK_LIMITS,
  type Network,
  NetworkError,
  REDIRECTS,
  tooManyBytes,
  tooManyRedirects,
} from "./network.js";

export interface MemoryAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** @param answer of an address; null where there is nobody */
export function memoryNetwork(
  answer: (url: string, headers: Readonly<Record<string, string>>) => MemoryAnswer | null,
): Network {
  const guard = addressGuard();
  return {
    async get(url, asked = {}) {
      const limits = { ...NETWORK_LIMITS, ...asked };
      let target = checkedUrl(url, guard);
      let isDowngraded = false;
      for (let hop = 0; hop <= limits.maxRedirects; hop += 1) {
        const given = answer(target.href, asked.headers ?? {});
        if (given === null) throw unreachable(target.href);
        const { status = 200, body = "" } = given;
        const headers = lowerCased(given.headers ?? {});
        if (REDIRECTS.has(status) && headers.location !== undefined) {
          const from = target;
          target = checkedUrl(headers.location, guard, from.href);
          isDowngraded ||= from.protocol === "https:" && target.protocol === "http:";
          continue;
        }
        const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
        if (bytes.length > limits.maxBytes) throw tooManyBytes(target.href, limits.maxBytes);
        return { status, finalUrl: target.href, isDowngraded, headers, bytes };
      }
      throw tooManyRedirects(url, limits.maxRedirects);
    },
  };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function unreachable(url: string): NetworkError {
  const hint = "check the address and the connection, and try again";
  return new NetworkError("unreachable", "cannot be reached (ENOTFOUND)", url, hint);
}
