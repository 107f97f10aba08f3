/** The file of desk notes: what it may hold, and what is said of what it may not. */
import { describe, expect, it } from "vitest";
import { DeskNotesSchema, targetOf } from "../../src/model/desk-notes.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { parseYaml } from "../../src/text/yaml.js";

const NOTES = `
written: 2021-05-09
bottomLine:
  - We expect no withdrawal this year.
  - text: The minister asked for help.
    by: A.B.
    cites: [s-0123456789ab, {article: one.txt, words: asked for help}]
watch:
  - {date: 2021-06, text: The forum in Antalya.}
  - {date: 2021, text: The vote.}
pins:
  - {article: one.txt, theme: forces}
  - {statement: s-0123456789ab, slot: happened}
exclude:
  - {article: two.txt, reason: A page of its own.}
  - {article: one.txt, words: 13000 men, reason: Nobody else has the number.}
themes:
  forces:
    status: thin
    reason: One report.
    assessment: {text: Little will move., cites: [s-0123456789ab]}
    add: [two.txt, {statement: s-0123456789ab}]
corrections: [The date was wrong.]
standing: [scope]
`;

function parse(text: string) {
  return parseYaml(DeskNotesSchema, "notes.yaml", text);
}

function faultsOf(text: string): string[] {
  return parse(text).diagnostics.map(formatDiagnostic);
}

describe("desk notes", () => {
  it("hold the desk's lines, what it pins, leaves out and moves, and standing paragraphs by name", () => {
    const { value, diagnostics } = parse(NOTES);
    expect(diagnostics).toEqual([]);
    expect(value?.bottomLine[0]).toEqual({ text: "We expect no withdrawal this year.", cites: [] });
    expect(value?.bottomLine[1]?.cites.map(targetOf)).toEqual([
      { kind: "statement", statement: "s-0123456789ab", words: null },
      { kind: "passage", article: "one.txt", words: "asked for help" },
    ]);
    expect(value?.watch.map(({ date }) => date)).toEqual(["2021-06", "2021"]);
    expect(value?.themes.forces?.add[0]).toEqual({ article: "two.txt", reason: null });
    expect(value?.themes.forces?.reason).toEqual({ text: "One report." });
  });

  it("of an earlier version stay valid", () => {
    const text = `exclude:
  - {article: a-1, reason: Off topic.}
themes:
  forces: {status: up, reason: {text: More of it., by: A.B.}, assessment: {text: So it goes.}}
stories: {merge: [[a-1, a-2]]}
corrections: [{text: The date was wrong.}]
`;
    expect(faultsOf(text)).toEqual([]);
  });

  it("name an article or a statement, never both and never neither", () => {
    const either = "name either an article, with or without words of it, or a statement";
    expect(faultsOf("pins:\n  - {article: a-1, statement: s-0123456789ab}\n")).toEqual([
      `error: notes.yaml:2:5 "pins[0]": ${either}`,
    ]);
    expect(faultsOf("pins:\n  - {theme: forces}\n")).toEqual([
      `error: notes.yaml:2:5 "pins[0]": ${either}`,
    ]);
  });

  it("never cite a whole article", () => {
    expect(faultsOf("bottomLine:\n  - {text: So., cites: [{article: a-1}]}\n")).toEqual([
      'error: notes.yaml:2:25 "cites[0]": give the exact words of the article that it rests on',
    ]);
  });

  it("with a key that is nearly right say which is meant, with its line", () => {
    expect(faultsOf("keyMesages: []\n")).toEqual([
      'error: notes.yaml:1:1 unknown key "keyMesages"\n  hint: did you mean "keyMessages"?',
    ]);
    expect(faultsOf("pins:\n  - {statement: s-0123456789ab, slot: hapened}\n")).toEqual([
      'error: notes.yaml:2:39 "slot" must be one of happened, says, background; found "hapened"\n  hint: did you mean "happened"?',
    ]);
  });

  it("say what an id and a date look like, and never by a pattern", () => {
    const told = faultsOf(
      "pins: [{statement: 96ec}]\nwatch: [{date: soon, text: a}]\nstanding: [a b]\nwritten: today\n",
    ).join("\n");
    expect(told).toContain("hint: copy it from the brief: s-");
    expect(told).toContain("hint: write 2021-06-15, 2021-06, 2021, 2021-W24");
    expect(told).toContain("hint: write the name of the file without .md");
    expect(told).toContain("hint: write a day as 2021-06-15");
    expect(told).not.toContain("/^");
  });

  it("are no lines without words", () => {
    expect(faultsOf("bottomLine: ['', {text: '  '}]\ncorrections: [' ']\n")).toHaveLength(3);
  });

  it("name standing paragraphs by name, never by path", () => {
    expect(faultsOf("standing: [../../secret]\n")).toHaveLength(1);
  });
});
