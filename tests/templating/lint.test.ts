import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { loadTemplate } from "../../src/templating/index.js";
import { changedFiles, faultsOf, weeklyFiles } from "./weekly.js";

const said = (page: string) => faultsOf(page).map(formatDiagnostic);
const codes = (page: string) => faultsOf(page).map(({ code }) => code);

/** Diagnostics of the weekly folder with other files in it. */
function faultsWith(changes: Readonly<Record<string, string>>): readonly string[] {
  return loadTemplate(changedFiles(changes), "templates/weekly").diagnostics.map(formatDiagnostic);
}

describe("a template's mistakes are named before anything is filled", () => {
  test("finds nothing wrong with the weekly template", () => {
    expect(loadTemplate(weeklyFiles, "templates/weekly").diagnostics).toEqual([]);
  });

  test("an unknown helper, with line, column and the likeliest name", () => {
    expect(said("<p>\n  {{cites bottomLine}}\n</p>")).toEqual([
      'error: templates/weekly/brief.hbs:2:5 unknown helper "cites"\n  hint: did you mean "cite"?',
    ]);
  });

  test("an unknown helper inside another", () => {
    expect(said("{{label (plurall 1)}}")).toEqual([
      'error: templates/weekly/brief.hbs:1:10 unknown helper "plurall"\n  hint: did you mean "plural"?',
    ]);
  });

  test("a field used as a block", () => {
    expect(said("{{#keyMessages}}{{/keyMessages}}")).toEqual([
      'error: templates/weekly/brief.hbs:1:4 unknown helper "keyMessages"\n  hint: write {{#each keyMessages}} or {{#if keyMessages}}',
    ]);
  });

  test("a field that bears a helper's name", () => {
    expect(said("{{#each sources}}{{number}}{{/each}}")).toEqual([
      'error: templates/weekly/brief.hbs:1:20 helper "number" takes 1 values, not 0\n  hint: write {{this.number}} for a field of that name',
    ]);
  });

  test("an unknown partial", () => {
    expect(said("{{> mast-head}}")).toEqual([
      'error: templates/weekly/brief.hbs:1:1 unknown partial "mast-head"\n  hint: did you mean "masthead"?',
    ]);
  });

  test("an unknown label", () => {
    expect(said('{{label "heading.botom-line"}}')).toEqual([
      'error: templates/weekly/brief.hbs:1:1 no label "heading.botom-line" in templates/weekly/labels.en.yaml\n  hint: did you mean "heading.bottom-line"?',
    ]);
  });

  test("a group of labels that is not there", () => {
    expect(codes('{{label "states" issue.state}}')).toEqual(["unknown-label"]);
  });

  test("a parameter that a label asks for in vain", () => {
    expect(said('{{label "masthead.week" wek=1}}')[0]).toMatch(
      /^error: templates\/weekly\/brief.hbs:1:1 label "masthead.week" asks for \{week\}, which is not given\n {2}hint: write week=… here, or take it out of templates\/weekly\/labels.en.yaml:\d+$/,
    );
  });

  test("a label that the helpers print and the file lacks", () => {
    const labels =
      weeklyFiles.get("labels.en.yaml")?.replace('  denial: "{names}', '  denail: "{names}') ?? "";
    expect(faultsWith({ "labels.en.yaml": labels })).toEqual([
      'error: templates/weekly/labels.en.yaml no label "finding.denial"\n  hint: did you mean "finding.denail"?',
    ]);
  });

  test("a label that another language lacks, with its words in the first", () => {
    const labels = weeklyFiles.get("labels.tr.yaml")?.replace(/^ {2}watch: .*$/m, "") ?? "";
    expect(faultsWith({ "labels.tr.yaml": labels })).toEqual([
      'error: templates/weekly/labels.tr.yaml no label "heading.watch"\n  hint: in English it is "What to watch"',
    ]);
  });

  test("a label of another language that fills in something else", () => {
    const labels = weeklyFiles
      .get("labels.tr.yaml")
      ?.replace(/^( {2}week: .*)\{week\}/m, "$1{wek}");
    const [fault] = faultsWith({ "labels.tr.yaml": labels ?? "" });
    expect(fault).toMatch(
      /^error: templates\/weekly\/labels.tr.yaml:\d+ label "masthead.week" fills in \{wek\}, which is not given and leaves out \{week\}\n {2}hint: in English it is "/,
    );
  });

  test("a label without a form that its language counts with", () => {
    const labels = weeklyFiles.get("labels.ru.yaml")?.replace(/^ *few: .*$/m, "");
    const [fault] = faultsWith({ "labels.ru.yaml": labels ?? "" });
    expect(fault).toMatch(/^warning: .*labels.ru.yaml:\d+ label ".*" lacks the form "few"/);
  });

  test("a label that is not text, with its line", () => {
    const labels = `${weeklyFiles.get("labels.en.yaml")}\nextra:\n  answer: 42\n`;
    expect(faultsWith({ "labels.en.yaml": labels })[0]).toMatch(
      /^error: templates\/weekly\/labels.en.yaml:\d+:\d+ label "extra.answer" is not text/,
    );
  });

  test("unescaped printing", () => {
    expect(codes("{{{brief.title}}}{{&brief.title}}")).toEqual(["triple-stash", "triple-stash"]);
  });

  test("an attribute without quotation marks", () => {
    expect(said("<a class={{brief.id}}>")).toEqual([
      'error: templates/weekly/brief.hbs:1:10 attribute "class" has {{ }} without quotation marks\n  hint: write class="{{…}}"',
    ]);
  });

  test.each([
    ["{{ }} in a tag", "<p {{brief.id}}></p>", "mustache-in-tag"],
    ["{{ }} as a tag's name", "<h{{issue.number}}></h1>", "mustache-in-tag"],
    ["{{ }} in a style element", "<style>p{color:{{brief.id}};}</style>", "mustache-in-tag"],
    ["a style made from data", '<p style="color:{{brief.id}}"></p>', "unsafe-attribute"],
    ["an address made from data", '<a href="{{brief.contact}}"></a>', "unsafe-address"],
    ["a script's address", '<a href="javascript:{{brief.id}}"></a>', "unsafe-address"],
    ["an event handler", '<p onclick="x()"></p>', "script"],
    ["a script", "<script></script>", "script"],
    ["HTML in an attribute", '<p title="{{cite bottomLine}}"></p>', "markup-in-attribute"],
    ["a partial in a tag", "<p {{> masthead}}></p>", "mustache-in-tag"],
    ["a tag left open", "<p", "open-tag"],
    ["a tag that one branch leaves open", '<p {{#if issue.draft}}class="a{{/if}}>', "open-tag"],
    ["a computed partial", "{{> (label brief.id)}}", "unknown-partial"],
    ["a decorator", "{{* inline}}", "unknown-construct"],
  ])("%s", (_, page, code) => {
    expect(codes(page)).toContain(code);
  });

  test.each([
    ["a quoted attribute", '<p class="a {{marking.class}}"></p>'],
    ["a place in the page", '<a href="#source-{{issue.number}}"></a>'],
    ["a safe address", '<a href="{{href brief.contact}}"></a>'],
    ["an attribute in a branch", '<p {{#if issue.draft}}class="a"{{/if}}></p>'],
    ["text after a less-than sign", "<p>&lt; {{issue.number}} < {{issue.number}}</p>"],
    ["a comment", "<!-- words --><p></p>{{! words }}"],
  ])("lets %s pass", (_, page) => {
    expect(codes(page)).toEqual([]);
  });

  test("words outside the labels file are a warning with their line", () => {
    expect(said("<p>\nHello, {{brief.desk}}</p>")).toEqual([
      'warning: templates/weekly/brief.hbs:2 "Hello," stands in the template\n  hint: move it to the labels file and print it with {{label}}',
    ]);
  });

  test("words that end a part of the page, with the line of their last letter", () => {
    expect(said("<p>\nA\nB\n\n{{brief.desk}}</p>")).toEqual([
      expect.stringContaining('brief.hbs:3 "A B" stands in the template'),
    ]);
  });

  test("in a page of 60 kB as soon as in any other", () => {
    const begin = performance.now();
    expect(codes('<p class="a">\n</p>\n'.repeat(3_333))).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });

  test("a partial that prints itself", () => {
    expect(faultsWith({ "partials/watch.hbs": "<p>{{> watch}}</p>" })).toEqual([
      'error: templates/weekly/partials/watch.hbs:1:4 partial "watch" prints itself: watch > watch\n  hint: use {{#each}} instead',
    ]);
  });

  test.each([
    ["{{#if a}}\n{{/each}}", "2:1 {{/each}} stands where {{#if a}} of line 1 is still open"],
    ["<p>\n {{brief.title</p>", '2:2 "{{brief.title</p>" has no }}'],
    ["<p>\n\n{{#each themes}}{{else}}{{! } }}", "3:1 {{#each themes}} is never closed"],
    ["<p>\n{{/each}}", "2:1 {{/each}} closes no block"],
    ['{{#if (eq a "}}")}}{{{{raw}}}}', ""],
    ["<p>\n  {{label bar=}}</p>\n<p>", "2:15 not valid Handlebars: did not expect }}"],
  ])("a syntax error has its place: %j", (page, said) => {
    const [fault] = faultsOf(page);
    expect(fault?.code).toBe("template-syntax");
    expect(fault && formatDiagnostic(fault)).toContain(`templates/weekly/brief.hbs:${said}`);
  });
});

describe("a template's folder", () => {
  test("without a manifest", () => {
    const { template, diagnostics } = loadTemplate(new Map(), "templates/mine");
    expect(template).toBeNull();
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      "error: templates/mine/template.yaml the template has no such file\n  hint: templates/weekly shows the files that a template has",
    ]);
  });

  test("with a misspelt key in the manifest", () => {
    const manifest = "name: weekly\ndescription: the weekly\nlanguage: [en]\nlanguages: [en]\n";
    expect(faultsWith({ "template.yaml": manifest })).toEqual([
      'error: templates/weekly/template.yaml:3:1 unknown key "language"\n  hint: did you mean "languages"?',
    ]);
  });

  test.each([
    ["0", "warning", "fields that have gone are named with their new names"],
    ["7", "error", "use a newer version of the program"],
    ["x", "error", "write view: briefwright/view/1"],
  ])("written for version %s of the data", (version, severity, hint) => {
    const text = weeklyFiles.get("template.yaml")?.replace(/^view:.*$/m, "") ?? "";
    const manifest = `${text}\nview: briefwright/view/${version}\n`;
    const [fault] = faultsWith({ "template.yaml": manifest });
    expect(fault).toMatch(new RegExp(`^${severity}: templates/weekly/template.yaml:\\d+:\\d+ `));
    expect(fault).toContain(hint);
  });

  test("with a parameter that it does not declare", () => {
    const manifest = `${weeklyFiles.get("template.yaml")}`.replace(
      /^parameters:$/m,
      "parameters:\n  sea: { type: string, default: a, description: A sea. }",
    );
    const page = "{{parameters.sae}}{{parameters.sea}}{{number parameters.sea}}{{parameters.lake}}";
    expect(faultsWith({ "template.yaml": manifest, "brief.hbs": page })).toEqual([
      'error: templates/weekly/brief.hbs:1:3 "parameters" has no field "sae"\n  hint: did you mean "parameters.sea"?',
      expect.stringContaining('helper "number" takes a number, not parameters.sea, which is text'),
      'error: templates/weekly/brief.hbs:1:64 "parameters" has no field "lake"\n  hint: declare it in template.yaml, under parameters:',
    ]);
  });

  test("with a language that has no labels", () => {
    const manifest = weeklyFiles.get("template.yaml")?.replace("[en,", "[en, sw,") ?? "";
    expect(faultsWith({ "template.yaml": manifest })[0]).toContain(
      "templates/weekly/labels.sw.yaml the template has no such file",
    );
  });

  test("with YAML that cannot be read, with line", () => {
    expect(faultsWith({ "labels.en.yaml": "a: b\nc: [\n" })[0]).toMatch(
      /^error: templates\/weekly\/labels.en.yaml:3:1 flow sequence/,
    );
  });

  test("with a label that stands for another by its anchor", () => {
    const labels = `${weeklyFiles.get("labels.en.yaml")}\nextra:\n  a: &a one\n  b: *a\n`;
    expect(faultsWith({ "labels.en.yaml": labels })).toEqual([]);
  });

  test.each([
    ["an alias of nothing", "a: *b", "aliases cannot be resolved or stand for too much"],
    ["labels that hold themselves", "a: &a\n  b: *a", "is nested too deeply"],
    ["thousands of brackets", `a: ${"[".repeat(20_000)}`, ""],
    ["thousands of levels", `a: ${"{a: ".repeat(5000)}x${"}".repeat(5000)}`, "nested too deeply"],
  ])("with %s", (_, extra, message) => {
    const labels = `${weeklyFiles.get("labels.en.yaml")}\nextra:\n  ${extra.replaceAll("\n", "\n  ")}\n`;
    expect(faultsWith({ "labels.en.yaml": labels })[0]).toContain(message);
  });

  test("with a colon in a text without quotation marks", () => {
    expect(faultsWith({ "labels.en.yaml": "a: one: two" })[0]).toContain(
      "\n  hint: put texts that hold a colon or a brace between double quotes",
    );
  });

  test("with labels that are no keys", () => {
    expect(faultsWith({ "labels.en.yaml": "- one" })).toEqual([
      "error: templates/weekly/labels.en.yaml:1:1 the file must be keys with values, found a list",
    ]);
  });
});
