/**
 * Orders in, an issue with its page, or what is known of it, out. It keeps what did not change from one
 * making to the next, and runs wherever it is put: in a thread of its own for the preview.
 */
import { attachmentsOf } from "../attachments.js";
import { openWorkspace } from "../config/workspace.js";
import { diagnose } from "../failed-run.js";
import { type Filler, fillPage } from "../fill-page.js";
import type { Host } from "../host/host.js";
import { overlayHost } from "../host/overlay.js";
import { keepEvidence } from "../keep-evidence.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { accountOf, recordsOf } from "../records.js";
import { printHtml, printPdf } from "../render-issue.js";
import { Stopwatch } from "../stopwatch.js";
import { forgetCorpus, openStudyMemory, type StudyMemory } from "../study/study-memory.js";
import { type Study, studyPeriod } from "../study/study-period.js";
import { openLastingFiller } from "./lasting-filler.js";
import { listIssues } from "./list-issues.js";
import { notesFileOf } from "./notes-file.js";
import { periodOfIssue } from "./period-of-issue.js";
import {
  type Answers,
  type Ask,
  keyOf,
  type Look,
  type Making,
  type OnTold,
  type Order,
  type OrderKind,
  type Printed,
  type PrintJob,
} from "./protocol.js";
import { viewArticle } from "./view-article.js";

/** Studies that are kept for questions about them: of so many looks. */
const MOST_STUDIES = 8;

/** @param folder of the workspace */
export function openMaker(host: Host, folder: string): Ask {
  const studies = new Map<string, Study>();
  const memory = openStudyMemory();
  const workshop: Workshop = { host, folder, memory, filler: openLastingFiller(host) };
  const keep = (look: Look, study: Study) => {
    studies.delete(keyOf(look));
    studies.set(keyOf(look), study);
    for (const key of [...studies.keys()].slice(0, -MOST_STUDIES)) studies.delete(key);
  };
  const studyOf = async (look: Look) => studies.get(keyOf(look)) ?? studyOnce(workshop, look);
  const answer = async (order: Order, onTold: OnTold): Promise<Answers[OrderKind]> => {
    switch (order.kind) {
      case "make":
        return make(workshop, order.look, { onTold, onStudy: keep });
      case "list":
        return listIssues(host, folder);
      case "explain": {
        const study = await studyOf(order.look);
        if (study === null) return null;
        const { explainStudy } = await import("../explain/index.js");
        return explainStudy(host, order.name, study);
      }
      case "article": {
        const study = await studyOf(order.look);
        return study === null ? null : viewArticle(study, order.article);
      }
      case "check-notes":
        return checkNotes(workshop, order.look, order.text);
      case "forget-corpus":
        forgetCorpus(memory);
        return null;
      case "print":
        return print(order.job, onTold);
    }
  };
  // Which answer an order has is what `Answers` says.
  return (async (order: Order, onTold: OnTold = () => undefined) =>
    answer(order, onTold)) as unknown as Ask;
}

interface Workshop {
  readonly host: Host;
  /** Of the workspace. */
  readonly folder: string;
  readonly memory: StudyMemory;
  readonly filler: Filler;
}

interface Listeners {
  readonly onTold: OnTold;
  readonly onStudy: (look: Look, study: Study) => void;
}

async function make(
  { host, folder, memory, filler }: Workshop,
  look: Look,
  { onTold, onStudy }: Listeners,
): Promise<Making> {
  const watch = new Stopwatch((stage) => onTold({ kind: "stage", stage }));
  const diagnostics: Diagnostic[] = [];
  const { timings } = watch;
  try {
    const request = requestOf(folder, look);
    const study = await studyPeriod(host, request, watch, diagnostics, memory);
    onStudy(look, study);
    const { issue, brief, template } = study;
    const coverage = accountOf(issue, diagnostics);
    const filled = await watch.time("fill", () => fillPage(issue, template, diagnostics, filler));
    const { html, pdf } = brief.settings;
    const options = { issue, fonts: html.fonts, issueInPage: html.issue };
    const files = await watch.time("html", () => printHtml(host, filled, options));
    const page = { issue, coverage, files, diagnostics: [...diagnostics], timings: [...timings] };
    onTold({ kind: "page", page });
    const evidence = await watch.time("evidence", () => keepEvidence(host, study));
    diagnostics.push(...evidence.diagnostics);
    const kept = new Map([...recordsOf(issue, coverage), ...evidence.files]);
    const attachments = attachmentsOf(issue, kept, pdf.attachments);
    const print = { filled, cutOff: issue.cutOff, attachments };
    return { kind: "made", print, diagnostics, timings };
  } catch (error) {
    return { kind: "failed", diagnostics: [...diagnostics, ...diagnose(error)], timings };
  }
}

async function print({ filled, cutOff, attachments }: PrintJob, onTold: OnTold): Promise<Printed> {
  onTold({ kind: "stage", stage: "print" });
  try {
    return await printPdf(filled, cutOff, attachments);
  } catch (error) {
    return { bytes: null, diagnostics: diagnose(error) };
  }
}

/** Null where the issue cannot be made: the making says why. */
async function studyOnce({ host, folder, memory }: Workshop, look: Look): Promise<Study | null> {
  try {
    return await studyPeriod(host, requestOf(folder, look), new Stopwatch(), [], memory);
  } catch (error) {
    diagnose(error);
    return null;
  }
}

/** What would be said of the notes if they stood so. */
async function checkNotes(
  { host, folder, memory }: Workshop,
  look: Look,
  text: string,
): Promise<readonly Diagnostic[]> {
  const { value: workspace } = await openWorkspace(host, folder);
  if (workspace === null) return [];
  const { path } = notesFileOf(workspace, look);
  const proposed = overlayHost(host, path, new TextEncoder().encode(text));
  const diagnostics: Diagnostic[] = [];
  try {
    const request = requestOf(folder, look);
    await studyPeriod(proposed, request, new Stopwatch(), diagnostics, memory);
  } catch (error) {
    diagnostics.push(...diagnose(error));
  }
  const ofDesk = `${workspace.settings.corpus}/desk/`;
  return diagnostics.filter(({ place }) => place?.file.startsWith(ofDesk) === true);
}

function requestOf(folder: string, { brief, issue, template, language }: Look) {
  return {
    folder,
    brief,
    period: periodOfIssue(issue),
    template: template ?? undefined,
    language: language ?? undefined,
  };
}
