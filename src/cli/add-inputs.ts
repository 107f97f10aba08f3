/** The words behind `brief add` to inputs: globs to files, `-` to what standard input holds. */
import { glob, lstat } from "node:fs/promises";
import { relative } from "node:path";
import process from "node:process";
import type { AddInput } from "../collect/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { readStandardInput, STANDARD_INPUT } from "./standard-input.js";
import { UsageError } from "./usage.js";

export interface GivenInputs {
  readonly inputs: readonly AddInput[];
  /** Words that name nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @param name in the corpus, for one file, page or text @throws {UsageError} */
export async function readInputs(
  words: readonly string[],
  name: string | undefined,
): Promise<GivenInputs> {
  if (name !== undefined) checkName(name);
  if (words.filter((word) => word === STANDARD_INPUT).length > 1) {
    throw new UsageError("“-” stands there twice", "standard input can be read once");
  }
  const inputs: AddInput[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const word of words) {
    const found = await inputsOf(word);
    if (found.length === 0) diagnostics.push(nothingFound(word));
    inputs.push(...found);
  }
  if (name === undefined) return { inputs, diagnostics };
  const [only] = inputs;
  if (only === undefined || inputs.length > 1 || (await isFolder(only))) {
    const hint = "add it by itself; a folder's files keep their names";
    throw new UsageError("--as names one file, page or text", hint);
  }
  return { inputs: [{ ...only, name }], diagnostics };
}

async function inputsOf(word: string): Promise<AddInput[]> {
  if (word === "") throw new UsageError("an empty word names no file", "check the quotation marks");
  if (word === STANDARD_INPUT) return [{ kind: "text", bytes: await readStandardInput() }];
  if (/^https?:\/\//i.test(word)) return [{ kind: "url", url: word }];
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(word)) {
    throw new UsageError(
      `“${word}” is no address of the web`,
      "pages are fetched by http and https; save anything else, and add the file",
    );
  }
  const isThere = (await lstat(word).catch(() => null)) !== null;
  return isThere || !MAGIC.test(word) ? [{ kind: "path", path: word }] : filesOf(word);
}

const MAGIC = /[*?[{]/;

/** Regular files in code-unit order, hidden ones left out; named by what the pattern left open. */
async function filesOf(pattern: string): Promise<AddInput[]> {
  const parts = pattern.split("/");
  const open = parts.findIndex((part) => MAGIC.test(part));
  const fixed = parts.slice(0, open).join("/") || (pattern.startsWith("/") ? "/" : ".");
  const found: string[] = [];
  for await (const entry of glob(pattern, { withFileTypes: true })) {
    const path =
      fixed === "."
        ? pathOf(entry)
        : `${fixed.replace(/\/$/, "")}/${relative(fixed, pathOf(entry))}`;
    if (entry.isFile()) found.push(path);
  }
  return found
    .map((path) => ({ kind: "path" as const, path, name: relative(fixed, path) }))
    .filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function pathOf({
  parentPath,
  name,
}: {
  readonly parentPath: string;
  readonly name: string;
}): string {
  return relative(process.cwd(), `${parentPath}/${name}`);
}

async function isFolder(input: AddInput): Promise<boolean> {
  return (
    input.kind === "path" && ((await lstat(input.path).catch(() => null))?.isDirectory() ?? false)
  );
}

/** Below the folder of articles, where folders are listed and links are not. */
function checkName(name: string): void {
  const parts = name.split("/");
  const isPlain = parts.every((part) => part !== "" && !part.startsWith(".") && PLAIN.test(part));
  if (isPlain && !name.endsWith(".source.json")) return;
  const hint = "write one such as notes.txt or wire/notes.txt, without a dot in front";
  throw new UsageError(`--as cannot name a file “${name}”`, hint);
}

const PLAIN = /^[^\p{Cc}\\:*?"<>|]+$/u;

function nothingFound(pattern: string): Diagnostic {
  return {
    code: "nothing-found",
    severity: "error",
    message: "fits no file",
    place: { file: pattern },
    hint: "check the pattern; hidden files, links and folders do not count",
  };
}
