import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readPlainYaml } from "../../src/text/plain-yaml.js";

/** What the full parser makes of it; a text with a fault has no value. */
function inFull(text: string): unknown {
  const { errors, warnings } = parseDocument(text, { prettyErrors: false });
  if (errors.length + warnings.length > 0) return "faulty";
  return parseDocument(text).toJS({ maxAliasCount: 100 });
}

const FOLDERS = ["corpus/lexicon", "templates/weekly", "."];

function ownFiles(): string[] {
  return FOLDERS.flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
    const names = readdirSync(path).filter((name) => name.endsWith(".yaml"));
    return names.map((name) => `${path}${name}`);
  });
}

/** What lines of YAML are made of, the marks among them that change what a line means. */
const PIECES = [
  ...[
    "a: ",
    "b: ",
    "c:",
    "- ",
    "-",
    "a",
    "word",
    "two words",
    "1",
    "-2.5",
    "007",
    "+1",
    "1e3",
    ".5",
  ],
  ...[
    "true",
    "Null",
    "~",
    "2021-05-03",
    "12:30",
    "http://x",
    "é م",
    '"',
    '"q: \\"x\\""',
    "'it''s'",
  ],
  ...[
    "[",
    "]",
    "{",
    "}",
    "[a, b]",
    "{a: b, c: [1]}",
    ", ",
    ",",
    ": ",
    ":",
    " #",
    "#",
    "# note",
    " ",
  ],
  ...[
    "a: |",
    "- |",
    "|",
    "|-",
    ">",
    "&a ",
    "*a",
    "!t ",
    "? ",
    "<<: ",
    "%",
    "---",
    "\\",
    "\u00a0",
    "\t",
    "__proto__: ",
  ],
];

const line = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }))
  .map(([indent, pieces]) => " ".repeat(indent) + pieces.join(""));
const texts = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));

describe("readPlainYaml", () => {
  it("reads the settings, the lexicon and the labels as the full parser does", () => {
    const files = ownFiles();
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      const value = readPlainYaml(text);
      expect(value, file).toBeDefined();
      expect(value, file).toEqual(inFull(text));
    }
  });

  it("reads nothing otherwise than the full parser does", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const value = readPlainYaml(text);
        if (value !== undefined) expect(value).toEqual(inFull(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads nothing otherwise where a file of the desk's is damaged", () => {
    const files = ownFiles().map((file) => readFileSync(file, "utf8").slice(0, 3000));
    const damage = fc.tuple(
      fc.constantFrom(...files),
      fc.nat(3000),
      fc.nat(3),
      fc.constantFrom(...PIECES),
    );
    fc.assert(
      fc.property(damage, ([file, at, length, piece]) => {
        const text = file.slice(0, at) + piece + file.slice(at + length);
        const value = readPlainYaml(text);
        if (value !== undefined) expect(value).toEqual(inFull(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a: >\n  text\n", "folded lines"],
    ["a: &x 1\nb: *x\n", "anchors"],
    ["a: 1\na: 2\n", "a key that stands there twice"],
    ["a: [1,\n", "a list without an end"],
    ["a: 0x10\n", "numbers of other kinds"],
    ["", "nothing"],
    [`a: ${"[".repeat(60)}\n`, "nesting that goes deep"],
  ])("leaves %j to the full parser: %s", (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});
