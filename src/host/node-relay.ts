/** The relay on Node: several connections at once, each kept for the next message, every wait bounded (RFC 5321). */
import type { RelaySettings } from "../model/distribution.js";
import type { HandOver, RawMessage, Relay, RelayAccess } from "./relay.js";
import { handOverOf } from "./smtp/hand-over-of.js";
import { SmtpSession, trustOf } from "./smtp/smtp-session.js";

export function nodeRelay(settings: RelaySettings, access: RelayAccess = {}): Relay {
  const idle: SmtpSession[] = [];
  const trust = trustOf(access);
  const open = () => new SmtpSession(settings, access, trust);
  const waiting: (() => void)[] = [];
  const inHand = new Set<Promise<HandOver>>();
  let free = settings.connections;

  async function hand(message: RawMessage): Promise<HandOver> {
    if (!isOneAddress(message.envelope.to)) return NO_ADDRESS;
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await handOnce(message, settings.timeoutMs, idle, open);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  return {
    hand(message) {
      const outcome = hand(message);
      inHand.add(outcome);
      return outcome.finally(() => inHand.delete(outcome));
    },
    async close() {
      await Promise.allSettled(inHand);
      await Promise.all(idle.splice(0).map((session) => session.quit()));
    },
  };
}

/**
 * Connects, is let in and takes its leave: nothing is handed over.
 * @param patience milliseconds @returns what the other side said against it; null where it said nothing
 */
export async function greetRelay(
  settings: RelaySettings,
  access: RelayAccess,
  patience: number,
): Promise<string | null> {
  const session = new SmtpSession(settings, access, trustOf(access));
  try {
    await session.open(patience);
    await session.quit();
    return null;
  } catch (error) {
    session.close();
    return handOverOf(error, false).response;
  }
}

/** Whoever made it: no route, no second address and no parameter gets into a command (RFC 5321, 4.1.1.3). */
function isOneAddress(address: string): boolean {
  return ONE_ADDRESS.test(address);
}

const ONE_ADDRESS =
  /^[^\s@<>(),;:"[\]\\\p{C}]{1,64}@(?=.{1,253}$)[\p{L}\p{M}\p{N}_-]{1,63}(?:\.[\p{L}\p{M}\p{N}_-]{1,63})*$/u;

const NO_ADDRESS: HandOver = {
  kind: "permanent",
  code: null,
  response: "the address is none that a message can be sent to",
  about: "recipient",
};

/** Over a connection that is there; where that one had ended meanwhile, over a new one. */
async function handOnce(
  message: RawMessage,
  timeoutMs: number,
  idle: SmtpSession[],
  open: () => SmtpSession,
): Promise<HandOver> {
  const end = Date.now() + timeoutMs;
  const left = () => Math.max(1, end - Date.now());
  for (let session = idle.pop(); session !== undefined; session = idle.pop()) {
    if (!session.isUsable) continue;
    const outcome = await session.send(message, left());
    if (isOfTheConnection(outcome) && Date.now() < end) continue;
    keep(session, idle);
    return outcome;
  }
  const session = open();
  try {
    await session.open(left());
  } catch (error) {
    session.close();
    return handOverOf(error, false);
  }
  const outcome = await session.send(message, left());
  keep(session, idle);
  return outcome;
}

/** Nothing was taken, and what failed is the connection: servers end those that are idle. */
function isOfTheConnection(outcome: HandOver): boolean {
  return (
    outcome.kind === "temporary" &&
    outcome.about === "relay" &&
    (outcome.code === null || outcome.code === 421)
  );
}

function keep(session: SmtpSession, idle: SmtpSession[]): void {
  if (session.isUsable) idle.push(session);
  else void session.quit();
}
