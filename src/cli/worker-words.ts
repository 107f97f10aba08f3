/** What happens to the jobs of a worker, as lines for a person or for a program. */
import type { JobKind, WorkerLine } from "../model/job.js";
import type { WorkDone, WorkNews } from "../queue/index.js";
import { duration } from "./job-words.js";
import { oneLine, printDiagnostics, printJson, printNote } from "./terminal.js";

export interface WorkerTeller {
  readonly begin: (kinds: readonly JobKind[], outputs: string) => void;
  readonly onNews: (news: WorkNews) => void;
  readonly end: (ended: WorkDone) => void;
}

export function workerTeller(isJson: boolean, name: string): WorkerTeller {
  return {
    begin(kinds, outputs) {
      printNote(`worker ${name} takes ${kinds.join(", ")}; what it makes goes to ${outputs}`);
    },
    onNews: (news) => {
      if (isJson) printJson(asJson(news));
      else tell(news);
    },
    end({ done, failed, isAbandoned }) {
      printNote(`${done} done, ${failed} not${isAbandoned ? "; the rest was given back" : ""}`);
    },
  };
}

function tell(news: WorkNews): void {
  switch (news.kind) {
    case "away":
      printNote(`${news.error.engine}: ${news.error.message}; waiting for it`);
      return;
    case "back":
      printNote("the queue is back");
      return;
    case "taken":
      return;
    case "finished": {
      const { result } = news;
      if (result.outcome === "failed") printDiagnostics(result.diagnostics);
      printNote(`${nameOf(news)}: ${result.outcome} in ${duration(result.seconds)}`);
      return;
    }
    case "again":
      printDiagnostics([news.reason]);
      printNote(`${nameOf(news)}: to be tried again`);
      return;
    case "given-back":
      printNote(`${nameOf(news)}: given back`);
      return;
    case "lost":
      printNote(`${nameOf(news)}: cancelled, or another worker's by now, who makes the same of it`);
  }
}

function nameOf({ job }: Extract<WorkNews, { readonly job: unknown }>): string {
  return `${job.kind} ${oneLine(job.about)}`;
}

/** Without what the job asks for, which `brief jobs` knows. */
function asJson(news: WorkNews): WorkerLine {
  if (news.kind === "away") return { event: "away", reason: news.error.message };
  if (news.kind === "back") return { event: "back" };
  const { id, kind, about, retry } = news.job;
  const job = { id, kind, about, attempt: retry + 1 };
  if (news.kind === "finished") return { event: "finished", ...job, result: news.result };
  if (news.kind === "again") return { event: "again", ...job, reason: news.reason };
  return { event: news.kind, ...job };
}
