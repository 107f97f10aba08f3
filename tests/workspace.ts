/** A workspace in a folder of its own: this repository's settings, corpus and templates, or parts of them. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { nodeHost } from "../src/host/node.js";
import { parseWeek } from "../src/issue/index.js";
import { type GenerateRequest, generate } from "../src/pipeline.js";
import { rememberWorkspace } from "./opened-workspaces.js";

export const REPOSITORY = join(import.meta.dirname, "..");

/** @param changes texts by path below the workspace; null leaves the file out */
export function openTestWorkspace(
  changes: Record<string, string | Uint8Array | null> = {},
): string {
  const root = mkdtempSync(join(tmpdir(), "briefwright-"));
  rememberWorkspace(root);
  for (const part of ["briefwright.yaml", "corpus", "templates"]) {
    cpSync(join(REPOSITORY, part), join(root, part), { recursive: true });
  }
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) rmSync(join(root, path), { recursive: true });
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  }
  return root;
}

export async function generateIn(root: string, request: Partial<GenerateRequest> = {}) {
  return generate(nodeHost, {
    folder: root,
    period: parseWeek("2021-W18"),
    formats: new Set(["json"]),
    ...request,
  });
}

export function readOut(root: string, file: string): Buffer {
  return readFileSync(join(root, "out/libya-weekly/2021-W18", file));
}

export function readRepository(path: string): string {
  return readFileSync(join(REPOSITORY, path), "utf8");
}
