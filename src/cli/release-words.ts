/** What became of a version, as lines for a person. */
import type { Approval, Clearance } from "../model/release-results.js";
import { oneLine, printData, printNote } from "./terminal.js";

export function clearanceLines({ brief, issue, version, state, entry, log }: Clearance): void {
  printNote(`${brief} ${issue}, version ${version}: ${state} by ${oneLine(entry.by)}`);
  printData(log);
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
