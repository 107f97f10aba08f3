import fc from "fast-check";
import { parse } from "parse5";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { CitedPassage } from "../../src/model/evidence.js";
import { IssueSchema } from "../../src/model/issue.js";
import { markParagraphs } from "../../src/templating/evidence/marked-text.js";
import { generateIn, openTestWorkspace, readOut, readRepository } from "../workspace.js";

// Each test of a page makes a whole brief.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const passage = (text: string, start: number, end: number): CitedPassage => ({
  start,
  end,
  quote: text.slice(start, end),
  uses: [{ by: "s-000000000000", place: "happened", theme: "ceasefire" }],
});

function wordsOf(html: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&([^;]+);/g, (_, name) => entities[name] ?? "");
}

describe("marks in a text", () => {
  test("nest where a passage lies in another, and are opened again where they cross", () => {
    const text = "one two three four";
    const marked = markParagraphs(text, [
      passage(text, 0, 13),
      passage(text, 4, 7),
      passage(text, 8, 18),
    ]);
    expect(marked).toEqual([
      '<mark id="p-0-13">one <mark id="p-4-7">two</mark> <mark id="p-8-18">three</mark></mark><mark> four</mark>',
    ]);
  });

  test("go on in the next paragraph", () => {
    const text = "one two\n\nthree";
    expect(markParagraphs(text, [passage(text, 4, 14)], () => "*")).toEqual([
      'one <mark id="p-4-14">two</mark>',
      "<mark>three</mark>*",
    ]);
  });

  test("change no letter, have one anchor per passage and close in the order of opening", () => {
    const texts = fc.array(
      fc.string({ minLength: 1, unit: fc.constantFrom("a", "<", "&", " ", "ä") }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 });
    fc.assert(
      fc.property(texts, spans, (paragraphs, pairs) => {
        const text = paragraphs.join("\n\n");
        const passages = pairs
          .map(([a, b]) => [Math.min(a, b), Math.min(text.length, Math.max(a, b))] as const)
          .filter(([start, end]) => /[^\n]/.test(text.slice(start, end)))
          .map(([start, end]) => passage(text, start, end));
        const distinct = [
          ...new Map(passages.map((one) => [`${one.start}-${one.end}`, one])).values(),
        ];
        distinct.sort((a, b) => a.start - b.start || b.end - a.end);
        const html = markParagraphs(text, distinct);
        expect(html.map(wordsOf).join("\n\n")).toBe(text);
        const ids = html.join("").match(/id="p-[^"]+"/g) ?? [];
        expect(ids.sort()).toEqual(
          distinct.map(({ start, end }) => `id="p-${start}-${end}"`).sort(),
        );
        for (const paragraph of html) {
          const opened = paragraph.match(/<mark/g)?.length ?? 0;
          expect(paragraph.match(/<\/mark>/g)?.length ?? 0).toBe(opened);
        }
      }),
    );
  });
});

describe("the page of an article", () => {
  let root: string;
  beforeAll(async () => {
    root = openTestWorkspace({
      "corpus/articles/hostile.html": `<html lang="ar"><head><title>مقاتلون أجانب &lt;script&gt;alert(1)&lt;/script&gt;</title><meta property="article:published_time" content="2021-05-05T08:00:00Z"><link rel="canonical" href="javascript:alert(1)"></head><body><article><h1>مقاتلون أجانب</h1><p>قال وزير الخارجية الليبي إن المقاتلين الأجانب والمرتزقة يجب أن يغادروا ليبيا قبل الانتخابات &lt;img src=x onerror=alert(1)&gt; وفق الأمم المتحدة.</p><p>وأضاف أن وقف إطلاق النار صامد في ليبيا على خط الجبهة بين سرت والجفرة منذ أشهر.</p></article></body></html>`,
    });
    await generateIn(root, { formats: new Set(["html", "json"]) });
  });
  const issueOf = () => IssueSchema.parse(JSON.parse(readOut(root, "issue.json").toString()));
  const pageOf = (article: string) => readOut(root, `evidence/${article}/index.html`).toString();

  test("marks every passage that the brief links to", () => {
    const page = readOut(root, "brief.html").toString();
    const links = [...page.matchAll(/href="evidence\/([^/"]+)\/index\.html#([^"]+)"/g)];
    expect(links.length).toBeGreaterThan(20);
    for (const [, article = "", anchor] of links) {
      expect(pageOf(article), article).toContain(`<mark id="${anchor}"`);
    }
  });

  test("leads back to its row among the sources, and to the other articles", () => {
    const page = readOut(root, "brief.html").toString();
    for (const { article, number } of issueOf().sources) {
      expect(pageOf(article)).toContain(`href="../../brief.html#source-${number}"`);
      expect(page).toContain(`id="source-${number}"`);
      expect(readOut(root, "evidence/index.html").toString()).toContain(`${article}/index.html`);
    }
  });

  test("runs nothing, loads nothing and lets nothing of an article become markup", () => {
    for (const { article } of issueOf().sources) {
      const page = pageOf(article);
      expect(page).toMatch(/content="default-src 'none'; style-src 'sha256-[\w+/=]+'; /);
      expect(page).not.toMatch(
        /<(?:script|img|link|iframe|object)\b|<[^>]* on\w+=|href="javascript:/i,
      );
      expect(() => parse(page)).not.toThrow();
    }
  });

  test("gives an article's words their language and direction", () => {
    const source = issueOf().sources.find(({ language }) => language === "ar");
    expect(source).toBeDefined();
    expect(pageOf(source?.article ?? "")).toContain('<article lang="ar" dir="rtl">');
  });

  test("shows the cited words alone where the settings keep no more", async () => {
    const settings = readRepository("briefwright.yaml").replace(
      "    template: weekly\n",
      "$&    evidence: passages\n",
    );
    const sparse = openTestWorkspace({ "briefwright.yaml": settings });
    await generateIn(sparse);
    const issue = IssueSchema.parse(JSON.parse(readOut(sparse, "issue.json").toString()));
    const [statement] = issue.bottomLine;
    const { article = "", start, end } = statement?.citations[0] ?? {};
    const page = readOut(sparse, `evidence/${article}/index.html`).toString();
    expect(page).toContain(`<blockquote><mark id="p-${start}-${end}">`);
    expect(page).not.toContain("<article");
  });
});
