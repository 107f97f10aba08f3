import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTHING_GIVEN } from "../../src/model/template-parameters.js";
import { loadTemplateFrom } from "../../src/templating/index.js";
import { applyFixes } from "../../src/templating/lint/fixes.js";
import { lintTemplate } from "../../src/templating/lint/lint-template.js";
import { parseHandlebars } from "../../src/templating/parse-handlebars.js";
import { fixTemplate } from "../../src/workshop/fix-template.js";
import { weeklyFiles } from "../templating/weekly.js";

const weekly = {
  name: "weekly",
  folder: "templates/weekly",
  path: "/templates/weekly",
  files: weeklyFiles,
  assets: new Map(),
};

function mine(files: Readonly<Record<string, string>>) {
  const own = new Map(
    Object.entries({ "template.yaml": "name: mine\nextends: weekly\n", ...files }),
  );
  const folder = { name: "mine", folder: "templates/mine", path: "/templates/mine" };
  return { ...folder, files: own, assets: new Map(), parents: [weekly], given: NOTHING_GIVEN };
}

describe("what can be mended without changing what a template means", () => {
  test.each([
    ["<p class={{brief.id}}></p>", '<p class="{{brief.id}}"></p>'],
    [
      "<p class={{brief.id}} title={{brief.title}}>",
      '<p class="{{brief.id}}" title="{{brief.title}}">',
    ],
    [
      "{{{brief.title}}}{{& brief.title}}{{~{ brief.title }~}}",
      "{{brief.title}}{{brief.title}}{{~brief.title~}}",
    ],
    ["<p class={{{brief.id}}}></p>", '<p class="{{brief.id}}"></p>'],
  ])("%s becomes %s", (page, mended) => {
    const template = mine({ "partials/contact.hbs": page });
    const { files, fixes } = fixTemplate(template);
    expect(files.get("partials/contact.hbs")).toBe(mended);
    expect(fixes.length).toBeGreaterThan(0);
    const again = { ...template, files: new Map([...template.files, ...files]) };
    expect(
      loadTemplateFrom(again).diagnostics.filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });

  test.each([
    ["an attribute of which the value goes on", "<p class=a{{brief.id}}></p>"],
    ["an attribute that ends the tag itself", "<br class={{brief.id}}/>"],
    ["a misspelt field", "{{brief.titel}}"],
    ["a picture without an alternative text", '<img src="a.png">'],
  ])("leaves %s to a person", (_, page) => {
    expect(fixTemplate(mine({ "partials/contact.hbs": page })).files.size).toBe(0);
  });

  test("writes nothing into the template that is extended", () => {
    const template = mine({});
    const broken = {
      ...weekly,
      files: new Map([...weeklyFiles, ["partials/contact.hbs", "{{{brief.title}}}"]]),
    };
    expect(fixTemplate({ ...template, parents: [broken] }).files.size).toBe(0);
  });

  test("gives a renamed field its new name, in paths of every kind", () => {
    const renamed = [
      { of: "issue", from: "cutoff", to: "cutOff", since: "briefwright/view/1", hint: "" },
    ];
    const page =
      '<p title="{{issue.cutoff}}">\n{{date issue.cutoff}}{{#with issue}}{{date this.cutoff}}{{/with}}';
    const parsed = parseHandlebars(page, "templates/mine/brief.hbs");
    if (!("program" in parsed)) throw new Error(parsed.message);
    const { fixes } = lintTemplate(parsed, new Map(), [], { renamed });
    expect(applyFixes(page, fixes).text).toBe(page.replaceAll("cutoff", "cutOff"));
    expect(fixes.map(({ line, column }) => [line, column])).toEqual([
      [1, 13],
      [2, 8],
      [2, 44],
    ]);
  });
});

describe("fixes of one file", () => {
  const fix = fc
    .tuple(fc.nat(20), fc.nat(6), fc.string({ maxLength: 3 }))
    .map(([start, length, to]) => ({
      ...{ file: "a", line: 1, column: 1, from: "", to },
      ...{ start, end: start + length },
    }));

  test("never reach into one another", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 26, maxLength: 40 }),
        fc.array(fix, { maxLength: 6 }),
        (text, fixes) => {
          const { text: mended, taken } = applyFixes(text, fixes);
          const grown = taken.reduce(
            (sum, { start, end, to }) => sum + to.length - (end - start),
            0,
          );
          expect(mended.length).toBe(text.length + grown);
          expect(mended.endsWith(text.slice(Math.max(0, ...taken.map(({ end }) => end))))).toBe(
            true,
          );
        },
      ),
    );
  });
});
