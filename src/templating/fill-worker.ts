/** The thread in which templates are filled: sources to make ready for and issues in, filled pages out. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import type { EditionOptions } from "../model/edition-options.js";
import type { Issue } from "../model/issue.js";
import type { OnStep } from "./environment.js";
import { fillSource } from "./fill-source.js";
import { loadTemplateFrom, type TemplateSource } from "./load-template.js";

/** What the thread is told; with an issue, it is asked for its page. */
export interface FillOrder {
  readonly source: TemplateSource;
  readonly language: string;
  readonly issue?: Issue;
  readonly edition?: EditionOptions;
}

// Each schema checks one value or a few: compiling it first would cost more than it saves.
z.config({ jitless: true });

/** File of the template, line and column: what the filling stands at. */
const cells = workerData as Int32Array;

parentPort?.on(
  "message",
  ({ asks, order }: { readonly asks: boolean; readonly order: FillOrder }) => {
    const { source, language, issue, edition } = order;
    try {
      if (!asks || issue === undefined) {
        loadTemplateFrom(source, language);
        return;
      }
      const value = fillSource(source, issue, edition, tellPlace(source));
      parentPort?.postMessage({ kind: "done", value });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (asks) parentPort?.postMessage({ kind: "died", message });
    }
  },
);
parentPort?.postMessage({ kind: "ready" });

function tellPlace(source: TemplateSource): OnStep {
  const files = new Map(filesOf(source).map((file, index) => [file, index + 1]));
  return ({ source: file, start }) => {
    cells[0] = files.get(file) ?? 0;
    cells[1] = start.line;
    cells[2] = start.column + 1;
  };
}

function filesOf({ parents, ...own }: TemplateSource): readonly string[] {
  return [own, ...parents].flatMap(({ folder, files }) =>
    [...files.keys()].map((path) => `${folder}/${path}`),
  );
}
