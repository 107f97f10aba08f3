import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import type { Finding, Issue, Statement, TimelineEntry } from "../../src/model/issue.js";
import { fillTemplate } from "../../src/templating/index.js";
import { sampleIssue } from "./sample-issue.js";
import { changedFiles, loaded, print, unlinted, weeklyFiles } from "./weekly.js";

function faultsOf(page: string, options: { language?: string; limit?: number } = {}) {
  const template = unlinted(page);
  const filled = fillTemplate(template, sampleIssue, { language: "en", ...options });
  expect(filled.html).toBe("");
  return filled.diagnostics.map(formatDiagnostic);
}

describe("a template that asks for what is not there, where the lint did not see it", () => {
  test("names the field, its line and its column", () => {
    expect(faultsOf("<p>\n{{brief.titel}}</p>")).toEqual([
      'error: templates/weekly/brief.hbs:2:3 field "titel" is not in the data\n  hint: templates/DATA.md lists the fields',
    ]);
  });

  test.each([
    ["{{date issue.cutOf}}", "{{date issue.cutOf}}"],
    ["{{#each theme}}{{/each}}", "{{#each theme}}"],
    ["{{#if issue.drafty}}{{/if}}", "{{#if issue.drafty}}"],
  ])("names the mustache of %s", (page, mustache) => {
    expect(faultsOf(page)[0]).toContain(
      `templates/weekly/brief.hbs:1:1 a field in ${mustache} is not in the data`,
    );
  });

  test("names the field that it asks of nothing", () => {
    expect(faultsOf("<p>{{cite timeline.evens.statement}}</p>")).toEqual([
      'error: templates/weekly/brief.hbs field "statement" is asked of what is not in the data\n  hint: templates/DATA.md lists the fields',
    ]);
  });

  test("names the field that it asks of a text", () => {
    expect(faultsOf("<p>{{brief.title.length}}</p>")[0]).toContain('field "length" is asked of');
  });

  test("names the partial in which it stands", () => {
    const template = unlinted("{{watched}}", "watch");
    const { diagnostics } = fillTemplate(template, sampleIssue, { language: "en" });
    expect(diagnostics.map(({ place }) => place?.file)).toEqual([
      "templates/weekly/partials/watch.hbs",
    ]);
  });

  test("names what a helper cannot print", () => {
    expect(faultsOf("{{cite brief.title}}")[0]).toContain(
      "templates/weekly/brief.hbs:1:1 {{cite brief.title}} cannot print this",
    );
    expect(faultsOf("{{date brief.title}}")[0]).toContain(
      '{{date brief.title}}: "Libya-Türkiye Weekly" is not an ISO date',
    );
  });

  test("reaches nothing of JavaScript's own", () => {
    expect(faultsOf("{{brief.constructor}}{{brief.toString}}")).toEqual([]);
    expect(faultsOf("{{brief.constructor.name}}")[0]).toContain("is not in the data");
    expect(faultsOf("{{brief.__proto__.x}}")[0]).toContain("is not in the data");
  });
});

describe("a page", () => {
  test("that grows too large is stopped", () => {
    expect(faultsOf("{{brief.title}}", { limit: 10 })).toEqual([
      "error: templates/weekly/brief.hbs the page grows beyond 10 characters\n  hint: print fewer rows, or do not nest lists in lists",
    ]);
  });

  test("shows the control characters of names and titles, and holds none", () => {
    const hostile = "a\u001b]0;owned\u0007\u009b31m\u007f\u0000.txt";
    const [first, ...others] = sampleIssue.coverage;
    const issue = {
      ...sampleIssue,
      brief: { ...sampleIssue.brief, title: hostile },
      sources: sampleIssue.sources.map((source) => ({ ...source, title: hostile })),
      coverage: [{ ...first, file: hostile }, ...others],
    } as Issue;
    const { html } = fillTemplate(loaded(), issue, { language: "en" });
    expect(html).not.toMatch(/[^\P{Cc}\t\n]/u);
    const shown = "a\\u001b]0;owned\\u0007\\u009b31m\\u007f\\u0000.txt";
    expect(html).toContain(`<title>${shown}`);
    expect(html.split(shown).length).toBeGreaterThan(2 + issue.sources.length);
  });

  test("of lists in lists is stopped before it fills the memory", () => {
    const nest = "{{#each @root.coverage.0.rows}}";
    const page = `${nest.repeat(12)}x${"{{/each}}".repeat(12)}`;
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ...(sampleIssue.coverage[0] ?? []),
      file: `${i}.txt`,
    }));
    const issue = { ...sampleIssue, coverage: rows } as Issue;
    const template = loaded(changedFiles({ "brief.hbs": page }));
    const { diagnostics } = fillTemplate(template, issue, { language: "en", limit: 10_000 });
    expect(diagnostics.map(({ code }) => code)).toEqual(["page-too-large"]);
  });

  test("in a language without labels is refused with those that there are", () => {
    expect(faultsOf("", { language: "sw" })).toEqual([
      'error: templates/weekly/template.yaml template "weekly" has no labels for "sw"\n  hint: it speaks en, tr, ar, ru, fr, de; templates/README.md tells how to add a language',
    ]);
  });

  test("in a language with a region takes the labels of the language", () => {
    const { html } = fillTemplate(loaded(), sampleIssue, { language: "en-GB" });
    expect(html).toContain('<html lang="en-GB" dir="ltr">');
  });

  test("takes the release state that it is given", () => {
    const edition = { state: "approved", approvedBy: "C. D.", permalink: null } as const;
    const { html } = fillTemplate(loaded(), sampleIssue, { language: "en", edition });
    expect(html).not.toContain("DRAFT");
  });
});

describe("a statement", () => {
  const [first] = sampleIssue.bottomLine;
  const printed = (change: Partial<Statement>) =>
    print("{{statement bottomLine.[0]}}", {
      ...sampleIssue,
      bottomLine: first ? [{ ...first, ...change }] : [],
    });

  test("explains the words that are left out", () => {
    expect(printed({ text: "We call […] on Turkey" })).toContain(
      'We call <span class="ellipsis" title="words left out">[…]</span> on Turkey',
    );
  });

  test("keeps the source's own quotation marks and spaces", () => {
    expect(printed({ text: 'a\u00a0"b"' })).toContain("a\u00a0&quot;b&quot;");
  });

  test("brings its context along", () => {
    const citation = first?.citations[0];
    const context = citation && { text: "Before.", citation };
    expect(printed({ text: "She said so.", ...(context ? { context } : {}) })).toContain(
      '<span class="context">Before.</span> She said so.',
    );
  });

  test("in another language says in which", () => {
    const sources = sampleIssue.sources.map((source) => ({ ...source, language: "ar" }));
    expect(print("{{statement bottomLine.[0]}}", { ...sampleIssue, sources })).toContain(
      'lang="ar" dir="rtl"',
    );
  });
});

describe("the statement of an event", () => {
  const [base] = sampleIssue.timeline;
  /** @param mention offsets in the quotation */
  const printed = (quote: string, mention: readonly [number, number], text = quote) => {
    const citation = base?.statement.citations[0];
    if (base === undefined || citation === undefined) throw new Error("the sample has no event");
    const cited = { ...citation, start: 100, end: 100 + quote.length, quote };
    const [start, end] = mention;
    const entry: TimelineEntry = {
      ...base,
      mention: { ...cited, start: 100 + start, end: 100 + end, quote: quote.slice(start, end) },
      statement: { ...base.statement, text, citations: [cited] },
    };
    const page = print("{{statement timeline.events.[0].statement}}", {
      ...sampleIssue,
      timeline: [entry],
    });
    return page.replace(/^<span[^>]*>|<\/span>$/g, "");
  };

  test("emphasises the words that give the date and no like words before them", () => {
    expect(printed("Monday’s paper said Monday", [20, 26])).toBe(
      "Monday’s paper said <strong>Monday</strong>",
    );
  });

  test("finds them where its beginning is left out", () => {
    expect(printed("He said Monday is Monday", [18, 24], "[…] Monday is Monday")).toBe(
      '<span class="ellipsis" title="words left out">[…]</span> Monday is <strong>Monday</strong>',
    );
  });

  test("finds them before and after a paragraph's end", () => {
    const quote = "On Monday.\n\nOn Monday.";
    const text = "On Monday. On Monday.";
    expect(printed(quote, [3, 9], text)).toBe("On <strong>Monday</strong>. On Monday.");
    expect(printed(quote, [15, 21], text)).toBe("On Monday. On <strong>Monday</strong>.");
  });

  test("is whole where a mark looks like the date's words", () => {
    expect(printed("Words left out and words", [0, 5], "[…] out and words")).toBe(
      '<span class="ellipsis" title="words left out">[…]</span> out and words',
    );
  });

  test("keeps signs of HTML in and beside the date's words", () => {
    expect(printed("<a> & May > b", [4, 9])).toBe("&lt;a&gt; <strong>&amp; May</strong> &gt; b");
  });
});

describe("a citation", () => {
  test("of an article that is no source is refused", () => {
    const template = loaded(changedFiles({ "brief.hbs": "{{cite bottomLine.[0]}}" }));
    const { html, diagnostics } = fillTemplate(
      template,
      { ...sampleIssue, sources: [] },
      { language: "en" },
    );
    expect(html).toBe("");
    expect(diagnostics[0]?.message).toContain("a-000000000002 is cited but not a source");
  });
});

describe("a finding", () => {
  const printed = (finding: Partial<Finding>) => {
    const [base] = sampleIssue.gaps;
    const gaps = base ? [{ ...base, ...finding }] : [];
    return print("{{finding gaps.[0]}}", { ...sampleIssue, gaps }).replaceAll(/<[^>]+>/g, "");
  };
  const [sum] = sampleIssue.glance.flags;

  test("prints its numbers and places its citations", () => {
    expect(printed(sum ?? {})).toBe(
      "Does not add up: 13,000 + 11,000 = 24,000, beside a total of more than 20,000.&nbsp;[1] Do not add or chart these figures.",
    );
  });

  test("prints a theme by its title", () => {
    expect(printed({ kind: "theme-not-reported", params: { theme: "russia_role" } })).toBe(
      "Russia’s role: no article of the period reports on it.",
    );
  });

  test("cites its operands at the end where its label places no citation", () => {
    const citations = sum?.citations ?? [];
    expect(printed({ citations, params: { languages: ["tr"] } })).toBe(
      "No article in Turkish.&nbsp;[1]",
    );
  });

  test("without a parameter of its label is an error at the label's line", () => {
    const { html, diagnostics } = fillTemplate(
      loaded(weeklyFiles),
      { ...sampleIssue, gaps: sampleIssue.gaps.map((gap) => ({ ...gap, params: {} })) },
      { language: "en" },
    );
    expect(html).toBe("");
    expect(diagnostics[0]?.message).toBe(
      'label "finding.no-language" asks for {languages}, which is not given',
    );
    expect(diagnostics[0]?.place?.line).toBeGreaterThan(100);
  });
});
