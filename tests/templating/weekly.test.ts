import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Issue, IssueSchema } from "../../src/model/issue.js";
import { datedWords } from "../../src/templating/dated-words.js";
import { fillTemplate } from "../../src/templating/index.js";
import { makeView } from "../../src/templating/make-view.js";
import { openingWords } from "../../src/templating/opening-words.js";
import { attribute, elementsOf, outline, textOf } from "./outline.js";
import { sampleIssue } from "./sample-issue.js";
import { changedFiles, loaded, weeklyFiles } from "./weekly.js";

const GOLDEN = new URL("golden/weekly.txt", import.meta.url);

function fill(issue: Issue, files = weeklyFiles): string {
  const { html, diagnostics } = fillTemplate(loaded(files), issue, { language: "en" });
  expect(diagnostics).toEqual([]);
  return html;
}

const page = fill(sampleIssue);
const elements = elementsOf(page);
const withClass = (name: string) =>
  elements.filter((element) => attribute(element, "class")?.split(" ").includes(name));

describe("the weekly page", () => {
  test("is tried with an issue that keeps to the schema", () => {
    expect(IssueSchema.safeParse(sampleIssue).error).toBeUndefined();
  });

  test("says what the golden outline says (UPDATE_GOLDEN=1 writes it anew)", () => {
    const text = outline(page);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(GOLDEN, text);
    expect(text).toBe(readFileSync(GOLDEN, "utf8"));
  });

  test("is the same when it is filled again", () => {
    expect(fill(sampleIssue)).toBe(page);
  });

  test("sets language and direction", () => {
    const root = elements.find(({ tagName }) => tagName === "html");
    expect(root && attribute(root, "lang")).toBe("en");
    expect(root && attribute(root, "dir")).toBe("ltr");
  });

  test("prints of all four themes the slots that are filled, in the same order", () => {
    const slots = withClass("theme").map((theme) =>
      elementsOf(`<body>${serialize(theme)}`)
        .filter(({ tagName }) => tagName === "h3")
        .map(textOf),
    );
    const each = ["What happened", "Who says what", "Where reports differ", "Background"];
    for (const own of slots) expect(own).toEqual(each.filter((slot) => own.includes(slot)));
    expect(slots[0]).toEqual(each);
  });

  test("names in one line of each theme the slots that are empty", () => {
    const lines = withClass("slot-rest").map(textOf);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe("Not assessed. First issue: nothing to compare.");
    const silent = lines.filter((line) => line.startsWith("Nothing reported: What happened, "));
    expect(silent.length).toBeGreaterThan(0);
  });

  test("tells a statement in full once among the claims, the events and what to watch", () => {
    const again = elements.filter(({ tagName }) => tagName === "td").map(textOf);
    expect(again.filter((text) => /^[^[]+ \[…\]/.test(text)).length).toBeGreaterThan(3);
  });

  test("badges every inferred date of the background with its day", () => {
    const badges = withClass("badge").map(textOf);
    expect(badges).toContain("19 Dec 2019, inferred");
    expect(badges).toContain("26 Dec 2020, inferred");
    expect(badges).toContain("14 Dec 2019");
  });

  test("badges every inferred date of the sources", () => {
    const rows = elements.filter(({ tagName }) => tagName === "tr");
    const inferred = rows
      .filter((row) => attribute(row, "id")?.startsWith("source-"))
      .filter((row) => textOf(row).includes("inferred"));
    expect(inferred.map((row) => attribute(row, "id"))).toEqual([
      "source-2",
      "source-4",
      "source-5",
    ]);
  });

  test("says that it is a draft until it is approved", () => {
    expect(textOf(withClass("draft")[0] ?? fail())).toBe("DRAFT");
    const approved: Issue = {
      ...sampleIssue,
      release: { state: "approved", approvedBy: "C.D." },
    };
    expect(fill(approved)).not.toContain("DRAFT");
    expect(fill(approved)).toContain("Approved by C.D.");
  });

  test("prints the desk's words as the desk's", () => {
    const themes = sampleIssue.themes.map((theme) => ({
      ...theme,
      assessment: { text: "Early withdrawal is unlikely." },
    }));
    const filled = fill({ ...sampleIssue, themes });
    expect(filled).toContain('<p class="desk">Early withdrawal is unlikely.</p>');
  });

  test("never puts a finding in quotation marks", () => {
    for (const finding of [...withClass("finding"), ...withClass("flag")]) {
      const own = finding.childNodes.filter((node) => node.nodeName === "#text").map(textOf);
      expect(own.join("")).not.toMatch(/["“”«»]/);
    }
  });

  test("says that nothing was reported where no article is in the period", () => {
    const quiet: Issue = {
      ...sampleIssue,
      bottomLine: [],
      keyMessages: [],
      glance: { figures: [], flags: [] },
      themes: sampleIssue.themes.map((theme) => ({
        ...theme,
        reports: [],
        origins: [],
        backgroundReports: [],
        happened: [],
        says: [],
        differ: [],
        background: [],
      })),
      disagreements: [],
      timeline: [],
      watch: [],
      names: [],
      gaps: [],
      sources: [],
      coverage: [],
    };
    const text = outline(fill(quiet));
    expect(text).toContain("## Bottom line\nNothing reported.");
    expect(text).toContain("## Timeline\nNothing reported.");
    expect(text).toContain("## Sources\nNo sources.");
  });
});

describe("every sentence can be traced", () => {
  const ids = elements.flatMap((element) => attribute(element, "id") ?? []);

  test("no id stands twice", () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test("every link into the page has an end", () => {
    const ends = elements
      .flatMap((element) => attribute(element, "href") ?? [])
      .filter((href) => href.startsWith("#"))
      .map((href) => href.slice(1));
    expect(ends.filter((end) => !ids.includes(end))).toEqual([]);
  });

  test("every citation leads to the row of its source and is led back to", () => {
    const back = new Set(
      withClass("back-links").flatMap((links) =>
        links.childNodes.flatMap((node) => ("attrs" in node ? attribute(node, "href") : []) ?? []),
      ),
    );
    const cites = withClass("cite");
    expect(cites.length).toBeGreaterThan(50);
    for (const cite of cites) {
      const number = sampleIssue.sources.find(
        ({ article }) => article === attribute(cite, "data-article"),
      )?.number;
      expect(attribute(cite, "href")).toBe(`#source-${number}`);
      expect(attribute(cite, "aria-label")).toBe(`source ${number}`);
      const place = cite.parentNode;
      expect(back).toContain(`#${place !== null && "attrs" in place && attribute(place, "id")}`);
    }
  });

  test("every citation shows outlet, day and the words that it cites, and their source", () => {
    const texts = new Map(
      withClass("cited").map((box) => [attribute(box, "id") ?? "", [textOf(box), box] as const]),
    );
    const buttons = withClass("cite-show");
    expect(buttons).toHaveLength(withClass("cite").length);
    for (const button of buttons) {
      const [text] = texts.get(attribute(button, "popovertarget") ?? "") ?? [""];
      expect(text.trim()).toMatch(/^.+, (\d{1,2} \w{3} \d{4}|undated)[\s\S]+\[\d\][\s\S]+Close$/);
    }
    const [first] = sampleIssue.bottomLine[0]?.citations ?? [];
    expect([...texts.values()].some(([text]) => text.includes(first?.quote ?? "?"))).toBe(true);
  });

  test("every statement of the list of messages is followed by its citation", () => {
    const statements = withClass("messages").flatMap((list) =>
      list.childNodes.filter((node) => node.nodeName === "li").map(textOf),
    );
    expect(statements).toHaveLength(sampleIssue.keyMessages.length);
    for (const text of statements) expect(text).toMatch(/\[\d+\]( steps: \d)?$/);
  });
});

describe("every text of the page has an origin", () => {
  /** All strings of the issue, their first words, those around a date, and what the helpers make of numbers. */
  const words = [
    ...strings(sampleIssue),
    ...Array.from(strings(sampleIssue), openingWords),
    ...strings(makeView(sampleIssue, "en")),
    ...makeView(sampleIssue, "en").watch.flatMap(({ statement: { text, when } }) =>
      when === null ? [] : [datedWords(text, when).text],
    ),
  ].toSorted((a, b) => b.length - a.length);
  const whole = (word: string) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`,
      "gu",
    );
  const made =
    /(\d{1,2} )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)( \d{4}|\b)(, \d\d:\d\d UTC)?|\[\d+\]|\b[\d,]+\b|\b(Arabic|French|Russian|Turkish|and)\b/g;

  test("in the data, the labels file, a date, a number or a citation", () => {
    const labels = weeklyFiles.get("labels.en.yaml") ?? "";
    // Each label's words become ⟦…⟧; what then remains must come from the issue.
    const marked = labels.replaceAll(
      /^(\s*[\w-]+: )"?([^"\n]+)"?$/gm,
      (_, key: string, text: string) =>
        `${key}"${text
          .split(/(\{[^}]*\})/)
          .map((piece) => (piece.startsWith("{") || piece === "" ? piece : "⟦⟧"))
          .join("")}"`,
    );
    const files = changedFiles({ "labels.en.yaml": marked });
    const body = elementsOf(
      fill(sampleIssue, files).replaceAll(
        /<\/?strong>|<span class="ellipsis"[^>]*>(\[…\])<\/span>/g,
        "$1",
      ),
    ).find(({ tagName }) => tagName === "body");
    let text = textsOf(body ?? fail())
      .join("\n")
      .replaceAll("⟦⟧", " ");
    for (const known of words) text = text.replaceAll(whole(known), " ");
    const rest = text
      .replaceAll(made, " ")
      .replaceAll(/\b[a-z]{1,2}\b/g, " ")
      .match(/[\p{L}\p{N}]+/gu);
    expect(rest ?? []).toEqual([]);
  });
});

describe("hostile words", () => {
  const hostile = '<script>alert(1)</script>"onload="x';
  const issue: Issue = {
    ...sampleIssue,
    brief: { ...sampleIssue.brief, title: hostile, desk: hostile, contact: "javascript:alert(1)" },
    sources: sampleIssue.sources.map((source) => ({ ...source, title: hostile })),
    bottomLine: sampleIssue.bottomLine.map((statement) => ({ ...statement, text: hostile })),
    themes: sampleIssue.themes.map((theme) => ({ ...theme, reason: { text: hostile } })),
    marking: { label: hostile, statement: hostile },
  };
  const filled = elementsOf(fill(issue));

  test("stay words", () => {
    expect(filled.map(({ tagName }) => tagName)).not.toContain("script");
    const title = filled.find(({ tagName }) => tagName === "h1");
    expect(textOf(title ?? fail())).toBe(hostile);
  });

  test("make no attribute", () => {
    const names = filled.flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(names.filter((name) => name.startsWith("on"))).toEqual([]);
  });

  test("make no link but to the page, the evidence beside it, the web or a mailbox", () => {
    const links = filled.flatMap((element) => attribute(element, "href") ?? []);
    expect(
      links.filter((link) => !/^(#|mailto:|https?:|evidence\/[\w-]+\/index\.html#)/.test(link)),
    ).toEqual([]);
  });
});

/** The text nodes in an element, one by one. */
function textsOf(node: Parameters<typeof textOf>[0]): readonly string[] {
  return "childNodes" in node ? node.childNodes.flatMap(textsOf) : [textOf(node)];
}

function strings(value: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (inner: unknown): void => {
    if (typeof inner === "string") found.add(inner);
    else if (typeof inner === "object" && inner !== null) Object.values(inner).forEach(visit);
  };
  visit(value);
  return found;
}

function fail(): never {
  throw new Error("the page lacks what the test looks for");
}

function serialize(element: ReturnType<typeof elementsOf>[number]): string {
  const inner = element.childNodes
    .map((node) => ("tagName" in node ? serialize(node) : textOf(node)))
    .join("");
  return `<${element.tagName}>${inner}</${element.tagName}>`;
}
