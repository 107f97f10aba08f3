/**
 * A request to leave the list of a brief in, the answer out: one click by POST (RFC 8058), and a page with
 * a button for whoever opens the link. Whoever holds the signed token is the one who got the message.
 */
import type { Clock } from "../host/clock.js";
import { BodyTooLarge, type WebAnswer, type WebRequest } from "../host/web.js";
import { type Ledger, LedgerError } from "../ledger/index.js";
import { readUnsubscribeToken } from "../mail/index.js";
import type { Words } from "../site/index.js";
import { type LeaveState, leavePage } from "./leave-page.js";
import { preferredLanguage } from "./preferred-language.js";

export interface Leaving {
  readonly clock: Clock;
  readonly secret: string;
  /** Whether one more click may be taken: only those that hold are asked about. */
  readonly admits: () => boolean;
  /** Closed by whoever asks for it. */
  readonly openLedger: () => Promise<Ledger>;
  readonly words: (language: string) => Words;
  /** Title and languages of a brief; null for one that the settings do not name any more. */
  readonly briefOf: (id: string) => {
    readonly title: string;
    readonly languages: readonly string[];
  } | null;
}

/** Bytes of what a mail program posts. */
const MAX_BODY = 4096;

export async function answerLeaving(request: WebRequest, means: Leaving): Promise<WebAnswer> {
  const token = request.query.get("t") ?? "";
  const claim = readUnsubscribeToken(means.secret, token);
  const brief = claim === null ? null : means.briefOf(claim.brief);
  const known = brief?.languages ?? [];
  const language = preferredLanguage(request.headers["accept-language"] ?? "", known);
  const words = means.words(language);
  const title = brief?.title ?? claim?.brief ?? "";
  const action = `?t=${encodeURIComponent(token)}`;
  const page = (state: LeaveState) => leavePage(words, state, { title, action });
  if (claim === null) return page("wrong-link");
  if (request.method === "GET" || request.method === "HEAD") return page("ask");
  if (request.method !== "POST") return notAllowed();
  if (!means.admits()) return page("later");
  if (!(await asksToLeave(request))) return page("wrong-link");
  const hasLeft = await write(means, claim.recipientId, claim.brief);
  return page(hasLeft ? "left" : "later");
}

/** Mail programs post a form of either kind; nothing else is a click. */
async function asksToLeave(request: WebRequest): Promise<boolean> {
  const type = request.headers["content-type"] ?? "";
  try {
    const body = new TextDecoder().decode(await request.body(MAX_BODY));
    if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
      return new URLSearchParams(body).get("List-Unsubscribe") === "One-Click";
    }
    return /^multipart\/form-data\b/i.test(type) && IN_A_PART.test(body);
  } catch (error) {
    if (error instanceof BodyTooLarge) return false;
    throw error;
  }
}

const IN_A_PART =
  /\bname="?List-Unsubscribe"?[^\r\n]{0,100}\r?\n(?:[^\r\n]{1,200}\r?\n){0,5}\r?\nOne-Click\r?\n/i;

/** Whoever left before has left. */
async function write(
  { openLedger, clock }: Leaving,
  recipient: string,
  brief: string,
): Promise<boolean> {
  const at = new Date(clock.now()).toISOString();
  try {
    const ledger = await openLedger();
    try {
      await ledger.suppress({ recipient, brief, reason: "unsubscribed", at, note: null });
      return true;
    } finally {
      await ledger.close();
    }
  } catch (error) {
    if (error instanceof LedgerError) return false;
    throw error;
  }
}

function notAllowed(): WebAnswer {
  return { status: 405, headers: { allow: "GET, HEAD, POST" }, body: "" };
}
