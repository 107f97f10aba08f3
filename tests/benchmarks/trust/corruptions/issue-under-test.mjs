/** A workspace, made in memory, to its finished issue, and to what the check says of any change to it. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const PARTS = ["briefwright.yaml", "corpus", "templates"];
const ROOT = "/workspace";
const ALONE = "/issue";

/**
 * @param folder of the workspace on disk
 * @param week such as `2021-W18`
 */
export async function openIssue(load, folder, week, formats = ["json"]) {
  const { generate, memoryHost, parseWeek, checkIssueFile } = await load("index.js");
  const files = new Map(PARTS.flatMap((part) => filesBelow(folder, part)));
  const host = memoryHost(files);
  const request = { folder: ROOT, period: parseWeek(week), formats: new Set(formats) };
  const { made, diagnostics } = await generate(host, request);
  if (made === null) throw new Error(JSON.stringify(diagnostics));
  const file = made.files.find((name) => name.endsWith("/issue.json"));
  const out = file.slice(0, -"issue.json".length);
  const beside = new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(out) ? [[path.slice(out.length), bytes]] : [],
    ),
  );
  const issue = JSON.parse(decode(files.get(file)));
  return {
    issue,
    beside,
    texts: textsOf(issue, beside),
    /** What the issue says with these files changed, by the evidence that it carries. */
    checkAlone: async (changes) => {
      const carried = prefixed(ALONE, new Map([...beside, ...changes]));
      return told(checkIssueFile, memoryHost(carried), `${ALONE}/issue.json`, ALONE);
    },
    /** The same where the corpus that it was made from is at hand. */
    checkInPlace: async (changes) => {
      const changed = new Map([...files, ...prefixed(out.slice(0, -1), changes)]);
      return told(checkIssueFile, memoryHost(changed), file, ROOT);
    },
  };
}

/** A check that throws is told as a fault without a name: it found nothing. */
async function told(checkIssueFile, host, file, folder) {
  try {
    return (await checkIssueFile(host, file, folder)).diagnostics;
  } catch (error) {
    return [{ code: "CRASH", severity: "error", message: String(error?.stack ?? error) }];
  }
}

/** Files of a part of a workspace on disk, under their paths in memory. */
export function filesBelow(folder, part, root = ROOT) {
  const path = join(folder, part);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [[`${root}/${part}`, new Uint8Array(readFileSync(path))]];
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const full = join(entry.parentPath, entry.name);
    return [[`${root}/${full.slice(folder.length + 1)}`, new Uint8Array(readFileSync(full))]];
  });
}

function prefixed(folder, files) {
  return new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
}

/** Stored texts by article, with the path that each lies under. */
function textsOf(issue, beside) {
  return new Map(
    issue.sources.map(({ article }) => {
      const path = [`evidence/${article}/text.txt`, `evidence/${article}.txt`].find((one) =>
        beside.has(one),
      );
      return [article, { path, text: decode(beside.get(path)) }];
    }),
  );
}

export function encode(value) {
  return new TextEncoder().encode(value);
}

export function decode(bytes) {
  return new TextDecoder().decode(bytes);
}
