/** A template and an issue in, the filled page out: confined to a thread wherever there can be one. */
import { settle } from "./failed-run.js";
import type { Host, ThreadAnswer, WorkThread } from "./host/host.js";
import type { Diagnostic, Outcome } from "./model/diagnostic.js";
import type { EditionOptions } from "./model/edition-options.js";
import type { Issue } from "./model/issue.js";
import { assetsOf, foldersOf, type TemplateFiles } from "./model/template-folder.js";
import type { FilledSource, TemplateSheet } from "./templating/index.js";

/** A filled page, before it is printed in any form: a value that may go to another thread. */
export interface FilledPage {
  readonly html: string;
  /** The same as it is printed: notes of the foot of a page stand where they are called. */
  readonly paper: string;
  /** That of the template furthest up comes first. */
  readonly sheets: readonly TemplateSheet[];
  /** Of the template and of all that it extends, as a person would type them. */
  readonly folders: readonly string[];
  /** Pictures and fonts of the template. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

export interface Filler {
  /** Makes ready for a template while other work goes on. */
  prepare(template: TemplateFiles, language: string): void;
  /** The page will be asked for after other work. */
  begin(issue: Issue, template: TemplateFiles): void;
  /**
   * The value is null where the template is faulty, or asks for what is not there.
   * @param edition what the issue says of it by default
   */
  fill(
    issue: Issue,
    template: TemplateFiles,
    edition?: EditionOptions,
  ): Promise<Outcome<FilledPage>>;
  close(): void;
}

/** Fills where it is called: for whoever is in a thread that can be ended already. */
export const FILL_HERE: Filler = {
  prepare: () => undefined,
  begin: () => undefined,
  fill: async (issue, template, edition) => {
    const { fillSource } = await import("./templating/index.js");
    return pageOf(fillSource(template, issue, edition), template);
  },
  close: () => undefined,
};

/** Begins at once to make a thread ready; whoever opens it closes it. */
export function openFiller(host: Host): Filler {
  const thread = host.openThread?.("fill-template") ?? null;
  if (thread === null) return FILL_HERE;
  const begun = new WeakMap<Issue, WeakMap<TemplateFiles, Promise<Outcome<FilledPage>>>>();
  const fill = (issue: Issue, template: TemplateFiles, edition?: EditionOptions) => {
    // What was begun says of its state what the issue says.
    if (edition !== undefined) return fillIn(thread, { issue, edition }, template);
    const ofIssue = begun.get(issue) ?? new WeakMap<TemplateFiles, Promise<Outcome<FilledPage>>>();
    begun.set(issue, ofIssue);
    const filling = ofIssue.get(template) ?? fillIn(thread, { issue }, template);
    ofIssue.set(template, filling);
    return filling;
  };
  return {
    prepare: (template, language) => thread.tell({ source: withoutBytes(template), language }),
    // Whoever asks for the page is told what became of it.
    begin: (issue, template) => void fill(issue, template).catch(() => undefined),
    fill,
    close: () => thread.close(),
  };
}

/** @throws {FailedRun} where the template is faulty, or asks for what is not there */
export async function fillPage(
  issue: Issue,
  template: TemplateFiles,
  diagnostics: Diagnostic[],
  filler: Filler = FILL_HERE,
  edition?: EditionOptions,
): Promise<FilledPage> {
  return settle(await filler.fill(issue, template, edition), diagnostics);
}

/** In a thread of its own, for whoever fills one page. */
export async function fillConfined(
  host: Host,
  issue: Issue,
  template: TemplateFiles,
  edition?: EditionOptions,
): Promise<Outcome<FilledPage>> {
  const filler = openFiller(host);
  try {
    return await filler.fill(issue, template, edition);
  } finally {
    filler.close();
  }
}

async function fillIn(
  thread: WorkThread,
  { issue, edition }: { readonly issue: Issue; readonly edition?: EditionOptions },
  template: TemplateFiles,
): Promise<Outcome<FilledPage>> {
  const { seconds } = template.given;
  const order = { source: withoutBytes(template), language: issue.brief.language, issue, edition };
  const answer = await thread.ask(order, seconds * 1000);
  switch (answer.kind) {
    case "done":
      return pageOf(answer.value as FilledSource, template);
    case "too-slow":
      return { value: null, diagnostics: [tooSlow(template, seconds, answer)] };
    case "too-large":
      return { value: null, diagnostics: [tooLarge(template)] };
    case "died":
      throw new Error(answer.message);
  }
}

/** A thread that fills a page need not see the pictures in it. */
function withoutBytes(template: TemplateFiles) {
  const { given, parents, ...own } = template;
  const slim = ({ name, folder, files, assets }: Omit<TemplateFiles, "parents" | "given">) => {
    return { name, folder, files, assets: new Set(assets.keys()) };
  };
  const pictures = new Map([...given.pictures.keys()].map((name) => [name, NO_BYTES]));
  return { ...slim(own), parents: parents.map(slim), given: { ...given, pictures } };
}

const NO_BYTES = new Uint8Array();

function pageOf({ page, diagnostics }: FilledSource, template: TemplateFiles): Outcome<FilledPage> {
  if (page === null) return { value: null, diagnostics };
  const { pictures, ...filled } = page;
  const assets = new Map(assetsOf(template));
  for (const { path, source } of pictures) {
    const bytes = template.given.pictures.get(source) ?? assets.get(source);
    if (bytes !== undefined) assets.set(path, bytes);
  }
  const folders = foldersOf(template).map(({ folder }) => folder);
  return { value: { ...filled, folders, assets }, diagnostics };
}

function tooSlow(
  template: TemplateFiles,
  seconds: number,
  { at: [index = 0, line = 0, column = 0] }: Extract<ThreadAnswer, { kind: "too-slow" }>,
): Diagnostic {
  const files = foldersOf(template).flatMap(({ folder, files }) =>
    [...files.keys()].map((path) => `${folder}/${path}`),
  );
  const file = files[index - 1];
  return {
    code: "template-too-slow",
    severity: "error",
    message: `the template did not come to an end within ${seconds} seconds, and was stopped`,
    place: file === undefined ? { file: template.folder } : { file, line, column },
    hint: "print fewer rows, or do not nest lists in lists; limits: { fillSeconds } in the settings of the brief gives it longer",
  };
}

function tooLarge({ folder }: TemplateFiles): Diagnostic {
  return {
    code: "template-too-large",
    severity: "error",
    message: "the template took more memory than a page may take, and was stopped",
    place: { file: folder },
    hint: "print fewer rows, or do not nest lists in lists",
  };
}
