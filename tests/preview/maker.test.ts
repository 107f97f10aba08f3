/** A brief that is made time and again, each time with something changed: it is what `brief generate` makes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { nodeHost } from "../../src/host/node.js";
import { openMaker } from "../../src/preview/maker.js";
import type { Ask, Look, MadePage, Making } from "../../src/preview/protocol.js";
import { generateIn, openTestWorkspace, readOut } from "../workspace.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const LOOK: Look = { brief: "libya-weekly", issue: "2021-W18", template: null, language: null };
const NOTES = "corpus/desk/libya-weekly/2021-W18.yaml";
const ARTICLE = "004_95318f47aea74e28.txt";

let root: string;
let ask: Ask;
const pathOf = (file: string) => join(root, file);
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(pathOf(file), change(readFileSync(pathOf(file), "utf8")));

async function make(look = LOOK): Promise<{ page: MadePage | null; making: Making }> {
  let page: MadePage | null = null;
  const making = await ask<"make">({ kind: "make", look }, (told) => {
    if (told.kind === "page") page = told.page;
  });
  return { page, making };
}

async function made(): Promise<{ readonly html: string; readonly page: MadePage; making: Making }> {
  const { page, making } = await make();
  if (page === null) throw new Error(JSON.stringify(making.diagnostics));
  return { html: new TextDecoder().decode(page.files.get("brief.html")), page, making };
}

beforeAll(() => {
  root = openTestWorkspace({ [NOTES]: "# Nothing yet.\n" });
  ask = openMaker(nodeHost, root);
});

describe("a brief that is made again", () => {
  it("shows each change in turn, and fails without harm", async () => {
    const first = await made();
    edit("templates/weekly/style.css", (text) => `${text}\n.changed { margin: 3px }\n`);
    expect((await made()).html).toContain(".changed { margin: 3px }");

    edit("templates/weekly/labels.en.yaml", (text) =>
      text.replace(/^( *bottom-line: ).*$/m, "$1The changed line"),
    );
    expect((await made()).html).toContain("The changed line");

    edit("templates/weekly/brief.hbs", (text) =>
      text.replace("</body>", "<p>changed</p>\n</body>"),
    );
    expect((await made()).html).toContain("<p>changed</p>");

    edit("templates/weekly/brief.hbs", (text) => text.replace("</body>", "{{#if</body>"));
    expect((await make()).making).toMatchObject({
      kind: "failed",
      diagnostics: [{ code: "template-syntax", place: { file: "templates/weekly/brief.hbs" } }],
    });
    edit("templates/weekly/brief.hbs", (text) => text.replace("{{#if</body>", "</body>"));

    writeFileSync(pathOf(NOTES), "exclude:\n\t- a\n");
    expect((await make()).making).toMatchObject({
      kind: "failed",
      diagnostics: [{ code: "yaml-syntax", place: { file: NOTES, line: 2 } }],
    });
    writeFileSync(pathOf(NOTES), `exclude:\n  - { article: ${ARTICLE}, reason: third hand }\n`);
    const { page } = await made();
    expect(page.issue.sources.map(({ file }) => file)).not.toContain(ARTICLE);
    expect(first.page.issue.sources.map(({ file }) => file)).toContain(ARTICLE);

    edit("corpus/lexicon/themes.yaml", (text) => text.replace("truce*", "armistice"));
    expect((await made()).page.issue.inputs).not.toEqual(page.issue.inputs);

    writeFileSync(
      pathOf("corpus/articles/005_new.txt"),
      "A new report\n5 May 2021\n\nThe ceasefire in Libya was broken near Sirte, officials said.\n",
    );
    await ask<"forget-corpus">({ kind: "forget-corpus" });
    expect((await made()).page.issue.coverage.map(({ file }) => file)).toContain("005_new.txt");
  });

  it("is the brief that is generated, byte for byte", async () => {
    const { page, making } = await made();
    if (making.kind !== "made") throw new Error("not made");
    const [printed] = await Promise.all([
      ask<"print">({ kind: "print", job: making.print }),
      generateIn(root, { formats: new Set(["html", "pdf", "json"]) }),
    ]);
    const same = (bytes: Uint8Array | null | undefined, file: string) =>
      expect(Buffer.compare(Buffer.from(bytes ?? []), readOut(root, file)), file).toBe(0);
    same(page.files.get("brief.html"), "brief.html");
    same(printed.bytes, "brief.pdf");
    expect(page.issue).toEqual(JSON.parse(readOut(root, "issue.json").toString()));
    expect(page.coverage).toEqual(JSON.parse(readOut(root, "coverage.json").toString()));
  });
});

describe("what is asked of it", () => {
  it("is an article, with what is cited of it", async () => {
    const view = await ask<"article">({ kind: "article", look: LOOK, article: "a-1e8ceb15dd34" });
    const text = view?.paragraphs.map((paragraph) => paragraph.text).join("\n\n") ?? "";
    expect(view).toMatchObject({ file: "001_5709e4275fb3b6b0.txt", direction: "ltr" });
    for (const { start, text: words } of view?.paragraphs ?? []) {
      expect(text.slice(start, start + words.length)).toBe(words);
    }
    const statements = view?.passages.flatMap((passage) => passage.statements) ?? [];
    expect(statements.length).toBeGreaterThan(0);
    const explained = await ask<"explain">({
      kind: "explain",
      look: LOOK,
      name: statements[0] ?? "",
    });
    expect(explained).toMatchObject({ kind: "statement" });
    expect(await ask<"article">({ kind: "article", look: LOOK, article: "a-none" })).toBeNull();
  });

  it("is the list of issues, with the articles of each", async () => {
    const { briefs, templates } = await ask<"list">({ kind: "list" });
    expect(templates).toContain("weekly");
    expect(briefs[0]?.issues[0]).toEqual({
      id: "2021-W18",
      from: "2021-05-03",
      to: "2021-05-09",
      articles: 3,
      released: null,
      notes: true,
      made: true,
    });
  });

  it("is what would be said of notes, which are not written", async () => {
    const text = "exclude:\n  - { article: nowhere.txt, reason: x }\n";
    expect(await ask<"check-notes">({ kind: "check-notes", look: LOOK, text })).toMatchObject([
      { code: "notes-about-nothing", place: { file: NOTES, line: 2 } },
    ]);
    expect(readFileSync(pathOf(NOTES), "utf8")).not.toContain("nowhere.txt");
  });
});
