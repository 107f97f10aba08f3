/** The folder of an issue in, the issue in each of its languages out, once every one of them holds. */
import { basename, dirname, join } from "node:path";
import { checkIssueFile } from "../check/check-issue-file.js";
import { loadTemplateFiles, type Workspace } from "../config/workspace.js";
import { FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { parseIssue, sha256, templateOf } from "../issue/index.js";
import { type Diagnostic, hasErrors } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { SealedEdition } from "../model/release-log.js";
import { inputsOf, type TemplateFiles } from "../model/template-folder.js";
import { firstLanguage, ISSUE } from "../records.js";
import type { Templates } from "./frozen-template.js";

export interface Edition {
  readonly issue: Issue;
  /** Below the folder of the issue; empty for the first language. */
  readonly below: string;
}

export interface Editions {
  /** For the host. */
  readonly folder: string;
  /** In the brief's first language. */
  readonly first: Issue;
  /** That of the first language comes first. */
  readonly all: readonly Edition[];
}

/**
 * @param file of the issue in the brief's first language
 * @throws {FailedRun} where an edition does not hold, or is of another issue than the first
 */
export async function loadEditions(
  host: Host,
  workspace: Workspace,
  file: string,
  diagnostics: Diagnostic[],
): Promise<Editions> {
  if (basename(file) !== ISSUE) throw new FailedRun([misnamed(file)]);
  const folder = dirname(file);
  const first = await loadHolding(host, workspace, file, diagnostics);
  const languages = workspace.settings.briefs[first.brief.id]?.languages ?? [];
  const main = firstLanguage(languages);
  if (basename(folder) === first.brief.language && first.brief.language !== main)
    throw new FailedRun([otherLanguage(file, first.brief.language, main)]);
  const all: Edition[] = [{ issue: first, below: "" }];
  for (const below of languages.filter((tag) => tag !== main)) {
    const other = join(folder, below, ISSUE);
    if ((await host.sizeOf(other)) === null) continue;
    const issue = await loadHolding(host, workspace, other, diagnostics);
    if (!isSameIssue(issue, first)) throw new FailedRun([ofAnother(other, issue, first)]);
    all.push({ issue, below });
  }
  return { folder, first, all };
}

export function sealsOf({ all }: Editions): readonly SealedEdition[] {
  return all.map(({ issue: { brief, seal } }) => ({ language: brief.language, seal }));
}

/** @throws {FailedRun} where a promise of it is broken */
async function loadHolding(
  host: Host,
  { root }: Workspace,
  file: string,
  diagnostics: Diagnostic[],
): Promise<Issue> {
  const checked = await checkIssueFile(host, file, root);
  diagnostics.push(...checked.diagnostics);
  if (hasErrors(checked.diagnostics)) throw new FailedRun([doesNotHold(file)]);
  return settle(parseIssue(await host.readFile(file), file), diagnostics).issue;
}

function isSameIssue(a: Issue, b: Issue): boolean {
  const [one, other] = [a, b].map(({ brief, id, version, cutOff }) =>
    [brief.id, id, version, cutOff].join(" "),
  );
  return one === other;
}

/** Name of the template of messages. */
const MAIL = "mail";

/**
 * The templates that the copies are made with.
 * @throws {FailedRun} where one is not at hand, or not as it was when the issue was made
 */
export async function loadTemplates(
  host: Host,
  workspace: Workspace,
  issue: Issue,
  diagnostics: Diagnostic[],
): Promise<Templates> {
  const load = async (name: string) =>
    settle(await loadTemplateFiles(host, workspace, name, issue.brief.id), diagnostics);
  const page = await load(templateOf(issue));
  const changed = changesSince(page, issue);
  if (changed.length > 0) throw new FailedRun(changed);
  return { page, mail: await load(MAIL) };
}

/** What was looked at was printed with the template as it was then. */
function changesSince(template: TemplateFiles, { inputs }: Issue): Diagnostic[] {
  const hashes = new Map(inputs.map(({ name, sha256: hash }) => [name, hash]));
  return inputsOf(template).flatMap(({ name: file, content }): Diagnostic[] =>
    hashes.get(file) === sha256(content) ? [] : [templateChanged(file)],
  );
}

function refusal(code: string, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, place: { file }, hint };
}

function misnamed(file: string): Diagnostic {
  const message = `only a whole issue can be cleared, by its ${ISSUE}`;
  return refusal("release-misnamed", file, message, `name the ${ISSUE} that brief generate wrote`);
}

function otherLanguage(file: string, language: string, first: string): Diagnostic {
  const message = `is the issue in "${language}", which goes with the one in "${first}"`;
  return refusal("release-other-language", file, message, "name the folder around it");
}

function doesNotHold(file: string): Diagnostic {
  const hint = "mend what is named above, and generate the issue again";
  return refusal("release-refused", file, "does not hold, and goes no further", hint);
}

function ofAnother(file: string, { version, cutOff }: Issue, first: Issue): Diagnostic {
  const message = `is of version ${version}, cut off at ${cutOff}, and not of ${first.version}, ${first.cutOff}`;
  return refusal("edition-differs", file, message, "generate it again, or take its folder away");
}

function templateChanged(file: string): Diagnostic {
  const message = "is not as it was when the issue was made";
  return refusal("template-changed", file, message, "generate the issue again, and look at it");
}
