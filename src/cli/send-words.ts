/** A plan, a run and a status of sending as lines for a person. */
import process from "node:process";
import { styleText } from "node:util";
import type { Delivery, DeliveryState } from "../model/delivery.js";
import type {
  PlannedRecipient,
  SendDelivery,
  SendEnd,
  SendPlan,
  SendStatus,
  SendVerdict,
} from "../model/send-result.js";
import { oneLine } from "./terminal.js";

/** Of each verdict so many are listed one by one; JSON holds all. */
const LISTED = 40;

export function planHead(plan: SendPlan): string {
  const { brief, issue, version, occasion, marking, lists } = plan;
  const what = occasion === "issue" ? "" : `, ${occasion}`;
  const to = lists.length === 0 ? "to no list" : `to ${lists.join(", ")}`;
  return `${brief} ${issue}, version ${version}${what}, ${marking}, ${to}`;
}

/** A row for each recipient: those who get it first, then why the others do not. */
export function planTable({ recipients }: SendPlan): string {
  const groups = ORDER.flatMap((verdict) => {
    const all = recipients.filter((one) => one.verdict === verdict);
    const rows = all.slice(0, LISTED).map(planRow);
    const more = all.length - rows.length;
    return more > 0 ? [...rows, [`… and ${more} more`]] : rows;
  });
  return tableOf(groups);
}

const ORDER: readonly SendVerdict[] = [
  "due",
  "later",
  "over-limit",
  "unknown",
  "failed",
  "bounced",
  "unmade",
  "marking",
  "suppressed",
  "sent",
];

const VERDICTS: Readonly<Record<SendVerdict, string>> = {
  due: "gets it",
  later: "gets it later",
  "over-limit": "over the limit",
  unknown: "unknown",
  failed: "failed",
  bounced: "bounced",
  unmade: "not made",
  marking: "may not see it",
  suppressed: "suppressed",
  sent: "has it",
};

const OF_SEVERAL: typeof VERDICTS = { ...VERDICTS, sent: "have it" };

function planRow(one: PlannedRecipient): string[] {
  const { verdict, address, name, format, language, bytes, why, next } = one;
  const size = bytes === null ? "" : sizeOf(bytes);
  const form = verdict === "due" || verdict === "later" ? format : "";
  const reason = next === null ? (why ?? "") : `from ${next}: ${why ?? ""}`;
  return [VERDICTS[verdict], address, name, form, language ?? "", size, reason].map(oneLine);
}

/** Columns as wide as their widest cell, the last one as long as it is. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const whole = rows.filter((row) => row.length > 1);
  const widths = (whole[0] ?? []).map((_, column) =>
    Math.max(...whole.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (row.length === 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .filter((_, column) => row.length === 1 || (widths[column] ?? 0) > 0)
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Of a message as it travels. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function planSum({ recipients, totals, bytes }: SendPlan): string {
  const going = totals.due + totals.later;
  const size = bytes === null ? "" : `, ${sizeOf(bytes)} in all`;
  const rest = ORDER.filter((verdict) => verdict !== "due" && verdict !== "later")
    .filter((verdict) => totals[verdict] > 0)
    .map(
      (verdict) => `${totals[verdict]} ${(totals[verdict] === 1 ? VERDICTS : OF_SEVERAL)[verdict]}`,
    );
  const others =
    rest.length === 0 ? "" : `; not to ${recipients.length - going}: ${rest.join(", ")}`;
  return `${going} ${going === 1 ? "message" : "messages"}${size}${others}`;
}

const COLOURS: Readonly<Record<DeliveryState, Parameters<typeof styleText>[0]>> = {
  sending: "yellow",
  sent: "green",
  deferred: "yellow",
  failed: "red",
  unknown: "yellow",
  bounced: "red",
};

export function deliveryWords({ state, address, response, next, isWritten }: SendDelivery): string {
  const word = styleText(COLOURS[state], state.padEnd(STATE_LETTERS), { stream: process.stdout });
  const later = next === null ? "" : `, again from ${next}`;
  const lost = isWritten ? "" : "; the ledger could not be written";
  const said = state === "sent" ? "" : `: ${oneLine(response)}`;
  return `${word}  ${oneLine(address)}${said}${later}${lost}`;
}

const STATE_LETTERS = "deferred".length;

/** `398 sent, 1 failed, 1 unknown`; what there is none of is left out. */
export function statesSum(states: SendEnd["states"]): string {
  if (states === null) return "the ledger cannot be read";
  const words = Object.entries(states).filter(([, count]) => count > 0);
  return words.length === 0
    ? "nothing was sent"
    : words.map(([state, count]) => `${count} ${state}`).join(", ");
}

/** A row for each delivery that somebody has to look at, and the sum of all. */
export function statusTable({ deliveries, suppressions, states }: SendStatus): string {
  const open = deliveries.filter(({ state }) => state !== "sent");
  const rows = open.slice(0, LISTED * 5).map(statusRow);
  const more = open.length - rows.length;
  const gone = suppressions.length === 0 ? "" : `; ${suppressions.length} suppressed`;
  return [
    ...(rows.length === 0 ? [] : [tableOf(rows)]),
    ...(more > 0 ? [`… and ${more} more`] : []),
    `${statesSum(states)}${gone}`,
  ].join("\n");
}

function statusRow(delivery: Delivery): string[] {
  const { state, version, occasion, channel, address, at, attempts, next, response } = delivery;
  const what = occasion === "issue" ? version : `${version} ${occasion}`;
  const tried = `${attempts} ${attempts === 1 ? "attempt" : "attempts"}`;
  const later = next === null ? "" : `again from ${next}: `;
  const said = `${later}${response ?? ""}`;
  return [state, what, channel, address, at, tried, said].map(oneLine);
}
