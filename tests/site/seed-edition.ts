/** An edition of the seeds' brief as it was generated, for the pages of an archive that somebody would read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "../../src/model/issue.js";
import { anchorsOf, type Edition, type KeptFile, readEdition } from "../../src/site/index.js";
import { sha256 } from "../../src/text/sha256.js";

/** @param folder of the issue, with page, PDF and issue.json */
export function seedEdition(folder: string, changes: Partial<Edition> = {}): Edition {
  const issue: Issue = JSON.parse(readFileSync(join(folder, "issue.json"), "utf8"));
  const page = readFileSync(join(folder, "brief.html"), "utf8");
  const { brief, id, number, version, period, marking } = issue;
  const pdf = `${brief.id}-${id}.pdf`;
  return {
    brief: brief.id,
    title: brief.title,
    desk: brief.desk,
    language: brief.language,
    issue: id,
    number,
    version,
    period: { from: period.from, to: period.to },
    marking: marking.label,
    approvedAt: "2021-05-10T08:00:00.000Z",
    embargo: null,
    withdrawn: null,
    ...readEdition(issue, anchorsOf(page)),
    copies: [{ language: brief.language, page: "brief.html", pdf, text: null }],
    files: new Map([
      ["brief.html", keptOf(join(folder, "brief.html"))],
      [pdf, keptOf(join(folder, "brief.pdf"))],
      ["issue.json", keptOf(join(folder, "issue.json"))],
    ]),
    ...changes,
  };
}

function keptOf(from: string): KeptFile {
  const content = readFileSync(from);
  return { kind: "kept", from, bytes: content.length, sha256: sha256(content) };
}
