/** A brief's PDF in, what does not hold in it out: its issue, and what is printed of it. */
import { dirname } from "node:path";
import { openWorkspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { allCitationsOf, statementsOf } from "../issue/index.js";
import { type Fault, faultOf } from "../model/fault.js";
import { checkCarried, findIssue, type Print } from "./carried-issue.js";
import { type CheckResult, nothingChecked } from "./check-issue-file.js";
import { checkPdf, openBriefPdf } from "./check-pdf.js";
import { expectPage, templateOf } from "./expected-page.js";

export async function checkPdfFile(host: Host, print: Print): Promise<CheckResult> {
  const { file } = print;
  const pdf = openBriefPdf(print.bytes, file);
  if ("code" in pdf) return nothingChecked([pdf]);
  const { parsed, faults } = await findIssue(host, print, pdf.attachments);
  if (parsed === null) return nothingChecked(faults);
  const { issue } = parsed;
  const { value: workspace } = await openWorkspace(host, print.folder ?? dirname(file));
  const template = await templateOf(host, workspace, issue);
  const expected = template?.isSame ? await expectPage(host, template.files, issue) : null;
  const lacking = expected === null ? [noTemplate(file)] : [];
  const carried = await checkCarried(host, parsed, print, pdf.attachments);
  return {
    statements: statementsOf(issue).length,
    citations: allCitationsOf(issue).length,
    articles: issue.sources.length,
    corpus: carried.corpus,
    diagnostics: [
      ...faults,
      ...checkPdf(pdf, issue, expected, file),
      ...lacking,
      ...carried.faults,
    ],
  };
}

function noTemplate(file: string): Fault {
  const message = "the words of its template are not at hand: what is printed is not verified";
  return faultOf("template-not-at-hand", message, { file });
}
