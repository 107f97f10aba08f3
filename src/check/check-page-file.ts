/** A brief's page in, what does not hold in it out: its issue, and what the page shows of it. */
import { dirname } from "node:path";
import { editionInPage } from "../carried-edition.js";
import { loadTemplateFiles, openWorkspace, type TemplateFiles } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { allCitationsOf, statementsOf } from "../issue/index.js";
import type { EditionOptions } from "../model/edition-options.js";
import { type Fault, faultOf } from "../model/fault.js";
import { FILE_OF_FORMAT } from "../model/format.js";
import type { Issue } from "../model/issue.js";
import { PROGRAM } from "../program.js";
import { ISSUE } from "../records.js";
import type { FontDelivery } from "../render/index.js";
import { renderIssue } from "../render-issue.js";
import { checkCarried, findIssue, type Print } from "./carried-issue.js";
import { type CheckResult, nothingChecked } from "./check-issue-file.js";
import { checkPage } from "./check-page.js";
import { clearedOf, fewestFaults } from "./cleared.js";
import { type TemplateAtHand, templateOf } from "./expected-page.js";
import { scanPage } from "./page/scan-page.js";
import { checkTold } from "./page/told-statements.js";
import { checkProvenancePrinted } from "./print/provenance-printed.js";

export async function checkPageFile(host: Host, print: Print): Promise<CheckResult> {
  const { file } = print;
  const page = decode(print.bytes);
  if (page === null) return nothingChecked([faultOf("not-a-brief", "this is no UTF-8", { file })]);
  const data = dataOf(page);
  const { parsed, faults } = await findIssue(host, print, data);
  if (parsed === null) return nothingChecked(faults);
  const { issue } = parsed;
  const shown = await checkShown(host, page, issue, print);
  const carried = await checkCarried(host, parsed, print, data);
  return {
    statements: statementsOf(issue).length,
    citations: allCitationsOf(issue).length,
    articles: issue.sources.length,
    corpus: carried.corpus,
    diagnostics: [...faults, ...shown, ...carried.faults],
  };
}

/** The page is made again and compared; without its template, statement by statement. */
async function checkShown(
  host: Host,
  page: string,
  issue: Issue,
  { file, folder }: Print,
): Promise<readonly Fault[]> {
  const { value: workspace } = await openWorkspace(host, folder ?? dirname(file));
  const cleared = await clearedOf(host, { file, issue, workspace, carried: editionInPage(page) });
  const { templates } = cleared;
  const isMail = isMessage(page);
  const template = await templateOf(host, workspace, issue, templates?.page);
  const mail = isMail
    ? (templates?.mail ?? (await loadTemplateFiles(host, workspace, "mail", issue.brief.id)).value)
    : null;
  const looks = { page, issue, file, template, mail, isMail };
  const shown = await fewestFaults(cleared.editions, (edition) => checkLooks(host, looks, edition));
  return [...cleared.faults, ...shown];
}

interface Looks {
  readonly page: string;
  readonly issue: Issue;
  readonly file: string;
  readonly template: TemplateAtHand | null;
  readonly mail: TemplateFiles | null;
  readonly isMail: boolean;
}

async function checkLooks(
  host: Host,
  { page, issue, file, template, mail, isMail }: Looks,
  edition: EditionOptions,
): Promise<readonly Fault[]> {
  const format = isMail ? "mail" : "html";
  const again = template?.isSame
    ? await renderIssue(host, {
        issue,
        template: template.files,
        mail,
        formats: new Set([format] as const),
        fonts: fontsOf(page),
        issueInPage: ISSUE_LINK.test(page),
        ...(editionInPage(page) === null && edition.state !== "approved" ? {} : { edition }),
      })
    : null;
  const html = again?.files?.get(FILE_OF_FORMAT[format]);
  if (html !== undefined) {
    const sameProgram = issue.program.version === PROGRAM.version;
    const expected = { html: new TextDecoder().decode(html), sameTemplate: true, sameProgram };
    return [
      ...checkPage(page, expected, file),
      ...checkProvenancePrinted(scanPage(page).words, issue, file),
    ];
  }
  const { words } = scanPage(page);
  const message =
    "the words of its template are not at hand: all but its statements is not verified";
  return [
    ...checkTold(words, statementsOf(issue), issue.sources, file),
    ...checkProvenancePrinted(words, issue, file),
    faultOf("template-not-at-hand", message, { file }),
  ];
}

/** The body of a message says what it is; a page of the same template has a style sheet, which no message has. */
function isMessage(page: string): boolean {
  return /<body[^>]*\sdata-form="mail"/.test(page) && !/<style[\s>]/.test(page);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How the page comes to its fonts, as it says itself. */
function fontsOf(page: string): FontDelivery {
  const head = page.slice(0, page.indexOf("</head>") + 1);
  if (head.includes("@font-face") === false) return "none";
  return /src:url\(fonts\//.test(head) ? "link" : "embed";
}

const ISSUE_LINK = new RegExp(
  `<link rel="alternate" type="application/json" title="${ISSUE.replace(".", "\\.")}" href="data:application/json;base64,([A-Za-z0-9+/=]*)">`,
);

/** What rides in the page, by name. */
function dataOf(page: string): ReadonlyMap<string, Uint8Array> {
  const encoded = ISSUE_LINK.exec(page)?.[1];
  return new Map(encoded === undefined ? [] : [[ISSUE, Buffer.from(encoded, "base64")]]);
}
