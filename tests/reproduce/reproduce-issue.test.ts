import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { nodeHost } from "../../src/host/node.js";
import { releaseIssue } from "../../src/release-issue.js";
import { reproduceIssue } from "../../src/reproduce/reproduce-issue.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

// Each test makes two briefs or more.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ARTICLES = "corpus/articles";
const FIRST = `${ARTICLES}/001_5709e4275fb3b6b0.txt`;
const NOTES = "corpus/desk/libya-weekly/2021-W18.yaml";

let root: string;
let file: string;

beforeEach(async () => {
  root = openTestWorkspace();
  await generateIn(root, { formats: new Set(["html", "json"]) });
  file = join(root, "out/libya-weekly/2021-W18/issue.json");
});

const again = () => reproduceIssue(nodeHost, { file, folder: root });
const change = (path: string, edit: (text: string) => string) =>
  writeFileSync(join(root, path), edit(readFileSync(join(root, path), "utf8")));

describe("an issue comes again, byte for byte,", () => {
  test("from its manifest", async () => {
    expect(await again()).toMatchObject({ holds: true, inputs: [], outputs: [], diagnostics: [] });
  });

  test("where its folder and its workspace lie elsewhere", async () => {
    const moved = openTestWorkspace();
    const folder = join(moved, "kept by somebody");
    mkdirSync(folder);
    cpSync(join(file, ".."), folder, { recursive: true });
    const request = { file: join(folder, "issue.json"), folder: moved };
    expect((await reproduceIssue(nodeHost, request)).holds).toBe(true);
  });

  test("whatever came into the corpus since, later copies of its own articles too", async () => {
    const text = readFileSync(join(root, FIRST), "utf8");
    writeFileSync(join(root, ARTICLES, "0.txt"), text.replace("Syrians", "Chadians"));
    writeFileSync(join(root, ARTICLES, "zz.txt"), text);
    expect(await again()).toMatchObject({ holds: true, inputs: [] });
  });

  test("with files among its articles that could not be read", async () => {
    writeFileSync(join(root, ARTICLES, "empty.txt"), "");
    writeFileSync(join(root, ARTICLES, "stray.txt.source.json"), "{}");
    await generateIn(root);
    expect((await again()).holds).toBe(true);
  });

  test("as of a day, in one format", async () => {
    const made = await generateIn(root, { asOf: "2021-05-06", formats: new Set(["json"]) });
    expect(made.made).not.toBeNull();
    expect((await again()).holds).toBe(true);
  });

  test("as a reissue, when it has been released itself", async () => {
    await releaseIssue(nodeHost, file, root);
    mkdirSync(join(root, NOTES, ".."), { recursive: true });
    writeFileSync(join(root, NOTES), "corrections: [{ text: A name was misspelt. }]\n");
    const { made, diagnostics } = await generateIn(root, { isReissue: true });
    expect(made?.issue.version, JSON.stringify(diagnostics)).toBe("1.1");
    await releaseIssue(nodeHost, file, root);
    const result = await again();
    expect(result).toMatchObject({ holds: true, inputs: [], outputs: [] });
  });
});

describe("what is not as it was is named", () => {
  test("an article that was changed, with both hashes and where the old bytes are", async () => {
    change(FIRST, (text) => text.replace("20,000", "30,000"));
    const { holds, inputs, outputs } = await again();
    expect(holds).toBe(false);
    expect(inputs).toEqual([
      {
        name: "articles/001_5709e4275fb3b6b0.txt",
        expected: expect.stringMatching(/^1e8ceb15/),
        actual: expect.stringMatching(/^[0-9a-f]{64}$/),
        keptIn: expect.stringMatching(/evidence\/a-1e8ceb15dd34\/raw\.txt$/),
      },
    ]);
    expect(readFileSync(inputs[0]?.keptIn ?? "").includes("20,000")).toBe(true);
    expect(outputs[0]).toMatchObject({ path: "issue.json", first: expect.any(String) });
  });

  test("an article that is gone", async () => {
    rmSync(join(root, FIRST));
    const [input] = (await again()).inputs;
    expect(input).toMatchObject({ actual: null, keptIn: expect.stringContaining("raw.txt") });
  });

  test("settings, lexicon, template and notes of the desk", async () => {
    change("briefwright.yaml", (text) => `${text}# A remark.\n`);
    change("corpus/lexicon/outlets.yaml", (text) => `${text}# A remark.\n`);
    change("templates/weekly/style.css", (text) => `${text}/* A remark. */\n`);
    mkdirSync(join(root, NOTES, ".."), { recursive: true });
    writeFileSync(join(root, NOTES), "corrections: []\n");
    const { inputs } = await again();
    expect(inputs.map(({ name }) => name)).toEqual([
      "briefwright.yaml",
      NOTES,
      "corpus/lexicon/outlets.yaml",
      "templates/weekly/style.css",
    ]);
    expect(inputs[1]?.expected).toBeNull();
  });

  test("the record that says where an article was fetched from", async () => {
    const record = join(root, `${FIRST}.source.json`);
    writeFileSync(record, JSON.stringify({ url: "https://news.example/a" }));
    await generateIn(root);
    writeFileSync(record, JSON.stringify({ url: "https://news.example/a", etag: "2" }));
    const { inputs } = await again();
    expect(inputs.map(({ name }) => name)).toEqual([
      "articles/001_5709e4275fb3b6b0.txt.source.json",
    ]);
  });

  test("a program of another version", async () => {
    const manifest = join(file, "../manifest.json");
    const text = readFileSync(manifest, "utf8");
    writeFileSync(manifest, text.replace('"version": "0.1.0"', '"version": "0.0.9"'));
    const { holds, inputs } = await again();
    expect(holds).toBe(false);
    expect(inputs).toMatchObject([{ expected: "0.0.9", actual: "0.1.0" }]);
  });

  test("a run that fails, with its reason", async () => {
    writeFileSync(join(root, "corpus/lexicon/themes.yaml"), "themes: [");
    const { holds, diagnostics } = await again();
    expect(holds).toBe(false);
    expect(diagnostics[0]?.place?.file).toBe("corpus/lexicon/themes.yaml");
  });
});

describe("an issue without what it needs is refused with what to do", () => {
  test.each<[string, () => void]>([
    ["manifest-missing", () => rmSync(join(file, "../manifest.json"))],
    ["manifest-malformed", () => writeFileSync(join(file, "../manifest.json"), "{}")],
    ["no-workspace", () => renameSync(join(root, "briefwright.yaml"), join(root, "x"))],
  ])("%s", async (code, spoil) => {
    spoil();
    await expect(again()).rejects.toMatchObject({
      diagnostics: [{ code, hint: expect.any(String) }],
    });
  });
});
