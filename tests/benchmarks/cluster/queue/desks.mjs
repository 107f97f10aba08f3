/** A workspace of so many desks over the sample's articles, its record, ledger and queue in PostgreSQL. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../../..");
export const ISSUE = "2021-W18";
export const SAMPLE = "libya-weekly";

/** @param ledger address @returns its folder, and the ids of the desks */
export function openDesks(count, ledger) {
  const root = mkdtempSync(join(tmpdir(), "briefwright-desks-"));
  for (const part of ["briefwright.yaml", "corpus", "templates"]) {
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  }
  rmSync(join(root, "corpus/record"), { recursive: true, force: true });
  const settings = readFileSync(join(root, "briefwright.yaml"), "utf8");
  const at = settings.indexOf(`  ${SAMPLE}:`);
  const desks = Array.from({ length: count }, (_, index) => `desk-${index + 1}`);
  const briefs = desks.map((desk) => settings.slice(at).replace(SAMPLE, desk));
  writeFileSync(join(root, "briefwright.yaml"), `${settings.slice(0, at)}${briefs.join("")}`);
  writeFileSync(join(root, "engines.yaml"), `ledger: ${ledger}\n`);
  return { root, desks, close: () => rmSync(root, { recursive: true, force: true }) };
}
