/** A study, or the file of a finished issue, and a name in, the explanation out, with bytes and page at hand. */
import { dirname, join } from "node:path";
import { EVIDENCE, readRawFiles, readTexts } from "../evidence/index.js";
import type { Host } from "../host/host.js";
import { parseIssue } from "../issue/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Explanation, Origin } from "../model/explanation.js";
import type { Source } from "../model/issue.js";
import { encodingOf } from "../readers/index.js";
import type { Study } from "../study/study-period.js";
import { explain } from "./explain.js";
import { knownOfIssue, knownOfStudy } from "./known.js";

export async function explainStudy(
  host: Host,
  name: string,
  study: Study,
): Promise<Explanation | null> {
  return explain(
    name,
    knownOfStudy(
      study,
      (id) => originInCorpus(host, id, study),
      () => pageOf(host, study),
    ),
  );
}

async function originInCorpus(host: Host, id: string, study: Study): Promise<Origin | null> {
  const { selection, workspace } = study;
  const { inPeriod, background, leftOut } = selection;
  const all = [...inPeriod, ...background, ...leftOut.map(({ article }) => article)];
  const article = all.find((candidate) => candidate.id === id);
  if (article === undefined) return null;
  const { container, rawSha256, textSha256, format, url, paragraphs, file } = article;
  const folder = join(workspace.root, workspace.settings.corpus, "articles");
  const files = await readRawFiles(host, workspace.root, folder, [article]);
  const bytes = files.get(container)?.bytes ?? null;
  // An entry of an archive, or a part of a mail, has an encoding of its own.
  const encoding =
    bytes === null || file.startsWith(`${container}/`) ? null : encodingOf(bytes, format);
  return {
    container,
    bytes: bytes?.length ?? null,
    sha256: rawSha256,
    unchanged: files.has(container),
    format,
    encoding,
    url,
    textSha256,
    characters: paragraphs.join("\n\n").length,
  };
}

/** The page of the brief, without its picture as PDF; null where it cannot be made. */
async function pageOf(host: Host, { issue, template }: Study): Promise<string | null> {
  const { renderIssue } = await import("../render-issue.js");
  const formats = new Set(["html"] as const);
  const { files } = await renderIssue(host, {
    issue,
    template,
    formats,
    fonts: "none",
    attachments: [],
  });
  const page = files?.get("brief.html");
  return page === undefined ? null : new TextDecoder().decode(page);
}

/** An issue, explained from nothing but itself and what lies beside it. */
export async function explainIssueFile(
  host: Host,
  name: string,
  file: string,
): Promise<{
  readonly explanation: Explanation | null;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const parsed = parseIssue(await host.readFile(file), file);
  if (parsed.value === null) return { explanation: null, diagnostics: parsed.diagnostics };
  const { issue } = parsed.value;
  const texts = await readTexts(host, join(dirname(file), EVIDENCE));
  const sources = new Map(issue.sources.map((source) => [source.article, source]));
  const page = join(dirname(file), "brief.html");
  const known = knownOfIssue(
    issue,
    texts,
    async (id) => originInIssue(sources.get(id), texts.get(id)),
    async () =>
      (await host.exists(page)) ? new TextDecoder().decode(await host.readFile(page)) : null,
  );
  return { explanation: await explain(name, known), diagnostics: [] };
}

function originInIssue(source: Source | undefined, text: string | undefined): Origin | null {
  if (source === undefined) return null;
  const { container, rawSha256, textSha256, url } = source;
  const unknown = { bytes: null, unchanged: null, format: null, encoding: null };
  const characters = text?.length ?? null;
  return { container, sha256: rawSha256, textSha256, url, characters, ...unknown };
}
