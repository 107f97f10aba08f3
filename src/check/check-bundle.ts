/** The folder of an issue in, what of its files does not hold out: by the manifest, and against the issue. */
import { join } from "node:path";
import {
  articleOfText,
  citedPassages,
  EVIDENCE,
  evidencePath,
  MANIFEST,
  readEvidenceArticle,
  readManifest,
} from "../evidence/index.js";
import type { Host } from "../host/host.js";
import { canonicalJson, coverageOf, sha256 } from "../issue/index.js";
import { CoverageSchema } from "../model/coverage.js";
import type { EvidenceArticle } from "../model/evidence.js";
import { type Fault, faultOf } from "../model/fault.js";
import type { Issue, Source } from "../model/issue.js";
import type { Manifest } from "../model/manifest.js";
import { COVERAGE } from "../records.js";
import { readJson } from "../text/read-json.js";
import { checkManifest } from "./check-manifest.js";

/** Bytes of one file; the program writes no larger one. */
const MAX_FILE = 512 * 1024 * 1024;

export interface CheckedBundle {
  readonly faults: readonly Fault[];
  /** Articles of which the settings kept no text. */
  readonly withoutText: ReadonlySet<string>;
}

/** @param file of the issue, under which faults are told */
export async function checkBundle(
  host: Host,
  folder: string,
  issue: Issue,
): Promise<CheckedBundle> {
  const manifest = await readManifest(host, folder);
  const place = { file: join(folder, MANIFEST) };
  if (manifest === null) {
    const faults = [faultOf("manifest-missing", "there is no manifest beside the issue", place)];
    return { faults, withoutText: new Set() };
  }
  if (manifest === "malformed") {
    const faults = [faultOf("manifest-malformed", "this is no manifest", place)];
    return { faults, withoutText: new Set() };
  }
  const isOwn = manifest.issue.seal === issue.seal;
  const message = `the manifest is of ${manifest.issue.brief} ${manifest.issue.id} as sealed otherwise`;
  const articles = await readArticles(host, folder, issue);
  const known = [...articles.values()].flatMap((article) =>
    article === "malformed" ? [] : [article],
  );
  const without = known.filter(({ left }) => left.some(isTextBySetting));
  return {
    faults: [
      ...(isOwn
        ? checkManifest(manifest, issue, place)
        : [faultOf("manifest-of-another", message, place)]),
      ...(await checkCoverageFile(host, join(folder, COVERAGE), issue)),
      ...(await checkFiles(host, folder, manifest, issue)),
      ...(await checkExtras(host, folder, manifest)),
      ...issue.sources.flatMap((source) => checkArticle(source, articles, issue, folder)),
      ...without.map(({ source: { article, file } }) =>
        faultOf("text-not-kept", `the text of ${file} is not kept`, {
          file: join(folder, evidencePath(article, "article.json")),
          article: { id: article, file },
        }),
      ),
    ],
    withoutText: new Set(without.map(({ source }) => source.article)),
  };
}

function isTextBySetting({ what, reason }: EvidenceArticle["left"][number]): boolean {
  return what === "text" && reason === "setting";
}

/** The issue has its seal, and texts are held to the hash that is cited: they are told there. */
async function checkFiles(
  host: Host,
  folder: string,
  { outputs }: Manifest,
  { sources }: Issue,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const raw = new Map(sources.map((source) => [source.rawSha256, source]));
  const cited = new Set(sources.map(({ article }) => article));
  for (const { path, bytes: length, sha256: hash } of outputs) {
    const text = path.startsWith(`${EVIDENCE}/`)
      ? articleOfText(path.slice(EVIDENCE.length + 1))
      : null;
    if (path === "issue.json" || (text !== null && cited.has(text))) continue;
    const place = { file: join(folder, path) };
    const size = isBelow(path) ? await host.sizeOf(place.file) : null;
    if (size === null) {
      faults.push(faultOf("file-missing", `${path} is not there`, place));
      continue;
    }
    const isSame =
      size === length && size <= MAX_FILE && sha256(await host.readFile(place.file)) === hash;
    if (isSame) continue;
    const source = raw.get(hash);
    faults.push(
      source === undefined
        ? faultOf("file-changed", `${path} is not as it was made`, place)
        : faultOf("raw-differs", `${path} is not what came in as ${source.container}`, place),
    );
  }
  return faults;
}

/** A manifest is a file like others: it leads nowhere else. */
function isBelow(path: string): boolean {
  return !path.startsWith("/") && path.split(/[/\\]/).every((part) => part !== "..");
}

/** One that is not there is told by the manifest; what the run had to say is in no issue. */
async function checkCoverageFile(host: Host, file: string, issue: Issue): Promise<Fault[]> {
  const size = await host.sizeOf(file);
  if (size === null || size > MAX_FILE) return [];
  const found = CoverageSchema.safeParse(readJson(await host.readFile(file))).data;
  const expected = coverageOf(issue, found?.diagnostics ?? []);
  if (found !== undefined && canonicalJson(found) === canonicalJson(expected)) return [];
  const message = `${COVERAGE} does not account for the articles as the issue does`;
  return [faultOf("coverage-file-differs", message, { file })];
}

async function checkExtras(host: Host, folder: string, { outputs }: Manifest): Promise<Fault[]> {
  const named = new Set(outputs.map(({ path }) => path));
  const evidence = join(folder, EVIDENCE);
  if (!(await host.exists(evidence))) return [];
  return (await host.listFiles(evidence))
    .map(({ path }) => `${EVIDENCE}/${path}`)
    .filter((path) => !named.has(path))
    .map((path) =>
      faultOf("file-extra", `${path} is no file of this issue`, { file: join(folder, path) }),
    );
}

async function readArticles(
  host: Host,
  folder: string,
  { sources }: Issue,
): Promise<ReadonlyMap<string, EvidenceArticle | "malformed">> {
  const articles = new Map<string, EvidenceArticle | "malformed">();
  for (const { article } of sources) {
    const found = await readEvidenceArticle(host, folder, article);
    if (found !== null) articles.set(article, found);
  }
  return articles;
}

/** One that is not there is told by the manifest. */
function checkArticle(
  source: Source,
  articles: ReadonlyMap<string, EvidenceArticle | "malformed">,
  issue: Issue,
  folder: string,
): Fault[] {
  const found = articles.get(source.article);
  if (found === undefined) return [];
  const file = join(folder, evidencePath(source.article, "article.json"));
  const place = { file, article: { id: source.article, file: source.file } };
  const differs = (what: string) => [faultOf("evidence-differs", `${source.file}: ${what}`, place)];
  if (found === "malformed") return differs("what is known of it cannot be read");
  if (canonicalJson(found.source) !== canonicalJson(source)) {
    return differs("what is known of it is not what the issue says");
  }
  const cited = citedPassages(issue).get(source.article) ?? [];
  if (canonicalJson(found.passages) !== canonicalJson(cited)) {
    return differs("the passages listed are not those that the issue cites");
  }
  return found.raw !== null && found.raw.sha256 !== source.rawSha256
    ? differs("the bytes kept are not those that it was read from")
    : [];
}
