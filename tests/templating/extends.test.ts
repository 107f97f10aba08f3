/** What a template that extends another prints: file by file, label by label, style after style. */
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { fillTemplate, loadTemplate } from "../../src/templating/index.js";
import { sampleIssue } from "./sample-issue.js";
import { weeklyFiles } from "./weekly.js";

const MANIFEST = "name: mine\nextends: weekly\nlanguages: [en]\n";
const WEEKLY = { name: "weekly", folder: "templates/weekly", files: weeklyFiles };

function load(files: Readonly<Record<string, string>>, spoken = "en") {
  const own = new Map(Object.entries({ "template.yaml": MANIFEST, ...files }));
  return loadTemplate(own, "templates/mine", [WEEKLY], spoken);
}

function said(files: Readonly<Record<string, string>>): readonly string[] {
  return load(files).diagnostics.map(formatDiagnostic);
}

function print(files: Readonly<Record<string, string>>): string {
  const { template, diagnostics } = load(files);
  if (template === null) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return fillTemplate(template, sampleIssue, { language: "en" }).html;
}

describe("a template that extends another", () => {
  test("prints the same page where it holds nothing of its own", () => {
    const { template } = loadTemplate(weeklyFiles, "templates/weekly");
    const page = template && fillTemplate(template, sampleIssue, { language: "en" }).html;
    expect(print({})).toBe(page);
  });

  test("prints a partial of its own in the place of its parent's", () => {
    const html = print({ "partials/contact.hbs": '<footer id="own">{{brief.desk}}</footer>' });
    expect(html).toContain('<footer id="own">North Africa</footer>');
    expect(html).toContain('<main id="brief">');
  });

  test("prints a page of its own with the partials of its parent", () => {
    const html = print({ "brief.hbs": "<!doctype html><html><body>{{> contact}}</body></html>" });
    expect(html).not.toContain('<main id="brief">');
    expect(html).toContain("desk@example.org");
  });

  test("has a label of its own in the place of its parent's, and all others of its parent", () => {
    const files = { "labels.en.yaml": "heading:\n  watch: Dates to keep\n" };
    const { template } = load(files);
    const labels = template?.labels.get("en")?.entries;
    expect(labels?.get("heading.watch")).toMatchObject({
      forms: { other: "Dates to keep" },
      file: "templates/mine/labels.en.yaml",
      line: 2,
    });
    expect(labels?.get("cite.mark")?.file).toBe("templates/weekly/labels.en.yaml");
    expect(print(files)).toContain("Dates to keep");
  });

  test("has its style after its parent's, each under its own name", () => {
    const { template } = load({ "style.css": ":root { --accent: #400080 }" });
    const files = template?.sheets.map(({ file }) => file).filter((file) => /css$/.test(file));
    expect(files).toEqual(["templates/weekly/style.css", "templates/mine/style.css"]);
    expect(template?.style.endsWith(":root { --accent: #400080 }")).toBe(true);
  });

  test("speaks a language that its parent lacks", () => {
    const files = {
      "template.yaml": "name: mine\nextends: weekly\nlanguages: [en, es]\n",
      "labels.es.yaml": weeklyFiles.get("labels.en.yaml") ?? "",
    };
    const { template, diagnostics } = load(files, "es");
    expect(diagnostics).toEqual([]);
    expect(template?.labels.get("es")?.language).toBe("es");
  });
});

describe("names the file and the line", () => {
  test("of a partial of its own", () => {
    expect(said({ "partials/contact.hbs": "<p>\n{{cites issue}}</p>" })).toEqual([
      'error: templates/mine/partials/contact.hbs:2:3 unknown helper "cites"\n  hint: did you mean "cite"?',
    ]);
  });

  test("of a label of its own that asks for too much", () => {
    expect(said({ "labels.en.yaml": 'heading:\n  watch: "Watch {day}"\n' })).toContainEqual(
      expect.stringContaining("or take it out of templates/mine/labels.en.yaml:2"),
    );
  });

  test("of a label that nobody has, and its own file to add it to", () => {
    expect(said({ "partials/contact.hbs": '<p>{{label "zzz.own"}}</p>' })).toEqual([
      'error: templates/mine/partials/contact.hbs:1:4 no label "zzz.own" in templates/mine/labels.en.yaml\n  hint: add it to templates/mine/labels.en.yaml',
    ]);
  });

  test("of a label file of its own that is no YAML", () => {
    expect(said({ "labels.en.yaml": "watch: [\n" })).toEqual([
      expect.stringContaining("templates/mine/labels.en.yaml:"),
    ]);
  });

  test("of a style that template.yaml names and that is not there", () => {
    expect(said({ "template.yaml": `${MANIFEST}style: look.css\n` })).toEqual([
      expect.stringContaining("templates/mine/look.css the template has no such file"),
    ]);
  });

  test("of a key that template.yaml does not know", () => {
    expect(said({ "template.yaml": `${MANIFEST}language: [en]\n` })).toEqual([
      expect.stringContaining("templates/mine/template.yaml:4"),
    ]);
  });
});
