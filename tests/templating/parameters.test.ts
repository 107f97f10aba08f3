/** What a template lets be set: parameters in page and style, the paper, and what is refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { NOTHING_GIVEN, type ParameterValue } from "../../src/model/template-parameters.js";
import { setPages } from "../../src/render/pdf/index.js";
import { fillTemplate, loadTemplateFrom, picturesOf } from "../../src/templating/index.js";
import { sampleIssue } from "./sample-issue.js";
import { weeklyFiles } from "./weekly.js";

const MANIFEST = `name: mine
extends: weekly
parameters:
  motto: { type: string, default: Facts first, description: Words below the title }
  columns: { type: number, default: 2, description: Columns of the key messages }
  banner: { type: boolean, default: false, description: A banner on top }
  mood: { type: choice, choices: [plain, dark blue], default: plain, description: The mood }
`;
const WEEKLY = { name: "weekly", folder: "templates/weekly", files: weeklyFiles };
const PLACE = { file: "briefwright.yaml", line: 7, column: 5 };

function load(
  given: Readonly<Record<string, ParameterValue>> = {},
  files: Readonly<Record<string, string>> = {},
) {
  const parameters = Object.entries(given).map(([name, value]) => [name, { value, place: PLACE }]);
  return loadTemplateFrom({
    name: "mine",
    folder: "templates/mine",
    files: new Map(Object.entries({ "template.yaml": MANIFEST, ...files })),
    assets: new Map([["logo.png", new Uint8Array()]]),
    parents: [WEEKLY],
    given: { ...NOTHING_GIVEN, parameters: Object.fromEntries(parameters) },
  });
}

function said(...given: Parameters<typeof load>): readonly string[] {
  return load(...given).diagnostics.map(formatDiagnostic);
}

function loaded(...given: Parameters<typeof load>) {
  const { template, diagnostics } = load(...given);
  if (template === null) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return template;
}

function print(page: string, given: Readonly<Record<string, ParameterValue>> = {}): string {
  const template = loaded(given, { "brief.hbs": page });
  return fillTemplate(template, sampleIssue, { language: "en" }).html;
}

const sheets = (...given: Parameters<typeof load>) => loaded(...given).sheets;

describe("a parameter", () => {
  test("is printed with its default, and with what the settings say", () => {
    const page = "<p>{{parameters.motto}}</p>{{#if parameters.banner}}<hr>{{/if}}";
    expect(print(page)).toBe("<p>Facts first</p>");
    expect(print(page, { motto: "A < B & C", banner: true })).toBe("<p>A &lt; B &amp; C</p><hr>");
  });

  test("is a custom property of every style sheet, from the place where it stands", () => {
    expect(sheets({ accent: "#400080" }).slice(0, 6)).toEqual([
      { file: "briefwright.yaml", line: 7, css: ":root { --accent: #400080; }" },
      { file: "templates/weekly/template.yaml", line: 16, css: ':root { --address: ""; }' },
      { file: "templates/mine/template.yaml", line: 4, css: ':root { --motto: "Facts first"; }' },
      { file: "templates/mine/template.yaml", line: 5, css: ":root { --columns: 2; }" },
      { file: "templates/mine/template.yaml", line: 7, css: ":root { --mood: plain; }" },
      { file: "templates/weekly/template.yaml", line: 6, css: expect.stringContaining("@page") },
    ]);
    expect(sheets({ mood: "dark blue" })[4]?.css).toBe(':root { --mood: "dark blue"; }');
  });

  test("of the parent has another default where the child says no more than a value", () => {
    const files = {
      "template.yaml": "name: mine\nextends: weekly\nparameters: { accent: teal }\n",
    };
    expect(sheets({}, files)[0]).toEqual({
      file: "templates/mine/template.yaml",
      line: 3,
      css: ":root { --accent: teal; }",
    });
  });

  test("that is a picture is printed by a name that the page can have", () => {
    const template = loaded({ logo: "logo.png" });
    const { html } = fillTemplate(template, sampleIssue, { language: "en" });
    expect(html).toContain('<img class="logo" src="parameters/logo.png" alt="North Africa">');
    expect(picturesOf(template.parameters)).toEqual([
      { path: "parameters/logo.png", source: "logo.png" },
    ]);
  });

  test("whatever its words are, ends where it should in the style", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (words) => {
        const [, , motto] = sheets({ motto: `${words}"}</style>\\` });
        expect(motto?.css).toMatch(/^:root \{ --motto: "(?:[^"\\{};<\n]|\\[\da-f]+ )*"; \}$/u);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the paper", () => {
  const page = (css: string) => [{ file: "a.css", css }];
  const widthOf = (styleSheets: readonly { readonly file: string; readonly css: string }[]) =>
    setPages("<p>A", { styleSheets }).pages[0]?.width;

  test("of a child goes over its parent's, and that of the settings over both", () => {
    const files = { "template.yaml": `${MANIFEST}page: { size: Letter, margin: 1in 20mm }\n` };
    const own = sheets({}, files).filter(({ css }) => css.startsWith("@page"));
    expect(own).toEqual([
      { file: "templates/weekly/template.yaml", line: 6, css: expect.stringContaining("A4") },
      {
        file: "templates/mine/template.yaml",
        line: 8,
        css: "@page { size: Letter; margin: 1in 20mm; }",
      },
    ]);
    expect(widthOf(sheets({}, files))).toBe(612);
    expect(widthOf(page("@page { size: A4 }"))).toBeCloseTo(595.28, 1);
  });

  test.each(["A4 }", "Legal; } p {", "12", "1in 1in 1in", "A9"])("%s is refused", (size) => {
    const files = { "template.yaml": `${MANIFEST}page: { size: ${JSON.stringify(size)} }\n` };
    expect(said({}, files)).toEqual([expect.stringContaining("templates/mine/template.yaml:8:15")]);
  });
});

describe("refuses, with file and line", () => {
  test.each([
    [{ motto: 7 }, 'parameter "motto" is no string: 7\n  hint: put it between double quotes'],
    [
      { columns: "2" },
      'parameter "columns" is no number: "2"\n  hint: write a number without a unit',
    ],
    [{ banner: "yes" }, 'parameter "banner" is no boolean: "yes"\n  hint: write true or false'],
    [{ mood: "red" }, 'parameter "mood" is no choice: "red"\n  hint: one of plain, dark blue'],
    [
      { accent: "#12" },
      'parameter "accent" is no colour: "#12"\n  hint: write it as "#12466b", between quotation marks',
    ],
    [
      { accent: "red; } * { display: none" },
      expect.stringContaining('parameter "accent" is no colour'),
    ],
    [{ accent: "url(x)" }, expect.stringContaining('parameter "accent" is no colour')],
    [
      { logo: "seal.png" },
      expect.stringContaining("name a PNG, JPEG or SVG file of the template's"),
    ],
  ] as const)("%j", (given, message) => {
    const [first] = load(given).diagnostics;
    const shown = first && formatDiagnostic(first).replace("error: briefwright.yaml:7:5 ", "");
    expect(shown).toEqual(message);
  });

  test("what the template does not have, and goes on", () => {
    const { template, diagnostics } = load({ moto: "A" });
    expect(template).not.toBeNull();
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      'warning: briefwright.yaml:7:5 the template has no parameter "moto"\n  hint: did you mean "motto"?',
    ]);
  });

  test("a declaration that the child makes another type of", () => {
    const files = {
      "template.yaml": `${MANIFEST}  accent: { type: number, default: 2, description: A }\n`,
    };
    expect(said({}, files)).toEqual([
      expect.stringContaining(
        'templates/mine/template.yaml:8:11 parameter "accent" is a colour of',
      ),
    ]);
  });

  test.each(["{ type: colour, description: A }", "{ type: size, default: 1, description: A }"])(
    "a declaration such as %s",
    (declaration) => {
      const files = { "template.yaml": `${MANIFEST}  height: ${declaration}\n` };
      expect(said({}, files)).toEqual([expect.stringContaining("templates/mine/template.yaml:8:")]);
    },
  );

  test("a field that is no parameter", () => {
    const { diagnostics } = load({}, { "brief.hbs": "<p>\n{{parameters.moto}}</p>" });
    expect(diagnostics).toEqual([
      expect.objectContaining({ place: { file: "templates/mine/brief.hbs", line: 2, column: 3 } }),
    ]);
  });
});
