import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { openZip } from "../../src/evidence/open-zip.js";
import { nodeHost } from "../../src/host/node.js";
import type { Issue } from "../../src/model/issue.js";
import type { Manifest } from "../../src/model/manifest.js";
import { packEvidence } from "../../src/pack-evidence.js";
import { generateIn, openTestWorkspace, readRepository } from "../workspace.js";

// Each test checks a whole brief.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FOLDER = "out/libya-weekly/2021-W18";
let made: string;
let root: string;
let folder: string;
let issue: Issue;

beforeAll(async () => {
  made = openTestWorkspace();
  await generateIn(made, { formats: new Set(["html", "json"]) });
});

beforeEach(() => {
  root = openTestWorkspace();
  folder = join(root, FOLDER);
  mkdirSync(folder, { recursive: true });
  cpSync(join(made, FOLDER), folder, { recursive: true });
  issue = JSON.parse(readFileSync(join(folder, "issue.json"), "utf8"));
});

const pack = () => packEvidence(nodeHost, { path: folder, zip: true });
const hashOf = (file = "") => createHash("sha256").update(readFileSync(file)).digest("hex");
const codesOf = async (file: string, workspace?: string) =>
  (await checkFile(nodeHost, file, workspace)).diagnostics.map(({ code }) => code);
const firstOf = (name: string) => join(folder, "evidence", issue.sources[0]?.article ?? "", name);

describe("an archive of an issue", () => {
  test("holds every file of it, and is the same whenever it is packed", async () => {
    const { zip } = await pack();
    const first = hashOf(zip?.file);
    writeFileSync(join(folder, "notes of the desk.txt"), "mine");
    expect(hashOf((await pack()).zip?.file)).toBe(first);
    const { files } = await openZip(readFileSync(zip?.file ?? ""));
    expect(files?.size).toBe(zip?.files);
    expect([...(files?.keys() ?? [])]).toContain("brief.html");
    expect([...(files?.keys() ?? [])]).not.toContain("notes of the desk.txt");
  });

  test("is written over an older archive, and over nothing else", async () => {
    const to = join(folder, "issue.json");
    const before = hashOf(to);
    const request = { path: folder, zip: true, to };
    await expect(packEvidence(nodeHost, request)).rejects.toMatchObject({
      diagnostics: [{ code: "not-an-archive", place: { file: to } }],
    });
    expect(hashOf(to)).toBe(before);
    await pack();
    await expect(pack()).resolves.toBeDefined();
  });

  test("holds by itself, far from its workspace", async () => {
    const { zip } = await pack();
    expect(await codesOf(zip?.file ?? "", "/")).toEqual([]);
  });

  test("is not packed of files that are not as they were made", async () => {
    writeFileSync(firstOf("raw.txt"), "other bytes");
    rmSync(join(folder, "coverage.json"));
    await expect(pack()).rejects.toMatchObject({
      diagnostics: [{ code: "file-not-as-made" }, { code: "file-not-as-made" }],
    });
  });
});

describe("the folder of an issue does not hold", () => {
  test.each<[string, string, () => void]>([
    ["without its coverage", "file-missing", () => rmSync(join(folder, "coverage.json"))],
    ["with a changed page", "file-changed", () => writeFileSync(firstOf("index.html"), "x")],
    ["with other bytes of an article", "raw-differs", () => writeFileSync(firstOf("raw.txt"), "x")],
    ["with a file among its evidence", "file-extra", () => writeFileSync(firstOf("b.txt"), "x")],
    [
      "with a passage that nothing cites",
      "evidence-differs",
      () => {
        const article = JSON.parse(readFileSync(firstOf("article.json"), "utf8"));
        article.passages.pop();
        writeFileSync(firstOf("article.json"), JSON.stringify(article));
      },
    ],
    [
      "with the manifest of another issue",
      "manifest-of-another",
      () => {
        const file = join(folder, "manifest.json");
        writeFileSync(file, readFileSync(file, "utf8").replaceAll(issue.seal, "0".repeat(64)));
      },
    ],
    [
      "with a manifest that is none",
      "manifest-malformed",
      () => writeFileSync(join(folder, "manifest.json"), "[]"),
    ],
  ])("%s", async (_, code, spoil) => {
    expect(await codesOf(join(folder, "issue.json"))).toEqual([]);
    spoil();
    expect(await codesOf(join(folder, "issue.json"))).toContain(code);
  });

  test.each<[string, (manifest: Manifest) => void]>([
    ["another program", ({ program }) => Object.assign(program, { version: "9.9.9" })],
    ["another day", ({ options }) => Object.assign(options, { asOf: "2019-01-01" })],
    ["another period", ({ options }) => Object.assign(options.period, { from: "2021-05-04" })],
    ["another lexicon", (manifest) => Object.assign(manifest, { lexicon: "other" })],
    ["other inputs", ({ inputs }) => Object.assign(inputs[0] ?? {}, { sha256: "0".repeat(64) })],
    ["an input too few", ({ inputs }) => inputs.shift()],
    ["an input too many", ({ inputs }) => inputs.push({ name: "x", sha256: "0".repeat(64) })],
    [
      "no page, though one was asked for",
      ({ outputs }) =>
        outputs.splice(
          outputs.findIndex(({ path }) => path === "brief.html"),
          1,
        ),
    ],
  ])("where its manifest tells of %s", async (_, spoil) => {
    const file = join(folder, "manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    spoil(manifest);
    writeFileSync(file, JSON.stringify(manifest));
    expect(await codesOf(join(folder, "issue.json"))).toEqual(["manifest-differs"]);
  });

  test("where coverage and manifest were changed together", async () => {
    const file = join(folder, "manifest.json");
    const manifest: Manifest = JSON.parse(readFileSync(file, "utf8"));
    const coverage = readFileSync(join(folder, "coverage.json"), "utf8");
    const changed = coverage.replace("before-period", "after-period");
    writeFileSync(join(folder, "coverage.json"), changed);
    const output = manifest.outputs.find(({ path }) => path === "coverage.json");
    Object.assign(output ?? {}, {
      bytes: Buffer.byteLength(changed),
      sha256: hashOf(join(folder, "coverage.json")),
    });
    writeFileSync(file, JSON.stringify(manifest));
    expect(await codesOf(join(folder, "issue.json"))).toEqual(["coverage-file-differs"]);
  });

  test("where its manifest leads out of it", async () => {
    const file = join(folder, "manifest.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace('"path": "coverage.json"', '"path": "../../../briefwright.yaml"'),
    );
    expect(await codesOf(join(folder, "issue.json"))).toContain("file-missing");
    await expect(pack()).rejects.toMatchObject({ diagnostics: [{ code: "file-not-as-made" }] });
  });

  test("without a manifest it is told, and holds as issues of former versions do", async () => {
    rmSync(join(folder, "manifest.json"));
    const { diagnostics } = await checkFile(nodeHost, join(folder, "issue.json"));
    expect(diagnostics).toMatchObject([{ code: "manifest-missing", severity: "warning" }]);
  });

  test("where the settings keep passages alone, it holds, and says that no text was at hand", async () => {
    const settings = readRepository("briefwright.yaml").replace(
      "    template: weekly\n",
      "$&    evidence: passages\n",
    );
    const sparse = openTestWorkspace({ "briefwright.yaml": settings });
    await generateIn(sparse);
    const { diagnostics } = await checkFile(nodeHost, join(sparse, FOLDER, "issue.json"));
    expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(["text-not-kept"]);
  });
});

describe("an archive that asks for trust is refused", () => {
  const bytes = new TextEncoder().encode("{}");
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`a/${at}`, bytes]));
  test.each<[string, Uint8Array]>([
    ["a name that leads out of it", zipSync({ "a/issue.json": bytes, "a/../../x": bytes })],
    ["an absolute name", zipSync({ "a/issue.json": bytes, "/etc/x": bytes })],
    ["a name with backslashes", zipSync({ "a/issue.json": bytes, "a\\..\\x": bytes })],
    ["a name that turns text around", zipSync({ "a/issue.json": bytes, "a/\u202etxt.exe": bytes })],
    [
      "two names that are one on some disks",
      zipSync({ "a/issue.json": bytes, "A/Issue.json": bytes }),
    ],
    ["no issue", zipSync({ "a/b.json": bytes })],
    ["files beside the issue's folder", zipSync({ "a/issue.json": bytes, "b/x": bytes })],
    ["too many entries", zipSync(many, { level: 0 })],
    ["a bomb", zipSync({ "a/issue.json": new Uint8Array(160 * 1024 * 1024) }, { level: 1 })],
    ["a cut", zipSync({ "a/issue.json": bytes }).subarray(0, 40)],
  ])("%s", async (_, archive) => {
    const { files, refusal } = await openZip(archive);
    expect(files).toBeNull();
    expect(refusal).toEqual(expect.any(String));
  });

  test("and named as such by the check", async () => {
    const file = join(root, "x.zip");
    writeFileSync(file, zipSync({ "a/b": bytes }));
    expect(await codesOf(file)).toEqual(["archive-refused"]);
  });
});
