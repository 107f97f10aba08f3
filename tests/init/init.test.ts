/** `brief init` as a new user runs it: a workspace that makes a brief at once, and nothing written over. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { parseThemesFile } from "../../src/config/themes-file.js";
import { type Host, HostError } from "../../src/host/host.js";
import { nodeHost } from "../../src/host/node.js";
import { answersFrom } from "../../src/init/answers.js";
import { makeWorkspace } from "../../src/init/make-workspace.js";
import type { WorkspaceAnswers } from "../../src/init/plan-workspace.js";
import { rememberWorkspace } from "../opened-workspaces.js";
import { REPOSITORY } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000 });

const MAIN = join(REPOSITORY, "dist/cli/main.js");

/** A fresh folder, with files in it. */
function open(files: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "briefwright-"));
  rememberWorkspace(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function brief(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

const read = (root: string, path: string) => readFileSync(join(root, path), "utf8");

const DROUGHT = `Three towns agree on the lake

3 February 2026

Farmers said that the drought had emptied the lake basin. The drought in the lake basin began in May.

The towns signed a paper on school buses, as the mayor told the council on Monday.

Millers said that grain prices had doubled since spring.
`;
const SECOND = `Another town joins

4 February 2026

The mayor said that the drought had dried the lake basin again, and that the drought would last.

A new library opens in the town hall on Friday, the librarian said.
`;

describe("a new workspace", () => {
  test("makes a brief at once, with a template of its own, in a folder with spaces", () => {
    const root = join(open(), "the desk");
    const args = ["--yes", "--title", "Haftalık Su Bülteni", "--desk", "Su: “masa” #1"];
    const made = brief(dirname(root), "init", "the desk", ...args, "--language", "tr,en");
    expect([made.status, made.stderr]).toEqual([0, expect.stringContaining('cd "the desk"')]);
    expect(made.stdout.split("\n")).toContain("corpus/desk/haftalik-su-bulteni/README.md");
    const generated = brief(root, "generate", "--format", "html");
    expect(generated.status, generated.stderr).toBe(0);
    expect(generated.stderr).not.toMatch(/^(?:error|warning):/m);
    const page = read(root, "out/haftalik-su-bulteni/2026-W03/brief.html");
    expect(page).toContain('<html lang="tr"');
    expect(page).toContain("Haftalık Su Bülteni");
    expect(page).toContain("Ulaştırma Bakanlığı ile Ticaret Bakanlığı");
    const { briefs } = parse(read(root, "briefwright.yaml"));
    expect(briefs["haftalik-su-bulteni"]).toMatchObject({
      desk: "Su: “masa” #1",
      template: "haftalik-su-bulteni",
      languages: ["tr", "en"],
    });
    expect(read(root, "briefwright.yaml")).toContain("# ISO week of issue 1");
    expect(read(root, "templates/haftalik-su-bulteni/template.yaml")).toContain("extends: weekly");
    expect(brief(root, "template", "check").status).toBe(0);
  });

  test("takes the articles that are given, and proposes terms that they hold", () => {
    const root = open({ "in/one.txt": DROUGHT, "in/two.txt": SECOND, "in/picture.png": "PNG" });
    const subject = "drought, grain prices, no such thing";
    const args = ["--yes", "--subject", subject, "--articles", "in", "--template", "one-page"];
    const made = brief(root, "init", "desk", ...args);
    expect(made.status, made.stderr).toBe(0);
    expect(made.stderr).toContain("info: no passage carries the theme “no_such_thing”");
    expect(readdirSync(join(root, "desk/corpus/articles/in")).sort()).toEqual([
      "one.txt",
      "two.txt",
    ]);
    expect(read(root, "desk/corpus/articles/in/one.txt")).toBe(DROUGHT);
    const text = read(root, "desk/corpus/lexicon/themes.yaml");
    expect(text).toContain('#   - "the lake basin" # in 2 articles');
    expect(text).toMatch(/\n {8}# near:\n(?: {8}# {3}- "[^"]+" # in 2 articles.*\n)+/);
    const { value, diagnostics } = parseThemesFile(text, "themes.yaml");
    expect(diagnostics).toEqual([]);
    expect(value?.themes.map(({ id }) => id)).toEqual(["drought", "grain_prices", "no_such_thing"]);
    // Taken over as they stand, the proposals are sound.
    const taken = text.replace(/^( {8})# (near:| {2}- )/gm, "$1$2");
    expect(parseThemesFile(taken, "themes.yaml").value?.themes[0]?.terms.mul?.near).not.toEqual([]);
    expect(read(root, "desk/templates/weekly-brief/template.yaml")).toContain("extends: one-page");
  });

  test("uses articles that lie in the folder already, and leaves a .gitignore as it is", () => {
    const root = open({ "corpus/articles/mine.txt": DROUGHT, ".gitignore": "node_modules\n" });
    const made = brief(root, "init", "--yes", "--title", "Weekly");
    expect(made.status, made.stderr).toBe(0);
    expect(made.stderr).toContain("info: .gitignore stays as it is");
    expect(read(root, ".gitignore")).toBe("node_modules\n");
    expect(readdirSync(join(root, "corpus/articles"))).toEqual(["mine.txt"]);
    // "weekly" comes with the program.
    expect(existsSync(join(root, "templates/my-weekly/template.yaml"))).toBe(true);
  });

  test("says in JSON what it made, and asks for an id where the title has no Latin letters", () => {
    const root = open();
    const made = brief(
      root,
      "init",
      "--yes",
      "--json",
      "--title",
      "نشرة المياه",
      "--language",
      "ar",
    );
    const { workspace, diagnostics } = JSON.parse(made.stdout);
    expect(workspace).toMatchObject({ folder: root, brief: "my-brief", template: "my-brief" });
    expect(diagnostics).toEqual([expect.objectContaining({ code: "brief-id", severity: "info" })]);
    expect(read(root, "corpus/articles/example.txt")).toContain("وزارة النقل");
  });
});

describe("what stops a new workspace, with nothing written", () => {
  const filesOf = (root: string) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();

  test("files that stand in its way, all of them named", () => {
    const root = open({ "corpus/lexicon/themes.yaml": "mine", templates: "no folder" });
    const { status, stderr, stdout } = brief(root, "init", "--yes");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("corpus/lexicon/themes.yaml stands there already");
    expect(stderr).toContain("templates is a file, and has to be a folder");
    expect(filesOf(root)).toEqual(["templates", "themes.yaml"]);
  });

  test("a folder within the corpus of a workspace; beside it, the one above is told", () => {
    const root = open({ "briefwright.yaml": "briefs: { daily: { title: Daily } }" });
    const within = brief(root, "init", "corpus/articles/new", "--yes");
    expect(within.status).toBe(1);
    expect(within.stderr).toContain("part of a workspace already: of its corpus");
    expect(filesOf(root)).toEqual(["briefwright.yaml"]);
    const below = brief(root, "init", "other", "--yes");
    expect([below.status, below.stderr]).toEqual([0, expect.stringContaining("warning: ")]);
    expect(below.stderr).toContain("there is a workspace above");
  });

  const REST = { template: "weekly", hasArticles: false };
  const NOTHING = { title: undefined, id: undefined, desk: undefined, language: undefined };

  test.each([
    [{ template: "weakly" }, 'no template "weakly"'],
    [{ language: "tr,xx" }, 'has no labels for "xx"'],
    [{ id: "My Brief" }, "is no name for a brief"],
    [{ subject: " , ;" }, "the subject holds no words"],
    [{ subject: "x".repeat(200) }, "too long to be found"],
    [{ subject: Array.from({ length: 30 }, (_, nth) => `w${nth}`).join() }, "has 30 phrases"],
  ])("%j", async (flags, words) => {
    const root = open();
    const typed = { ...NOTHING, subject: "", ...flags };
    const { value, diagnostics } = answersFrom(typed, { root, ...REST, ...flags });
    const told = value === null ? diagnostics : (await makeWorkspace(nodeHost, value)).diagnostics;
    expect(told).toEqual([expect.objectContaining({ severity: "error" })]);
    expect(told[0]?.message).toContain(words);
    expect(told[0]?.hint).not.toBe("");
    expect(filesOf(root)).toEqual([]);
  });

  test("a folder that cannot be written: no settings are left that would make it a workspace", async () => {
    const root = open();
    const host: Host = {
      ...nodeHost,
      writeFile: async (path, bytes) => {
        if (path.endsWith("themes.yaml")) throw new HostError("is full", path, "make room");
        return nodeHost.writeFile(path, bytes);
      },
    };
    const { value } = answersFrom({ ...NOTHING, subject: "" }, { root, ...REST });
    await expect(makeWorkspace(host, value as WorkspaceAnswers)).rejects.toThrow("is full");
    expect(filesOf(root)).not.toContain("briefwright.yaml");
  });

  test("articles that are not there", () => {
    const root = open();
    const { status, stderr } = brief(root, "init", "desk", "--yes", "--articles", "nowhere");
    expect([status, stderr]).toEqual([2, expect.stringContaining("there is nothing at")]);
    expect(filesOf(root)).toEqual([]);
  });

  test("a file in the place of the folder", () => {
    const root = open({ desk: "words" });
    const { status, stderr } = brief(root, "init", "desk", "--yes");
    expect([status, stderr]).toEqual([1, expect.stringContaining("is a file")]);
  });

  test("no terminal to ask on, and no --yes", () => {
    const { status, stderr } = brief(open(), "init");
    expect(status).toBe(2);
    expect(stderr).toContain("hint: brief init DIR --yes --title");
  });
});
