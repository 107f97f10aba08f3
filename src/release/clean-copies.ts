/** A folder of an issue with its languages and templates in, the copies that go out of the house out. */
import { join } from "node:path";
import { attachmentsOf } from "../attachments.js";
import { FailedRun, settle } from "../failed-run.js";
import { openFiller } from "../fill-page.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CopyOptions } from "../model/release-log.js";
import { ISSUE } from "../records.js";
import { renderIssue } from "../render-issue.js";
import { readRecords } from "../render-issue-file.js";
import type { Templates } from "./frozen-template.js";
import type { Edition } from "./load-editions.js";

export interface CopiesRequest {
  /** For the host. */
  readonly folder: string;
  readonly editions: readonly Edition[];
  readonly templates: Templates;
  readonly options: CopyOptions;
}

/**
 * The same request gives the same bytes.
 * @returns bytes by path: `brief.pdf`, those of other languages as `tr/brief.pdf`
 * @throws {FailedRun} where a copy cannot be made
 */
export async function renderCopies(
  host: Host,
  { editions, ...request }: CopiesRequest,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const copies = new Map<string, Uint8Array>();
  for (const edition of editions) {
    const files = await renderEdition(host, request, edition, diagnostics);
    for (const [name, bytes] of files) copies.set(join(edition.below, name), bytes);
  }
  return copies;
}

async function renderEdition(
  host: Host,
  { folder, templates, options }: Omit<CopiesRequest, "editions">,
  { issue, below }: Edition,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const own = join(folder, below);
  const bytes = await host.readFile(join(own, ISSUE));
  const records = await readRecords(host, own, issue, bytes);
  const { state, approvedBy, permalink, formats, html, pdf } = options;
  const filler = openFiller(host);
  const rendered = await renderIssue(host, {
    issue,
    template: templates.page,
    mail: templates.mail,
    formats: new Set(formats),
    fonts: html.fonts,
    issueInPage: html.issue,
    attachments: attachmentsOf(issue, records, pdf.attachments),
    edition: { state, approvedBy, permalink },
    filler,
  }).finally(() => filler.close());
  const files = settle({ value: rendered.files, ...rendered }, diagnostics);
  if (files.size === 0) throw new FailedRun([noCopies()]);
  return files;
}

function noCopies(): Diagnostic {
  return {
    code: "no-copies",
    severity: "error",
    message: "no form of the brief is to be made at approval",
    hint: "name some under release: { formats } of the brief in distribution.yaml",
  };
}
