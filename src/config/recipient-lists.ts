/** Names of lists in, everybody on them out, each once: `corpus/recipients/<list>.yaml` or `.csv`. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { schemesWith } from "../model/marking.js";
import type { Recipient } from "../model/recipient.js";
import { decodeText } from "../readers/index.js";
import { mergeRecipients, type NamedList, readList } from "../recipients/index.js";
import { closest } from "../text/suggest.js";
import type { Workspace } from "./workspace.js";

type Home = Pick<Workspace, "root" | "settings">;

/** Bytes of a list. */
const MAX_LIST_BYTES = 32 * 1024 * 1024;

/**
 * What is right of the lists, beside the faults of the rest: a fault of a single row is an error, so that
 * nobody is left out of a mailing in silence.
 * @param names without an ending; each once
 */
export async function loadRecipients(
  host: Host,
  workspace: Home,
  names: readonly string[],
): Promise<Outcome<readonly Recipient[]>> {
  const diagnostics: Diagnostic[] = [];
  const lists: NamedList[] = [];
  const there = await recipientLists(host, workspace);
  for (const name of new Set(names)) {
    const files = there.filter((file) => nameOf(file) === name);
    const [file] = files;
    if (file === undefined) diagnostics.push(unknownList(workspace, name, there.map(nameOf)));
    else if (files.length > 1) diagnostics.push(twoFiles(workspace, name, files));
    else lists.push({ name, entries: await entriesOf(host, workspace, file, diagnostics) });
  }
  const merged = mergeRecipients(lists, schemesWith(workspace.settings.markings));
  return { value: merged.recipients, diagnostics: [...diagnostics, ...merged.diagnostics] };
}

/** Names of the lists that there are. */
export async function listNames(host: Host, workspace: Home): Promise<readonly string[]> {
  return [...new Set((await recipientLists(host, workspace)).map(nameOf))];
}

function folderOf({ settings }: Home): string {
  return `${settings.corpus}/recipients`;
}

async function recipientLists(host: Host, workspace: Home): Promise<readonly string[]> {
  const folder = join(workspace.root, folderOf(workspace));
  if (!(await host.exists(folder))) return [];
  const files = await host.listFiles(folder);
  return files
    .filter(({ kind, path }) => kind === "file" && /^[^/]+\.(?:yaml|csv)$/.test(path))
    .map(({ path }) => path);
}

function nameOf(file: string): string {
  return file.replace(/\.(?:yaml|csv)$/, "");
}

async function entriesOf(
  host: Host,
  workspace: Home,
  name: string,
  diagnostics: Diagnostic[],
): Promise<NamedList["entries"]> {
  const file = `${folderOf(workspace)}/${name}`;
  const path = join(workspace.root, file);
  if (((await host.sizeOf(path)) ?? 0) > MAX_LIST_BYTES) {
    diagnostics.push(tooLarge(file));
    return [];
  }
  const { text, diagnostics: remarks } = decodeText(await host.readFile(path), file);
  diagnostics.push(...remarks);
  if (text === null) return [];
  const read = readList(text, file);
  diagnostics.push(...read.diagnostics);
  return read.entries;
}

function unknownList(workspace: Home, name: string, known: readonly string[]): Diagnostic {
  const near = closest(name, known);
  const listed = known.length === 0 ? "there are none yet" : `there are ${known.join(", ")}`;
  return {
    code: "unknown-list",
    severity: "error",
    message: `there is no list “${name}”`,
    place: { file: folderOf(workspace) },
    hint:
      near === null
        ? `${listed}: write ${name}.yaml or ${name}.csv there`
        : `did you mean “${near}”?`,
  };
}

function twoFiles(workspace: Home, name: string, files: readonly string[]): Diagnostic {
  return {
    code: "list-twice",
    severity: "error",
    message: `the list “${name}” stands in ${files.join(" and in ")}`,
    place: { file: folderOf(workspace) },
    hint: "rename one of them",
  };
}

function tooLarge(file: string): Diagnostic {
  return {
    code: "list-too-large",
    severity: "error",
    message: `has more than ${MAX_LIST_BYTES / 1024 / 1024} MB`,
    place: { file },
    hint: "split it into several lists",
  };
}
