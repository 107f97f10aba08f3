/** What became of a version, as lines for a person. */
import type { ReleaseEntry } from "../model/release-log.js";
import type {
  Approval,
  Clearance,
  IssueStatus,
  Reached,
  VersionStatus,
} from "../model/release-results.js";
import { oneLine, printData, printNote } from "./terminal.js";

export function clearanceLines({ brief, issue, version, state, entry, log }: Clearance): void {
  printNote(`${brief} ${issue}, version ${version}: ${state} by ${oneLine(entry.by)}`);
  printData(log);
}

/** How many readers it reached, and how they are told. */
export function reachedWords({ brief, issue }: Clearance, reached: Reached | null): string {
  if (reached === null) return "  whom it reached cannot be told: the ledger cannot be read";
  const { have, unknown } = reached;
  if (have + unknown === 0) return "  by the ledger it reached nobody";
  const who = `${have} ${have === 1 ? "reader has" : "readers have"} it`;
  const doubt = unknown === 0 ? "" : `, and of ${unknown} it is not known`;
  return `  ${who}${doubt}: brief send ${brief} ${issue} --withdrawal tells them`;
}

export function approvalLines(approval: Approval): void {
  const { brief, issue, version, entry, copies, recipients, leftOut, folder } = approval;
  printNote(`${brief} ${issue}, version ${version}: approved by ${oneLine(entry.by)}`);
  const frozen = recipients === 1 ? "1 recipient is frozen" : `${recipients} recipients are frozen`;
  printNote(
    `  ${frozen}${recipients === 0 ? ": --list, or lists: in distribution.yaml, names some" : ""}`,
  );
  if (leftOut.length > 0) {
    printNote(`  left out ${leftOut.map(oneLine).join(", ")}: no part of the issue`);
  }
  printData(copies.map((path) => `${folder}/${path}`).join("\n"));
}

export function statusLines({ brief, issue, versions, entries }: IssueStatus): string[] {
  if (versions.length === 0) return [`${brief} ${issue}: draft, and nobody has reviewed it`];
  return versions.flatMap((one) => [
    `${brief} ${issue}, version ${one.version}: ${stateWords(one)}`,
    ...entries.filter(({ version }) => version === one.version).map(entryLine),
    ...factLines(one),
  ]);
}

function stateWords({ state, stands, released, supersededBy }: VersionStatus): string {
  const now = released ? "released, without an approval" : state;
  const void_ = stands === false ? "; its approval does not stand" : "";
  return `${now}${supersededBy === null ? "" : `; superseded by ${supersededBy}`}${void_}`;
}

function factLines({ embargo, sendBy, permalink, stands }: VersionStatus): string[] {
  return [
    ...(embargo === null ? [] : [`  not to be sent before ${embargo}`]),
    ...(sendBy === null ? [] : [`  not to be sent after ${sendBy}`]),
    ...(permalink === null ? [] : [`  stands at ${permalink}`]),
    ...(stands === true ? ["  every file is as it was approved"] : []),
  ];
}

const LONGEST_KIND = "withdrawn".length;

function entryLine(entry: ReleaseEntry): string {
  const when = entry.at.slice(0, "2021-05-10T06:00".length).replace("T", " ");
  const what = detailOf(entry);
  const head = `  ${when} UTC  ${entry.kind.padEnd(LONGEST_KIND)}  ${oneLine(entry.by)}`;
  return what === "" ? head : `${head}: ${what}`;
}

function detailOf(entry: ReleaseEntry): string {
  switch (entry.kind) {
    case "reviewed":
      return noted("", entry.note);
    case "approved": {
      const lists = entry.lists.length === 0 ? "no list" : entry.lists.map(oneLine).join(", ");
      return noted(`${lists}, ${counted(entry.recipients, "recipient")}`, entry.note);
    }
    case "copies":
      return entry.copies.length === 1 ? "1 clean copy" : `${entry.copies.length} clean copies`;
    case "released":
      return "";
    case "sent":
      return `${entry.occasion}, ${entry.accepted} of ${entry.of} to ${entry.lists.map(oneLine).join(", ")}`;
    case "withdrawn":
      return `“${oneLine(entry.reason)}”`;
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function noted(facts: string, note: string | null): string {
  const words = note === null ? [] : [`“${oneLine(note)}”`];
  return [...(facts === "" ? [] : [facts]), ...words].join("; ");
}
