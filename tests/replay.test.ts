/** The sample brief as of 20 December 2019, read whole: it must not know what came later. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { parseWeek } from "../src/issue/index.js";
import { EntitiesFileSchema, ThemesFileSchema } from "../src/model/lexicon.js";
import { copiedText } from "./render/pdf/page.js";
import { generateIn, openTestWorkspace, readRepository } from "./workspace.js";

// Each test reads whole briefs.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const DAY = "2019-12-20";
const ARTICLES = "corpus/articles";
const EARLIER = ["003_18b334cd7a472c5f.txt", "004_95318f47aea74e28.txt"];
const LATER = ["000_d633f055d85d57e5.txt", "001_5709e4275fb3b6b0.txt", "002_449ef38def325648.txt"];

/** The settings number the issues of the brief from this one; a manifest keeps them as they were given. */
const FIRST_ISSUE = "2021-W18";

async function replay(root: string): Promise<Map<string, Buffer>> {
  const formats = new Set(["json", "html", "pdf"] as const);
  const request = { period: parseWeek("2019-W51"), asOf: DAY, formats };
  const { made, diagnostics } = await generateIn(root, request);
  expect(made, JSON.stringify(diagnostics)).not.toBeNull();
  const out = join(root, "out");
  return new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(out, file), readFileSync(file)]),
  );
}

/** What a reader of a file sees, and what its data say: no style, no font, no hash, no name of a field. */
async function wordingOf(path: string, bytes: Buffer): Promise<string> {
  if (path.endsWith(".pdf")) return (await copiedText(new Uint8Array(bytes))).join("\n");
  if (path.endsWith(".json")) return valuesOf(JSON.parse(bytes.toString())).join("\n");
  if (!path.endsWith(".html")) return bytes.toString();
  return bytes
    .toString()
    .replace(/<style[\s\S]*?<\/style>/g, " ")
    .replace(/data:[\w/+-]+;base64,[\w+/=]+/g, " ")
    .replace(/<\/?[a-z][^>]*>/g, (tag) => attributesOf(tag).join(" "));
}

function attributesOf(tag: string): string[] {
  return Array.from(
    tag.matchAll(/ (?:title|alt|aria-label|content|href)="([^"]*)"/g),
    ([, value]) => String(value),
  );
}

function valuesOf(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [String(value)].filter(isNoHash);
  return Object.entries(value).flatMap(([, inner]) => valuesOf(inner));
}

function isNoHash(text: string): boolean {
  return !/^[0-9a-f]{64}$/.test(text);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}

const read = (file: string) => readRepository(`${ARTICLES}/${file}`);
const textsOf = (files: readonly string[]) => files.map(read).join("\n");

let files: Map<string, Buffer>;
let wordings: Map<string, string>;

beforeAll(async () => {
  files = await replay(openTestWorkspace());
  wordings = new Map();
  for (const [path, bytes] of files) wordings.set(path, await wordingOf(path, bytes));
});

describe("a replay as of 20 December 2019", () => {
  test("is a whole brief: page, print, issue, coverage and evidence", () => {
    const names = [...files.keys()].map((path) => path.split("/").slice(2).join("/"));
    expect(names).toEqual(
      expect.arrayContaining(["brief.html", "brief.pdf", "coverage.json", "issue.json"]),
    );
    expect(names.filter((name) => name.startsWith("evidence/")).length).toBeGreaterThan(1);
    expect([...wordings.values()].join("\n")).toContain("accepted an offer from Turkey");
  });

  test("says on its first page that it looks back", async () => {
    const pdf = [...files].find(([path]) => path.endsWith("brief.pdf"))?.[1];
    const [first] = await copiedText(new Uint8Array(pdf ?? []));
    expect(first?.replace(/\s+/g, " ")).toContain("As of 20 December 2019");
  });

  test("holds no word that only later articles have", () => {
    const own = ["weekly/labels.en.yaml", "weekly/brief.hbs"].map((file) => `templates/${file}`);
    const settings = [
      "briefwright.yaml",
      "corpus/lexicon/themes.yaml",
      "corpus/lexicon/outlets.yaml",
    ];
    const known = wordsOf(
      [textsOf(EARLIER), namesInForce(), ...[...own, ...settings].map(readRepository)].join("\n"),
    );
    const later = [...wordsOf(textsOf(LATER))].filter((word) => !known.has(word));
    expect(later.length).toBeGreaterThan(100);
    for (const [path, text] of wordings) {
      const words = wordsOf(text);
      expect(
        later.filter((word) => words.has(word)),
        path,
      ).toEqual([]);
    }
  });

  test("names no later article, by file or by id", async () => {
    const { made } = await generateIn(openTestWorkspace());
    const ids = (made?.issue.sources ?? [])
      .filter(({ file }) => LATER.includes(file))
      .map(({ article }) => article);
    expect(ids).toHaveLength(3);
    for (const [path, bytes] of files) {
      for (const name of [...LATER, ...ids]) expect(`${path}\n${bytes}`).not.toContain(name);
    }
  });

  test("names no outlet and nobody of whom only later articles tell, but in the desk's questions", () => {
    const before = textsOf(EARLIER);
    const forms = entities().flatMap(({ name, names }) => [name, ...Object.values(names).flat()]);
    const later = ["Duvar English", "Gazete Duvar", ...forms].filter(
      (form) => form.length > 4 && textsOf(LATER).includes(form) && !before.includes(form),
    );
    expect(later).toEqual(expect.arrayContaining(["Duvar English", "Najla Mangoush"]));
    const allowed = `${namesInForce()}\n${questionsAsked()}`;
    for (const [path, text] of wordings) {
      for (const name of later) if (!allowed.includes(name)) expect(text, path).not.toContain(name);
    }
  });

  test("knows no later year, but for the month that an earlier article announces", () => {
    for (const [path, text] of wordings) {
      const own = path.endsWith("manifest.json") ? text.replace(FIRST_ISSUE, "") : text;
      expect(own.match(/(?<![\w-])20(?:2[1-9]|[3-9]\d)(?!\w)/g), path).toBeNull();
      expect(own.match(/(?<!Jan(?:uary)?\s)(?<![\w-])2020(?!-01|\w)/g), path).toBeNull();
    }
  });

  test("counts no later article", () => {
    const path = [...files.keys()].find((name) => name.endsWith("issue.json")) ?? "";
    const issue = JSON.parse(String(files.get(path)));
    expect(issue.method.read).toBe(EARLIER.length);
    expect(issue.coverage).toHaveLength(EARLIER.length);
    expect(issue.beyond).toBeUndefined();
  });

  test("has the same bytes where the later articles are not there, and where more are", async () => {
    const without = openTestWorkspace();
    for (const file of LATER) rmSync(join(without, ARTICLES, file));
    expect(differing(await replay(without), files)).toEqual([]);
    const more = openTestWorkspace();
    for (const [at, file] of [...EARLIER, ...LATER].entries()) {
      const body = read(file).replace(/^ ?date \d{4}-\d\d-\d\d/, "");
      writeFileSync(join(more, ARTICLES, `0-more-${at}.txt`), `date 2020-0${at + 1}-11 ${body}`);
    }
    expect(differing(await replay(more), files)).toEqual([]);
  });
});

function differing(some: Map<string, Buffer>, others: Map<string, Buffer>): string[] {
  const paths = new Set([...some.keys(), ...others.keys()]);
  return [...paths].filter((path) => !some.get(path)?.equals(others.get(path) ?? Buffer.alloc(0)));
}

function entities() {
  return EntitiesFileSchema.parse(parse(readRepository("corpus/lexicon/entities.yaml"))).entities;
}

/** The question of each theme: the desk's own words, which the lexicon holds for every week alike. */
function questionsAsked(): string {
  const { themes } = ThemesFileSchema.parse(parse(readRepository("corpus/lexicon/themes.yaml")));
  return themes.flatMap(({ question }) => Object.values(question ?? {})).join("\n");
}

/** House forms of those of whom earlier articles tell, with the offices that they had by then. */
function namesInForce(): string {
  const text = textsOf(EARLIER);
  return entities()
    .filter(({ name, names, short }) =>
      [name, ...short, ...Object.values(names).flat()].some((form) =>
        text.includes(form.replace(/\*$/, "")),
      ),
    )
    .flatMap(({ name, roles }) => [
      name,
      ...roles.flatMap(({ role, from }) => ((from ?? "") <= DAY ? [role] : [])),
    ])
    .join("\n");
}
