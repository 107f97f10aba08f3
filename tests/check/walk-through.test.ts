/** The walk-through of `src/check/README.md`, typed as it stands there. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { openTestWorkspace, REPOSITORY, readRepository } from "../workspace.js";

// Each step starts the program anew.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Step {
  readonly name: string;
  readonly commands: string;
  /** Lines, or the beginnings of lines, that the answer holds. */
  readonly answer: readonly string[];
}

const MAIN = join(REPOSITORY, "dist/cli/main.js");
const README = readRepository("src/check/README.md");
const [, make = ""] = /```sh\n(.*generate[\s\S]*?)```/.exec(README) ?? [];

function stepsOf(readme: string): Step[] {
  const pairs = readme.matchAll(/([^\n]+)\n\n```sh\n([^`]+)```\n\n```text\n([^`]+)```/g);
  return Array.from(pairs, ([, name = "", commands = "", answer = ""]) => ({
    name: name.replaceAll("*", ""),
    commands,
    answer: answer.trimEnd().split("\n"),
  }));
}

const DIFFERENCE = "diff -r kept broken --exclude '*.bak'";
const isBreak = (commands: string) => commands.includes("broken");

let folder: string;

function type(commands: string) {
  const program = `npx() { shift; "${process.execPath}" "${MAIN}" "$@"; }`;
  return spawnSync("sh", ["-c", `${program}\n${commands}`], { cwd: folder, encoding: "utf8" });
}

beforeAll(() => {
  folder = openTestWorkspace();
  const { status, stderr } = type(make);
  expect(status, stderr).toBe(0);
});

describe("src/check/README.md", () => {
  const steps = stepsOf(README);

  test.each(steps)("names: $name", ({ commands, answer }) => {
    const { status, stdout, stderr } = type(commands);
    expect(stderr).toBe("");
    const lines = stdout.split("\n");
    for (const line of answer) {
      const isTold = lines.some((told) => told.startsWith(line));
      expect(isTold, `${line}\n\nin\n\n${stdout}`).toBe(true);
    }
    expect(status).toBe(isBreak(commands) ? 1 : 0);
    if (isBreak(commands)) expect(type(DIFFERENCE).status, "the brief was changed").toBe(1);
  });

  test("breaks a brief in five ways and more", () => {
    expect(steps.filter(({ commands }) => isBreak(commands)).length).toBeGreaterThanOrEqual(5);
  });
});
