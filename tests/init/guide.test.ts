/** The guides to a brief of one's own and to several, followed word by word from an empty folder. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { rememberWorkspace } from "../opened-workspaces.js";
import { REPOSITORY, readRepository } from "../workspace.js";

vi.setConfig({ testTimeout: 120_000 });

/** Commands of one's own workspace, and files by their path in it. */
function stepsOf(file: string) {
  const fences = readRepository(file).matchAll(
    /^( *)```(?:sh (own)|\w+ (\S*\.\w+))\n([\s\S]*?)^ *```$/gm,
  );
  return Array.from(fences, ([, indent = "", , path = "", text = ""]) => ({
    path,
    text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

test("README.md leads from an empty folder to one's own brief, and to a second one", () => {
  let folder = mkdtempSync(join(tmpdir(), "briefwright-"));
  rememberWorkspace(folder);
  const run = (line: string) => {
    if (line.startsWith("cd ")) {
      folder = resolve(folder, line.slice(3));
      return;
    }
    const words = Array.from(
      line.matchAll(/"([^"]*)"|(\S+)/g),
      ([, quoted, bare]) => quoted ?? bare,
    );
    expect(words.slice(0, 2)).toEqual(["npx", "brief"]);
    const args = [
      join(REPOSITORY, "dist/cli/main.js"),
      ...words.slice(2).map((word) => word ?? ""),
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    expect(status, `${line}\n${stderr}`).toBe(0);
    expect(stderr, line).not.toMatch(/^(?:error|warning):/m);
  };
  for (const { path, text } of stepsOf("README.md")) {
    if (path === "") for (const line of text.trim().split("\n")) run(line);
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  const page = (path: string) => readFileSync(join(folder, "out", path, "brief.html"), "utf8");
  expect(page("sahel-weekly/2026-W03")).toContain("Two ministries sign an agreement");
  expect(page("grain/2026-W06")).toContain("Grain prices have doubled since October");
  expect(page("grain/2026-W06/ar")).toContain('dir="rtl"');
});
