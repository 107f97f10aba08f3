/** From a request to everything that is known of its period before it is put on a page. */
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { checkIssue, checkStatus, type Sources } from "../issue/index.js";
import { type Article, articleText } from "../model/article.js";
import { type Diagnostic, hasErrors } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { Stopwatch } from "../stopwatch.js";
import { type Compared, compareWithLast } from "./compare.js";
import { composePeriod } from "./compose-period.js";
import { type BriefRequest, type Gathered, gatherFor } from "./gather.js";
import { refuseUnchanged } from "./reissue.js";
import { rewritePeriod } from "./rewrite-period.js";
import { openStudyMemory, type StudyMemory } from "./study-memory.js";
import { type Understood, understand } from "./understand.js";

export interface Study
  extends Pick<Gathered, "workspace" | "brief" | "template">,
    Pick<Understood, "selection" | "visible" | "analyses" | "relations" | "choices"> {
  readonly issue: Issue;
  /** Articles that the last issue alone cites, and the released folder that keeps them. */
  readonly recorded: { readonly folder: string; readonly articles: readonly Article[] } | null;
}

/**
 * @param memory of the studies before it
 * @throws {FailedRun} where something is missing or faulty, or an issue would not hold
 */
export async function studyPeriod(
  host: Host,
  request: BriefRequest,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
  memory: StudyMemory = openStudyMemory(),
): Promise<Study> {
  const gathered = await gatherFor(host, request, watch, diagnostics, memory);
  const understood = await understand(gathered, watch, diagnostics, memory);
  const compared = await watch.time("compare", () =>
    compareWithLast(host, gathered, understood, diagnostics, memory),
  );
  const { notes, placeOf } = gathered.desk;
  diagnostics.push(...checkStatus(notes, compared !== null, placeOf));
  const composed = await watch.time("compose", () =>
    composePeriod(request, gathered, understood, compared),
  );
  const issue = await rewritePeriod(host, request, gathered, composed, watch, diagnostics);
  refuseUnchanged(issue, request.superseded);
  const { workspace, brief, template } = gathered;
  const { selection, visible, analyses, relations, choices } = understood;
  const faults = await watch.time("check", () =>
    checkIssue(
      issue,
      freshSources(request, gathered, understood, compared),
      `${brief.id} ${issue.id}`,
    ),
  );
  if (hasErrors(faults)) throw new FailedRun(faults);
  const recorded =
    compared === null ? null : { folder: compared.folder, articles: compared.articles };
  const known = { selection, visible, analyses, relations, choices, recorded };
  return { workspace, brief, template, ...known, issue };
}

/** What was found while it was made need not be found again. */
function freshSources(
  { superseded }: BriefRequest,
  { brief, lexicon, desk, standing }: Gathered,
  { visible, analyses, relations }: Understood,
  compared: Compared | null,
): Sources {
  const known = [...visible, ...(compared?.articles ?? [])];
  return {
    texts: new Map(known.map((article) => [article.id, articleText(article)])),
    corpus: null,
    previous: compared?.previous ?? null,
    lexicon,
    brief: brief.settings,
    notes: desk.notes,
    standing: standing.map(({ paragraph }) => paragraph),
    superseded: superseded ?? null,
    made: { articles: visible, analyses, relations },
  };
}
