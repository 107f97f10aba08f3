/** Every code block of the READMEs that people open runs here. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { DeskNotesSchema } from "../src/model/desk-notes.js";
import { DistributionSchema } from "../src/model/distribution.js";
import {
  GivenArticleSchema,
  INSPECT_LINES,
  SuggestedTermLineSchema,
  TriedTermLineSchema,
} from "../src/model/inspect.js";
import { ShortThemesFileSchema, ThemesFileSchema } from "../src/model/lexicon.js";
import { SettingsSchema } from "../src/model/settings.js";
import { YamlListSchema } from "../src/recipients/index.js";
import { openTestWorkspace, REPOSITORY, readRepository } from "./workspace.js";

vi.setConfig({ testTimeout: 60_000 });

interface Block {
  readonly language: string;
  /** What stands behind the language on the opening line. */
  readonly kind: string;
  readonly text: string;
}

function blocksOf(file: string): Block[] {
  const fences = readRepository(file).matchAll(/^ *```(\w+) ?(\w*)\n([\s\S]*?)^ *```$/gm);
  return Array.from(fences, ([, language = "", kind = "", text = ""]) => ({
    language,
    kind,
    text,
  }));
}

/** Words of a command line, as a shell parts them; of its quotation marks only the double ones. */
function argumentsOf(line: string): string[] {
  return Array.from(
    line.matchAll(/"([^"]*)"|(\S+)/g),
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
}

describe("README.md", () => {
  const blocks = blocksOf("README.md");
  const commands = blocks
    // Those of one's own workspace are followed in tests/init/guide.test.ts.
    .filter(({ language, kind }) => language === "sh" && kind !== "own")
    .flatMap(({ text }) => text.trim().split("\n"))
    .map((line) => line.trim());
  const root = () => openTestWorkspace();

  test.each(commands.filter((line) => line.startsWith("npx brief ")))("`%s` works", (line) => {
    const folder = root();
    const main = join(REPOSITORY, "dist/cli/main.js");
    const run = (args: readonly string[]) =>
      spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: "utf8" });
    run(["generate", "--format", "json"]);
    if (/ (?:approve|withdraw) /.test(line)) run(["review", "2021-W18", "--by", "A. B."]);
    if (line.includes(" withdraw ")) run(["approve", "2021-W18", "--by", "C. D."]);
    if (line.includes("desk check")) run(["desk", "new", "2021-W18"]);
    if (line.endsWith(".zip")) run(["evidence", "out/libya-weekly/2021-W18/issue.json", "--zip"]);
    const { status, stderr } = run(argumentsOf(line).slice(2));
    expect(status, stderr).toBe(0);
  });

  test.each(commands.filter((line) => line.startsWith("npm ")))(
    "`%s` names real scripts",
    (line) => {
      const { scripts } = JSON.parse(readRepository("package.json")) as { scripts: object };
      for (const step of line.split(" && ")) {
        const name = step.replace(/^npm (run )?/, "");
        if (name !== "ci") expect(Object.keys(scripts)).toContain(name);
      }
    },
  );

  test("holds no other commands", () => {
    expect(commands.filter((line) => !/^(npx brief|npm) /.test(line))).toEqual([]);
  });

  test.each(blocks.filter(({ language }) => language === "js"))("its program runs", ({ text }) => {
    const args = ["--input-type=module", "--eval", text];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: REPOSITORY,
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    expect(stdout).toBe("1 page, true, 0 remarks\n");
  });

  test("its notes of the desk hold in the sample brief", () => {
    const notes = blocks.find(({ text }) => text.startsWith("bottomLine:"))?.text ?? "";
    const folder = openTestWorkspace({ "corpus/desk/libya-weekly/2021-W18.yaml": notes });
    const main = join(REPOSITORY, "dist/cli/main.js");
    const args = [main, "desk", "check", "2021-W18"];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    expect([stderr, stdout]).toEqual([
      "",
      "corpus/desk/libya-weekly/2021-W18.yaml: holds (3 lines of the desk, 6 targets)\n",
    ]);
  });

  const shapes = [
    SettingsSchema,
    ThemesFileSchema,
    ShortThemesFileSchema,
    DeskNotesSchema,
    DistributionSchema,
    YamlListSchema,
  ];
  test.each(blocks.filter(({ language }) => language === "yaml"))(
    "its YAML is what the program reads: $text",
    ({ text }) => {
      const value: unknown = parse(text);
      expect(shapes.some((schema) => schema.safeParse(value).success)).toBe(true);
    },
  );
});

describe("src/cli/README.md", () => {
  const blocks = blocksOf("src/cli/README.md").filter(({ language }) => language === "json");

  const shapes = {
    given: GivenArticleSchema,
    tried: TriedTermLineSchema,
    suggested: SuggestedTermLineSchema,
    ...INSPECT_LINES,
  };

  test.each(blocks)("shows $kind in its public shape", ({ kind, text }) => {
    const schema = shapes[kind as keyof typeof shapes];
    expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  test("shows every stage", () => {
    expect(blocks.map(({ kind }) => kind).sort()).toEqual(Object.keys(shapes).sort());
  });
});
