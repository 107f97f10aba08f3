/**
 * An edition and an address of the desk in, one message that says of itself that it is a test out. It is
 * no delivery: the ledger has nothing of it. To others it does not go, as markings could be gone round so.
 */
import { createHash } from "node:crypto";
import { canonicalAddress, domainOf } from "../mail/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { MailSettings } from "../model/distribution.js";
import type { Recipient } from "../model/recipient.js";
import type { SendEnd } from "../model/send-result.js";
import type { Edition } from "./edition.js";
import { notOfTheDesk, testTold } from "./send-faults.js";
import { refused } from "./send-lines.js";
import type { SendMeans } from "./send-means.js";

/** @returns the last line, told as well */
export async function sendTest(
  edition: Edition,
  to: string,
  { from, replyTo }: Pick<MailSettings, "from" | "replyTo">,
  means: Pick<SendMeans, "openRelay" | "onLine">,
): Promise<SendEnd> {
  const address = canonicalAddress(to);
  const own = [from.address, ...(replyTo === undefined ? [] : [replyTo])].map(domainOf);
  const known = edition.recipients.find((one) => one.address === address);
  const isAllowed = own.includes(domainOf(address)) || (known && edition.maySee(known));
  const end = isAllowed ? await handTest(edition, address, means) : refused([notOfTheDesk(to)]);
  means.onLine(end);
  return end;
}

async function handTest(
  edition: Edition,
  address: string,
  { openRelay }: Pick<SendMeans, "openRelay">,
): Promise<SendEnd> {
  const made = await edition.make(deskReader(address), true);
  if (!("raw" in made)) return refused(made);
  const relay = openRelay();
  try {
    const handed = await relay.hand(made);
    const isDone = handed.kind === "accepted";
    return endWith(isDone ? "done" : "relay", testTold(address, isDone, handed.response));
  } finally {
    await relay.close();
  }
}

function endWith(end: SendEnd["end"], diagnostic: Diagnostic): SendEnd {
  return { kind: "end", end, states: null, unknown: [], diagnostics: [diagnostic] };
}

/** Of another id than a reader with the same address: mail programs would take the two for one message. */
function deskReader(address: string): Recipient {
  const digest = createHash("sha256").update(`test ${address}`).digest("hex");
  return {
    id: `r-${digest.slice(0, 12)}`,
    number: 1,
    name: "",
    address,
    language: null,
    template: null,
    format: "pdf",
    markings: [],
    watermark: false,
    encryption: { kind: "none" },
    lists: [],
  };
}
