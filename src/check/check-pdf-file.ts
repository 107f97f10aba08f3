/** A brief's PDF in, what does not hold in it out: its issue, and what is printed of it. */
import { dirname } from "node:path";
import { editionInPdf } from "../carried-edition.js";
import { openWorkspace } from "../config/workspace.js";
import { readMark } from "../copies/index.js";
import type { Host } from "../host/host.js";
import { allCitationsOf, statementsOf } from "../issue/index.js";
import type { EditionOptions } from "../model/edition-options.js";
import { type Fault, faultOf } from "../model/fault.js";
import { checkCarried, findIssue, type Print } from "./carried-issue.js";
import { type CheckResult, nothingChecked } from "./check-issue-file.js";
import { checkPdf, openBriefPdf } from "./check-pdf.js";
import { clearedOf, fewestFaults } from "./cleared.js";
import { expectPage, templateOf } from "./expected-page.js";

export async function checkPdfFile(host: Host, print: Print): Promise<CheckResult> {
  // A reader's own copy is the brief with a mark behind it: both are what they should be, or neither is.
  const copy = await readMark(print.bytes);
  if (copy === null) return checkBriefPdf(host, print);
  const checked = await checkBriefPdf(host, { ...print, bytes: copy.brief });
  const { number, name } = copy.mark;
  const whose = faultOf("reader-copy", `is copy № ${number}, of ${name}`, { file: print.file });
  return { ...checked, diagnostics: [whose, ...checked.diagnostics] };
}

async function checkBriefPdf(host: Host, print: Print): Promise<CheckResult> {
  const { file } = print;
  const pdf = openBriefPdf(print.bytes, file);
  if ("code" in pdf) return nothingChecked([pdf]);
  const { parsed, faults } = await findIssue(host, print, pdf.attachments);
  if (parsed === null) return nothingChecked(faults);
  const { issue } = parsed;
  const { value: workspace } = await openWorkspace(host, print.folder ?? dirname(file));
  const carriedEdition = editionInPdf(pdf.attachments);
  const cleared = await clearedOf(host, { file, issue, workspace, carried: carriedEdition });
  const frozen = cleared.templates?.page;
  const template = await templateOf(host, workspace, issue, frozen);
  const expect = async (edition: EditionOptions) =>
    template?.isSame ? await expectPage(host, template.files, issue, edition) : null;
  const shown = await fewestFaults(cleared.editions, async (edition) => {
    const expected = await expect(edition);
    const lacking = expected === null ? [noTemplate(file)] : [];
    return [...checkPdf(pdf, issue, expected, file), ...lacking];
  });
  const carried = await checkCarried(host, parsed, print, pdf.attachments);
  return {
    statements: statementsOf(issue).length,
    citations: allCitationsOf(issue).length,
    articles: issue.sources.length,
    corpus: carried.corpus,
    diagnostics: [...faults, ...cleared.faults, ...shown, ...carried.faults],
  };
}

function noTemplate(file: string): Fault {
  const message = "the words of its template are not at hand: what is printed is not verified";
  return faultOf("template-not-at-hand", message, { file });
}
