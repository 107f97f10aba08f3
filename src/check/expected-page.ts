/** An issue in, the page that its template gives out, where that template is at hand. */
import { loadTemplateFiles, type Workspace } from "../config/workspace.js";
import { fillConfined } from "../fill-page.js";
import type { Host } from "../host/host.js";
import { sha256 } from "../issue/index.js";
import type { EditionOptions } from "../model/edition-options.js";
import type { Issue } from "../model/issue.js";
import {
  assetReader,
  GIVEN_INPUT,
  inputsOf,
  type TemplateFiles,
} from "../model/template-folder.js";
import { type PrintedWords, printedWords } from "../render/index.js";
import { styleOf } from "../templating/index.js";
import { decodeReferences } from "./page/character-references.js";
import { wordsIn } from "./print/word.js";

/** The files of an issue's template, and whether they are as they were. */
export interface TemplateAtHand {
  readonly files: TemplateFiles;
  /** Whether each file has a hash that the issue names. */
  readonly isSame: boolean;
}

export interface ExpectedPage {
  readonly words: PrintedWords;
  /** Whether words stand on end anywhere in the page or its style, numbers of pages aside. */
  readonly says: (words: string) => boolean;
  /** The same of a piece that ends within a word, as pieces from right to left do. */
  readonly saysPart: (words: string) => boolean;
  /** What says that a brief is a draft; null where the template has no words for it. */
  readonly draft: string | null;
}

/**
 * @param frozen as it was approved, which takes the place of the one that has its name today
 * @returns null where no template of that name is at hand
 */
export async function templateOf(
  host: Host,
  workspace: Workspace | null,
  issue: Issue,
  frozen?: TemplateFiles,
): Promise<TemplateAtHand | null> {
  if (frozen !== undefined) return { files: frozen, isSame: isSame(frozen, issue) };
  const { value: files } = await loadTemplateFiles(host, workspace, nameOf(issue), issue.brief.id);
  return files && { files, isSame: isSame(files, issue) };
}

/** An issue names the files of its template among its inputs. */
function nameOf({ inputs }: Issue): string {
  const manifest = inputs.find(({ name }) => name.endsWith("/template.yaml"));
  return manifest?.name.split("/").at(-2) ?? "weekly";
}

/** Folders may go by other names elsewhere: files are known by their path below them. */
function isSame(template: TemplateFiles, { inputs }: Issue): boolean {
  const known = new Set(
    inputs.map(({ name, sha256: hash }) => `${hash} ${name.split("/").at(-1)}`),
  );
  const given = (names: readonly { readonly name: string }[]) =>
    names.some(({ name }) => name.endsWith(`/${GIVEN_INPUT}`));
  const now = inputsOf(template);
  if (given(now) !== given(inputs)) return false;
  return now.every(({ name, content }) =>
    known.has(`${sha256(content)} ${name.split("/").at(-1)}`),
  );
}

/** @returns null where the template can no longer be filled */
export async function expectPage(
  host: Host,
  source: TemplateFiles,
  issue: Issue,
  edition?: EditionOptions,
): Promise<ExpectedPage | null> {
  const { value: page } = await fillConfined(host, issue, source, edition);
  if (page === null) return null;
  const { paper, sheets, folders, assets } = page;
  const words = printedWords(paper, {
    styleSheets: sheets,
    files: assetReader(folders, assets),
    createdAt: new Date(issue.cutOff),
  });
  return { words, ...sayingsOf(paper, styleOf(sheets), words), draft: draftOf(words) };
}

/** What may stand in the margins, as bookmarks or as words that are heard. */
function sayingsOf(
  html: string,
  style: string,
  words: PrintedWords,
): Pick<ExpectedPage, "says" | "saysPart"> {
  const named = [...html.matchAll(/\s(?:aria-label|title|alt)="([^"]*)"/g)].map(([, name]) => name);
  const strings = [...style.matchAll(/"([^"\n]*)"/g)].map(([, text]) => text);
  const text = html.replaceAll(/<[^>]*>/g, " ");
  const seen = words.runs.map((run) => run.text).join("");
  const all = [text, ...named, ...strings, ...words.furniture, seen].join(" \n ");
  const flow = ` ${wordsIn(decodeReferences(all)).join(" ")} `;
  const has = (part: string) => flow.includes(` ${wordsIn(part).join(" ")} `);
  const says = (given: string) =>
    given
      .split(SEPARATOR)
      .every((part) => part.trim() === "" || has(part) || has(part.replaceAll(PAGE_NUMBER, " ")));
  const unparted = flow.replaceAll(" ", "");
  return { says, saysPart: (given) => unparted.includes(wordsIn(given).join("")) };
}

/** A whole number that stands alone. */
const PAGE_NUMBER = /(?<=\s|^)\d{1,4}(?=\s|$)/g;

/** Parts of a running head stand apart. */
const SEPARATOR = /[·•|]/;

function draftOf({ runs }: PrintedWords): string | null {
  const isDraft = ({ element }: PrintedWords["runs"][number]) =>
    /\bdraft\b/.test(element.attribs.class ?? "");
  return runs.find(isDraft)?.text.trim() ?? null;
}
