/** A brief to tamper with: its page and its PDF, and a PDF made of any other page with the true issue inside. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attachmentsOf } from "../../src/attachments.js";
import { checkFile } from "../../src/check/check-file.js";
import { loadTemplateFiles, openWorkspace } from "../../src/config/workspace.js";
import { nodeHost } from "../../src/host/node.js";
import type { Fault } from "../../src/model/fault.js";
import { type Issue, IssueSchema } from "../../src/model/issue.js";
import type { GenerateRequest } from "../../src/pipeline.js";
import { renderPdf } from "../../src/render/index.js";
import { fillTemplate, loadTemplate } from "../../src/templating/index.js";
import { generateIn, openTestWorkspace, readOut } from "../workspace.js";

export interface TestPrint {
  readonly root: string;
  readonly issue: Issue;
  readonly html: string;
  readonly pdf: Buffer;
  /** The page before it was given its style: what the PDF is made of. */
  readonly filled: string;
  /** The PDF of another page, or in another look, with the files of the true issue. */
  printPdf(page: string, style?: string): Promise<Uint8Array>;
}

/** @param changes texts by path below the workspace */
export async function makePrint(
  changes: Record<string, string> = {},
  request: Partial<GenerateRequest> = {},
): Promise<TestPrint> {
  const root = openTestWorkspace(changes);
  await generateIn(root, { formats: new Set(["html", "pdf", "json"] as const), ...request });
  const issue = IssueSchema.parse(JSON.parse(readOut(root, "issue.json").toString()));
  const workspace = (await openWorkspace(nodeHost, root)).value;
  const { value: files } = await loadTemplateFiles(nodeHost, workspace, "weekly");
  const template = files && loadTemplate(files.files, files.folder).template;
  if (template === null || template === undefined) throw new Error("no template");
  const filled = fillTemplate(template, issue, { language: "en" }).paper;
  const records = new Map(
    ["issue.json", "coverage.json"].map((name) => [name, new Uint8Array(readOut(root, name))]),
  );
  const printPdf = async (page: string, style = "") => {
    const css = template.style + style;
    const { bytes } = await renderPdf(page, {
      createdAt: new Date(issue.cutOff),
      file: "brief.html",
      attachments: attachmentsOf(issue, records, "records"),
      styleSheets: [{ css, file: "templates/weekly/style.css" }],
    });
    return bytes;
  };
  const html = readOut(root, "brief.html").toString();
  return { root, issue, html, pdf: readOut(root, "brief.pdf"), filled, printPdf };
}

/** What is found in a file with these bytes beside the true issue. */
export async function faultsIn(
  { root }: TestPrint,
  bytes: Uint8Array | string,
  name = "altered",
): Promise<readonly Fault[]> {
  const file = join(root, "out/libya-weekly/2021-W18", name);
  writeFileSync(file, bytes);
  return (await checkFile(nodeHost, file, root)).diagnostics;
}

export function fileOf(root: string, name: string): string {
  return join(root, "out/libya-weekly/2021-W18", name);
}

export function textOf(path: string): string {
  return readFileSync(path, "utf8");
}
