/** Templates that ask for what they must not have, or for too much of what they may have. */
import { describe, expect, test } from "vitest";
import { openFiller } from "../../src/fill-page.js";
import type { Host } from "../../src/host/host.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import type { TemplateFiles } from "../../src/model/template-folder.js";
import { NOTHING_GIVEN } from "../../src/model/template-parameters.js";
import { fillTemplate, loadTemplate } from "../../src/templating/index.js";
import { sampleIssue } from "./sample-issue.js";
import { changedFiles, weeklyFiles } from "./weekly.js";

/** What comes of a page of a few lines. */
function fill(page: string) {
  const { template, diagnostics } = loadTemplate(
    changedFiles({ "brief.hbs": page }),
    "templates/weekly",
    [],
    "en",
  );
  if (template === null) return { html: "", said: diagnostics.map(formatDiagnostic) };
  const filled = fillTemplate(template, sampleIssue, { language: "en" });
  return { html: filled.html, said: filled.diagnostics.map(formatDiagnostic) };
}

/** Loops in loops over the sources: each level takes five times as long as the one before. */
function nested(depth: number): string {
  return `${"{{#each @root.sources}}\n".repeat(depth)}.${"{{/each}}".repeat(depth)}`;
}

describe("nothing but the data is there", () => {
  test.each([
    "{{constructor}}",
    "{{this.constructor}}",
    "{{brief.constructor.name}}",
    "{{__proto__}}",
    "{{brief.__proto__.polluted}}",
    "{{brief.hasOwnProperty}}",
    "{{brief.title.length.constructor}}",
    "{{sources.map}}",
    "{{join sources.constructor.name brief.id}}",
    "{{#with constructor}}{{name}}{{/with}}",
    "{{#with __proto__}}{{this}}{{/with}}",
    "{{#each __proto__}}{{@key}}{{/each}}",
    "{{#if constructor}}x{{/if}}",
    '{{#with (lookup this "constructor")}}{{this}}{{/with}}',
    '{{lookup brief "__proto__"}}',
    '{{lookup this "constructor"}}',
    '{{log "x"}}',
    "{{helperMissing}}",
    "{{blockHelperMissing}}",
    "{{@root.constructor}}",
    "{{@data}}",
    "{{process.env}}",
    "{{globalThis}}",
    '{{> (lookup brief "id")}}',
  ])("%s is refused", (page) => {
    const { html, said } = fill(`<p>${page}</p>`);
    expect(html).toBe("");
    expect(said.join("\n")).toMatch(/^error: templates\/weekly\/brief\.hbs/m);
  });

  test("a field with a name of JavaScript's own is a field like any other", () => {
    expect(fill("<p>{{brief.title}}</p>")).toEqual({
      html: "<p>Libya-Türkiye Weekly</p>",
      said: [],
    });
  });
});

describe("a template that would not end", () => {
  test("is stopped after so many steps, with file and line", () => {
    const { html, said } = fill(nested(12));
    expect(html).toBe("");
    expect(said).toEqual([
      "error: templates/weekly/brief.hbs:12:1 the page takes more than 2000000 steps to fill\n  hint: do not nest lists in lists, and print fewer rows",
    ]);
  });

  test("for all its partials, which print one another, is stopped before it begins", () => {
    const { template, diagnostics } = loadTemplate(
      changedFiles({
        "partials/watch.hbs": "{{#if watch}}{{> gaps}}{{/if}}",
        "partials/gaps.hbs": "{{> watch}}",
      }),
      "templates/weekly",
      [],
      "en",
    );
    expect(template).toBeNull();
    expect(diagnostics.map(formatDiagnostic)).toContainEqual(
      expect.stringContaining('"watch" prints itself: watch > gaps > watch'),
    );
  });
});

describe("the thread that fills templates", () => {
  const template = (page: string, seconds: number): TemplateFiles => ({
    name: "weekly",
    folder: "templates/weekly",
    path: "/w/templates/weekly",
    files: changedFiles({ "brief.hbs": page }),
    assets: new Map([["logo.png", new Uint8Array([1])]]),
    parents: [],
    given: { ...NOTHING_GIVEN, seconds },
  });
  // Of the built program: from its sources it has no threads.
  const built: Promise<{ readonly nodeHost: Host }> = import(
    new URL("../../dist/host/node.js", import.meta.url).href
  );
  const said = async (page: string, seconds: number) => {
    const filler = openFiller((await built).nodeHost);
    try {
      const { value, diagnostics } = await filler.fill(sampleIssue, template(page, seconds));
      return { html: value?.html, said: diagnostics.map(formatDiagnostic) };
    } finally {
      filler.close();
    }
  };

  test("gives the page that is filled without it", async () => {
    const page = weeklyFiles.get("brief.hbs") ?? "";
    const filler = openFiller((await built).nodeHost);
    const whole = template(page, 60);
    filler.prepare(whole, "en");
    filler.begin(sampleIssue, whole);
    const { value } = await filler.fill(sampleIssue, whole);
    filler.close();
    expect(value?.html).toBe(fill(page).html);
    expect(value?.assets).toEqual(whole.assets);
  });

  test("tells what is wrong with a template as without it", async () => {
    expect((await said("<p>{{brief.titel}}</p>", 60)).said).toEqual(
      fill("<p>{{brief.titel}}</p>").said,
    );
  });

  test("gives each page its own answer where two are asked for at once", async () => {
    const filler = openFiller((await built).nodeHost);
    const pages = ["<p>{{brief.id}}</p>", "<p>{{issue.id}}</p>"].map((page) => template(page, 60));
    const filled = await Promise.all(pages.map((page) => filler.fill(sampleIssue, page)));
    filler.close();
    expect(filled.map(({ value }) => value?.html)).toEqual([
      `<p>${sampleIssue.brief.id}</p>`,
      `<p>${sampleIssue.id}</p>`,
    ]);
  });

  test("is ended after its time, with the place where it was", async () => {
    const slow = await said(nested(9), 0.05);
    expect(slow.html).toBeUndefined();
    expect(slow.said).toEqual([
      expect.stringMatching(
        /^error: templates\/weekly\S* the template did not come to an end within 0\.05 seconds/,
      ),
    ]);
  });
});
