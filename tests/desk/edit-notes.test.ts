/** Edits of desk notes: what they write, and what they leave as it was. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { editNotes } from "../../src/desk/index.js";
import { DeskNotesSchema } from "../../src/model/desk-notes.js";
import type { NoteEdit } from "../../src/model/note-edit.js";
import { diffLines } from "../../src/text/diff-lines.js";

const FILE = "002_449ef38def325648.txt";

const NOTES = `# The desk's notes of the week.

# What has to be in the brief.
pins:
  - article: ${FILE}   # asked for on Monday
    reason: "the only report"


exclude:
  - { article: 'old.txt', reason: third hand }   # A.B.
themes:
  # The one that everybody asks about.
  ceasefire:
    status: same
    assessment: >-
      A breach is unlikely
      [20-45%].
    # Taken off by hand.
    remove: [ 'x.txt' ]
unknown-key: kept
`;

/** The lines that an edit takes out and puts in. */
function changes(before: string, ...edits: NoteEdit[]): string[] {
  const after = editNotes(before, edits);
  return diffLines(before, after ?? "no YAML")
    .filter(({ kind }) => kind !== "same")
    .map(({ kind, text }) => `${kind === "add" ? "+" : "-"}${text}`);
}

describe("an edit writes its own lines alone", () => {
  it("pins an article", () => {
    const edit: NoteEdit = { kind: "pin", target: { article: "new.txt" } };
    expect(changes(NOTES, edit)).toEqual(["+  - article: new.txt"]);
  });

  it("unpins it, and keeps the comment", () => {
    const edit: NoteEdit = { kind: "unpin", target: { article: FILE } };
    const after = editNotes(NOTES, [edit]) ?? "";
    expect(DeskNotesSchema.omit({}).partial().loose().parse(parse(after)).pins).toEqual([]);
    expect(after).toContain("# asked for on Monday");
  });

  it("excludes a passage by its words, in the style of the line above it", () => {
    const target = { article: "a.txt", words: "He said: no." };
    expect(changes(NOTES, { kind: "exclude", target, reason: "hearsay" })).toEqual([
      '+  - { article: a.txt, words: "He said: no.", reason: hearsay }',
    ]);
  });

  it("moves an article to another theme", () => {
    const edit: NoteEdit = {
      kind: "move",
      target: { article: "y.txt" },
      from: "ceasefire",
      to: "russia_role",
    };
    expect(changes(NOTES, edit)).toEqual([
      "-    remove: [ 'x.txt' ]",
      "+    remove: [ 'x.txt', { article: y.txt } ]",
      "+  russia_role:",
      "+    add:",
      "+      - article: y.txt",
    ]);
  });

  it("writes an assessment in the style in which one stands there", () => {
    const edit: NoteEdit = { kind: "assessment", theme: "ceasefire", text: "It holds: so far." };
    expect(changes(NOTES, edit)).toEqual([
      "-      A breach is unlikely",
      "-      [20-45%].",
      "+      It holds: so far.",
    ]);
  });

  it("writes a status with its reason", () => {
    const edit: NoteEdit = {
      kind: "status",
      theme: "ceasefire",
      status: "up",
      reason: "Two breaches.",
    };
    expect(changes(NOTES, edit)).toEqual([
      "-    status: same",
      "+    status: up",
      "+    reason: Two breaches.",
    ]);
  });

  it("keeps a line of the bottom line that stays, with its comment", () => {
    const before = "bottomLine:\n  - One. # agreed\n  - Two.\n";
    const lines = ["Three.", "One."].map((text) => ({ text, cites: [] }));
    expect(editNotes(before, [{ kind: "bottom-line", lines }])).toBe(
      "bottomLine:\n  - Three.\n  - One. # agreed\n",
    );
  });

  it("keeps the line ends of Windows", () => {
    const after = editNotes("# a\r\npins:\r\n  - article: a\r\n", [
      { kind: "pin", target: { article: "b" } },
    ]);
    expect(after).toBe("# a\r\npins:\r\n  - article: a\r\n  - article: b\r\n");
  });

  it("fills a skeleton of comments, and keeps all of them", () => {
    const skeleton =
      "# The notes.\n#\n# pins:\n#   - article: a.txt\n\n# exclude:\n#   - article: b.txt\n";
    const after = editNotes(skeleton, [{ kind: "pin", target: { article: "c.txt" } }]) ?? "";
    expect(after).toBe(`${skeleton}\npins:\n  - article: c.txt\n`);
  });

  it("fills a key that stands empty, and keeps the comments below it", () => {
    const before = "pins:\n  # - article: a.txt\nexclude: []\n";
    expect(editNotes(before, [{ kind: "pin", target: { article: "c.txt" } }])).toBe(
      "pins:\n  # - article: a.txt\n  - article: c.txt\nexclude: []\n",
    );
  });

  it.each([
    ["pins:\n- article: a\n", "pins:\n- article: a\n- article: b\n"],
    ["pins:\n    - article: a\n", "pins:\n    - article: a\n    - article: b\n"],
    [
      "themes:\n    x:\n        status: up\n",
      "themes:\n    x:\n        status: up\npins:\n    - article: b\n",
    ],
  ])("indents as the file does: %j", (before, after) => {
    expect(editNotes(before, [{ kind: "pin", target: { article: "b" } }])).toBe(after);
  });

  it("does nothing twice", () => {
    expect(changes(NOTES, { kind: "pin", target: { article: FILE } })).toEqual([]);
  });

  it("changes nothing in a text that is no YAML", () => {
    expect(editNotes("pins:\n\t- a\n", [{ kind: "pin", target: { article: "b" } }])).toBeNull();
  });
});

const theme = fc.constantFrom("ceasefire", "russia_role", "maritime_deal");
const words = fc.stringMatching(/^[a-z][a-z :#'"{}[\]-]{0,90}[a-z.]$/);
const target = fc.oneof(
  fc.record({ article: fc.constantFrom("new.txt", "feed.xml#2", "a-0123456789ab") }),
  fc.record({ article: fc.constant("new.txt"), words }),
  fc.record({ statement: fc.constant("s-0123456789ab") }),
);
const pairs = fc.oneof(
  target.map((on) => [
    { kind: "pin", target: on },
    { kind: "unpin", target: on },
  ]),
  fc.tuple(target, words).map(([on, reason]) => [
    { kind: "exclude", target: on, reason },
    { kind: "include", target: on },
  ]),
  fc.tuple(target, theme, theme).map(([on, from, to]) => [
    { kind: "move", target: on, from, to },
    { kind: "move", target: on, from: to, to: from },
  ]),
) as fc.Arbitrary<[NoteEdit, NoteEdit]>;

/** Notes as people keep them: comments everywhere, keys that are empty, both styles. */
const line = fc.constantFrom("# why not", "#pins", "   # further in", "");
const sections = fc.shuffledSubarray([
  "pins: []",
  "pins:\n  - article: p.txt\n  # between\n  - statement: s-aaaaaaaaaaaa",
  "exclude:\n- article: 'q.txt'\n  reason: \"no\"",
  "exclude: [{article: q.txt, reason: no}]",
  "themes:\n    ceasefire:\n        status: same # today\n        add: [r.txt]",
  "bottomLine:\n  # first\n  - One.\n  - text: >-\n      Two\n      lines.",
  "corrections: []",
  "exclude:",
]);
const notes = fc
  .tuple(sections, fc.array(fc.tuple(line, line), { minLength: 9, maxLength: 9 }))
  .map(([parts, lines]) => {
    const seen = new Set<string>();
    const kept = parts.filter((part) => {
      const [key = ""] = part.split(":");
      return !seen.has(key) && seen.add(key);
    });
    return `${kept.map((part, at) => `${lines[at]?.join("\n").trim()}\n${part}`).join("\n")}\n`;
  });

const commentsIn = (text: string) =>
  (text.match(/(?:^|\s)#.*$/gm) ?? []).map((comment) => comment.trim()).sort();
/** A key without a value says nothing. */
const saidIn = (text: string) =>
  DeskNotesSchema.parse(
    Object.fromEntries(Object.entries(parse(text) ?? {}).filter(([, value]) => value !== null)),
  );

describe("whatever the notes and the edit", () => {
  it("every comment stays", () => {
    fc.assert(
      fc.property(notes, pairs, (text, [edit]) => {
        const after = editNotes(text, [edit]) ?? "";
        const kept = commentsIn(after);
        for (const comment of commentsIn(text)) expect(kept).toContain(comment);
      }),
    );
  });

  it("an edit and its inverse say what was said before", () => {
    fc.assert(
      fc.property(notes, pairs, (text, [edit, inverse]) => {
        const after = editNotes(text, [edit]) ?? "";
        expect(saidIn(editNotes(after, [inverse]) ?? "")).toEqual(saidIn(text));
      }),
    );
  });

  it("the result can be edited again", () => {
    fc.assert(
      fc.property(notes, fc.array(pairs, { maxLength: 4 }), (text, edits) => {
        const after = editNotes(
          text,
          edits.map(([edit]) => edit),
        );
        expect(after).not.toBeNull();
        expect(() => parse(after ?? "\t")).not.toThrow();
      }),
    );
  });
});
