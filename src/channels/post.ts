/**
 * An announcement and a channel in, posted once, what became of it out. The address of a channel is a
 * secret, and is told nowhere.
 */
import type { Clock } from "../host/clock.js";
import { NetworkError, type NetworkResponse, type Poster } from "../host/network.js";
import type { HandOver } from "../host/relay.js";
import type { ChannelSettings } from "../model/distribution.js";
import type { Announcement } from "./announcement.js";
import { slackBody } from "./slack.js";
import { teamsBody } from "./teams.js";
import { webhookBody, webhookHeaders } from "./webhook.js";

export interface ChannelMeans {
  readonly poster: Poster;
  readonly clock: Clock;
  /** Address of the channel. */
  readonly url: string;
  /** Signs what goes to a webhook. */
  readonly secret: string | undefined;
  /** Names the delivery: the same however often it is tried. */
  readonly delivery: string;
}

/** A hand-over, and how long the other side asks to be left alone. */
export type Posting = HandOver & { readonly retryAfterMs?: number };

/** The body that a channel takes. */
export function bodyFor({ kind }: Pick<ChannelSettings, "kind">, told: Announcement): string {
  return BODIES[kind](told);
}

export async function postBody(
  { kind }: Pick<ChannelSettings, "kind">,
  body: string,
  { poster, clock, url, secret, delivery }: ChannelMeans,
): Promise<Posting> {
  const signed =
    kind === "webhook" ? webhookHeaders(body, { secret, now: clock.now(), delivery }) : {};
  const headers = { "content-type": "application/json; charset=utf-8", ...signed };
  try {
    const response = await poster.post(url, { headers, body, ...CAPS });
    return verdictOf(response, clock.now());
  } catch (error) {
    if (error instanceof NetworkError) return lost(error);
    throw error;
  }
}

const BODIES: Readonly<Record<ChannelSettings["kind"], (told: Announcement) => string>> = {
  slack: slackBody,
  teams: teamsBody,
  webhook: webhookBody,
};

const CAPS = { maxBytes: 64 * 1024, timeoutMs: 30_000 };

/** Too many requests, and not now, and too early: nothing was done (RFC 9110, RFC 6585, RFC 8470). */
const LATER: ReadonlySet<number> = new Set([425, 429, 503]);

/** Any other answer of a server in trouble may come after the work was done. */
function verdictOf({ status, bytes, headers }: NetworkResponse, now: number): Posting {
  const words = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/\s+/g, " ").trim();
  const response = `${status} ${words}`.trim();
  if (status >= 200 && status < 300) return { kind: "accepted", response };
  const about = "recipient" as const;
  if (LATER.has(status)) {
    const retryAfterMs = patience(headers["retry-after"], now);
    return { kind: "temporary", code: status, response, about, retryAfterMs };
  }
  if (status >= 500 || status === 408) return { kind: "unknown", response };
  return { kind: "permanent", code: status, response, about };
}

const USUAL_MS = 60_000;
const LONGEST_MS = 24 * 3600 * 1000;

/** Seconds, or a date (RFC 9110, 10.2.3). */
function patience(value: string | undefined, now: number): number {
  if (value === undefined) return USUAL_MS;
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? USUAL_MS : Math.min(Math.max(ms, 1000), LONGEST_MS);
}

/** What never came to a connection was never sent. */
const UNSENT =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|SELF_SIGNED/;

function lost(error: NetworkError): Posting {
  const { failure, message } = error;
  if (failure === "refused") {
    const response =
      "the address may not be asked: network.allow in the settings names those that may";
    return { kind: "permanent", code: null, response, about: "recipient" };
  }
  const code =
    error.cause instanceof Error && "code" in error.cause ? String(error.cause.code) : "";
  return UNSENT.test(code)
    ? {
        kind: "temporary",
        code: null,
        response: message,
        about: "recipient",
        retryAfterMs: USUAL_MS,
      }
    : { kind: "unknown", response: message };
}
