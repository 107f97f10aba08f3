/**
 * Who leaves which brief to a token that nobody else can make, and back: HMAC-SHA-256 (RFC 2104) over a
 * version and two ids. It says nothing of an address, and never runs out: a message may be read late.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

export interface UnsubscribeClaim {
  /** Id of a brief. */
  readonly brief: string;
  /** Id of a recipient. */
  readonly recipientId: string;
}

const VERSION = "1";
/** Bytes of the mark: 128 bits. */
const MARK = 16;
/** Characters; ids are short. */
const LONGEST = 400;

/** @param secret of whoever sends; those who know it can make any token */
export function unsubscribeToken(secret: string, { brief, recipientId }: UnsubscribeClaim): string {
  const claim = Buffer.from(`${brief}\n${recipientId}`).toString("base64url");
  return `${VERSION}.${claim}.${markOf(secret, claim).toString("base64url")}`;
}

/** Null for whatever was not made with the secret. */
export function readUnsubscribeToken(secret: string, token: string): UnsubscribeClaim | null {
  const parts = token.length > LONGEST ? null : TOKEN.exec(token);
  if (parts === null) return null;
  const [, claim = "", mark = ""] = parts;
  if (!timingSafeEqual(Buffer.from(mark, "base64url"), markOf(secret, claim))) return null;
  const [brief = "", recipientId = ""] = Buffer.from(claim, "base64url").toString().split("\n");
  return { brief, recipientId };
}

/** A mark of 16 bytes is 22 characters. */
const TOKEN = /^1\.([\w-]+)\.([\w-]{22})$/;

function markOf(secret: string, claim: string): Buffer {
  const mark = createHmac("sha256", secret).update(`unsubscribe/${VERSION}|${claim}`).digest();
  return mark.subarray(0, MARK);
}
