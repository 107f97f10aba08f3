/** Desk notes that put an article on a theme and take it off again. */
import { describe, expect, it } from "vitest";
import { checkNotes } from "../../src/desk/check-notes.js";
import { reportGone } from "../../src/desk/gone-notes.js";
import { DeskNotesSchema } from "../../src/model/desk-notes.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { parseYaml } from "../../src/text/yaml.js";

const ARTICLES = [
  { id: "a-1", file: "one.txt" },
  { id: "a-2", file: "two.txt" },
];

function faultsOf(text: string): string[] {
  const { value, diagnostics, placeOf } = parseYaml(DeskNotesSchema, "notes.yaml", text);
  if (value === null) throw new Error(JSON.stringify(diagnostics));
  const { gone, faults } = checkNotes(value, ["fires", "floods"], ARTICLES, placeOf);
  const said = [...gone.map((one) => reportGone(one, placeOf)), ...faults];
  return said.map(formatDiagnostic);
}

describe("overrides of themes", () => {
  it("may name an article by id or file, with or without a reason, and under several themes", () => {
    const text = `themes:
  fires:
    add: [a-1, {article: two.txt, reason: The fire is meant.}]
  floods:
    remove: [one.txt]
`;
    expect(faultsOf(text)).toEqual([]);
  });

  it("that put an article on a theme and take it off name both lines", () => {
    const text = `themes:
  fires:
    add:
      - a-1
    remove:
      - a-2
      - {article: one.txt, reason: Not about fires.}
`;
    expect(faultsOf(text)).toEqual([
      'error: notes.yaml:7:9 theme "fires": article "one.txt" is both added and removed, in lines 4 and 7\n  hint: keep the line that you mean, and take the other out',
    ]);
  });

  it("that repeat one another name both lines", () => {
    expect(faultsOf("themes:\n  fires:\n    add:\n      - a-1\n      - a-1\n")).toEqual([
      'error: notes.yaml:5:9 theme "fires": article "a-1" is added twice, in lines 4 and 5\n  hint: keep the line that you mean, and take the other out',
    ]);
  });

  it("of an article that the notes exclude name both lines, and the article as it is written", () => {
    const text = `exclude:
  - {article: a-1, reason: A page of its own.}
themes:
  fires:
    add:
      - one.txt
    remove:
      - two.txt
`;
    expect(faultsOf(text)).toEqual([
      'error: notes.yaml:6:9 article "one.txt" is both added to theme "fires" and excluded, in lines 2 and 6\n  hint: keep the line that you mean, and take the other out',
    ]);
  });

  it("of an article that is not there show their line", () => {
    expect(faultsOf("themes:\n  fires:\n    add:\n      - a-9\n")).toEqual([
      'warning: notes.yaml:4:9 the notes name an article that is not there: "a-9"\n  hint: did you mean "a-1"?',
    ]);
  });
});

describe("edits of stories", () => {
  it("may merge and split articles by id or file", () => {
    expect(faultsOf("stories: {merge: [[a-1, two.txt]]}\n")).toEqual([]);
    expect(faultsOf("stories: {split: [[one.txt, a-2]]}\n")).toEqual([]);
  });

  it("that merge and split the same two name both lines", () => {
    const text = `stories:
  merge:
    - [a-1, a-2]
  split:
    - [one.txt, two.txt]
`;
    expect(faultsOf(text)).toEqual([
      'error: notes.yaml:5:7 articles "one.txt" and "two.txt" are both merged and split, in lines 3 and 5\n  hint: keep the line that you mean, and take the other out',
    ]);
  });

  it("that name an article that is not there say so", () => {
    const [fault] = faultsOf("stories:\n  merge:\n    - [a-1, a-3]\n");
    expect(fault).toContain('3:13 the notes name an article that is not there: "a-3"');
  });
});
