/** An issue in, the page that its template gives out, where that template is at hand. */
import { loadTemplateFiles, type TemplateFiles, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { sha256 } from "../issue/index.js";
import type { Issue } from "../model/issue.js";
import { type PrintedWords, printedWords } from "../render/index.js";
import { fillTemplate, loadTemplate } from "../templating/index.js";
import { wordsIn } from "./print/word.js";

/** The files of an issue's template, and whether they are as they were. */
export interface TemplateAtHand {
  readonly files: TemplateFiles;
  /** Whether each file has a hash that the issue names. */
  readonly isSame: boolean;
}

export interface ExpectedPage {
  readonly words: PrintedWords;
  /** Every word that stands anywhere in the page. */
  readonly vocabulary: ReadonlySet<string>;
  /** What says that a brief is a draft; null where the template has no words for it. */
  readonly draft: string | null;
}

/** @returns null where no template of that name is at hand */
export async function templateOf(
  host: Host,
  workspace: Workspace | null,
  issue: Issue,
): Promise<TemplateAtHand | null> {
  const { value: files } = await loadTemplateFiles(host, workspace, nameOf(issue));
  return files && { files, isSame: isSame(files, issue) };
}

/** An issue names the files of its template among its inputs. */
function nameOf({ inputs }: Issue): string {
  const manifest = inputs.find(({ name }) => name.endsWith("/template.yaml"));
  return manifest?.name.split("/").at(-2) ?? "weekly";
}

/** Folders may go by other names elsewhere: files are known by their path below them. */
function isSame({ files, assets }: TemplateFiles, { inputs }: Issue): boolean {
  const known = new Set(
    inputs.map(({ name, sha256: hash }) => `${hash} ${name.split("/").at(-1)}`),
  );
  return [...files, ...assets].every(([path, content]) =>
    known.has(`${sha256(content)} ${path.split("/").at(-1)}`),
  );
}

/** @returns null where the template can no longer be filled */
export function expectPage(
  { folder, files, assets }: TemplateFiles,
  issue: Issue,
): ExpectedPage | null {
  const { template } = loadTemplate(files, folder);
  if (template === null) return null;
  const { html } = fillTemplate(template, issue, { language: issue.brief.language });
  if (html === "") return null;
  const words = printedWords(html, {
    styleSheets: [{ css: template.style, file: `${folder}/${template.manifest.style}` }],
    files: (path) => assets.get(path.replace(`${folder}/`, "")),
    createdAt: new Date(issue.cutOff),
  });
  const text = html.replaceAll(/<[^>]*>/g, " ").replaceAll("&nbsp;", " ");
  const seen = [...words.furniture, ...words.runs.map((run) => run.text)].join(" ");
  const vocabulary = new Set([...wordsIn(text), ...wordsIn(seen)]);
  return { words, vocabulary, draft: draftOf(words) };
}

function draftOf({ runs }: PrintedWords): string | null {
  const isDraft = ({ element }: PrintedWords["runs"][number]) =>
    /\bdraft\b/.test(element.attribs.class ?? "");
  return runs.find(isDraft)?.text.trim() ?? null;
}
