import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { MAX_YAML_BYTES, parseYaml } from "../../src/text/yaml.js";

const Schema = z.strictObject({
  title: z.string(),
  lists: z.array(z.strictObject({ name: z.string(), tags: z.array(z.string()).optional() })),
  mode: z.union([z.enum(["draft", "final"]), z.strictObject({ custom: z.string() })]).optional(),
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "write a day as 2021-06-15")
    .optional(),
  line: z
    .preprocess((text) => ({ text }), z.strictObject({ text: z.string().min(1).optional() }))
    .optional(),
});

function faultsOf(text: string): string[] {
  return parseYaml(Schema, "notes.yaml", text).diagnostics.map(formatDiagnostic);
}

describe("parseYaml", () => {
  it("gives the value that the schema makes of the text", () => {
    const { value, diagnostics } = parseYaml(Schema, "notes.yaml", "title: A\nlists: []\n");
    expect(value).toEqual({ title: "A", lists: [] });
    expect(diagnostics).toEqual([]);
  });

  it("says where a path of the value stands", () => {
    const { placeOf } = parseYaml(Schema, "notes.yaml", "title: A\nlists:\n  - name: x\n");
    expect(placeOf(["lists", 0, "name"])).toEqual({ file: "notes.yaml", line: 3, column: 11 });
    expect(placeOf(["lists", 0, "tags"])).toEqual({ file: "notes.yaml", line: 3, column: 5 });
  });

  it.each([
    ["title: [", /^error: notes\.yaml:1:\d+ flow sequence/],
    ["title: A\ntitle: B\nlists: []", /^error: notes\.yaml:2:1 the key stands twice/],
    ["title: A\n\tlists: []", /^error: notes\.yaml:2:1 a tab stands where spaces should/],
    ["", /^error: notes\.yaml the file must be keys with values, found nothing/],
    ["- a", /^error: notes\.yaml:1:1 the file must be keys with values, found a list/],
    ["title: A\nlists: [{naem: x}]", /^error: notes\.yaml:2:9 "name" is missing \(text\)/],
    [
      "title: A\nlists: []\nmode: fianl",
      /notes\.yaml:3:7 "mode" must be one of draft, final; found "fianl"\n {2}hint: did you mean "final"\?/,
    ],
    [
      "title: A\nlists: []\nmode: {custm: x}",
      /unknown key "custm"\n {2}hint: did you mean "custom"\?/,
    ],
    [
      "title: A\nlists: []\nday: 3 May",
      /notes\.yaml:3:6 "day" does not have the form .*"3 May"\n {2}hint: write a day/,
    ],
    ["title: A\nlists:\n", /notes\.yaml:2:7 .*found nothing\n {2}hint: .*take the line out/],
    ["title: A\nlists: []\nline: ''", /notes\.yaml:3:7 "text" must not be empty/],
    ["title: A\n---\nlists: []", /notes\.yaml:2:1 --- begins a second part\n {2}hint: take the/],
    ["title: \ufffd\n", /warning: notes\.yaml:1:8 .*\n {2}hint: save the file as UTF-8/],
  ])("tells what is wrong with %j", (text, expected) => {
    const { value } = parseYaml(Schema, "notes.yaml", text);
    expect(value).toBeNull();
    expect(faultsOf(text).join("\n")).toMatch(expected);
  });

  it("suggests the key that was meant, inside lists as well", () => {
    expect(faultsOf("title: A\nlists: [{name: x, tag: []}]")).toEqual([
      'error: notes.yaml:2:19 unknown key "tag"\n  hint: did you mean "tags"?',
    ]);
  });

  it("refuses aliases that stand for more and more", () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x, x]",
      ..."bcdefghij".split("").map((key, at) => {
        const before = `*${"abcdefghij"[at]}`;
        return `${key}: &${key} [${Array(10).fill(before).join(", ")}]`;
      }),
    ].join("\n");
    expect(faultsOf(bomb)[0]).toContain("aliases cannot be resolved or stand for too much");
  });

  it("refuses files that no person wrote", () => {
    expect(faultsOf(`# ${"x".repeat(MAX_YAML_BYTES)}`)).toEqual([
      "error: notes.yaml file is larger than 2 MB\n  hint: split it, or check that it is the file you meant",
    ]);
  });

  it("survives thousands of nested brackets", () => {
    expect(parseYaml(Schema, "notes.yaml", "[".repeat(20_000)).value).toBeNull();
  });

  it("takes a key of the prototype for an unknown key", () => {
    expect(faultsOf("title: A\nlists: []\n__proto__: {x: 1}\n").join("\n")).toContain("__proto__");
  });
});

describe("faults of syntax", () => {
  const faultsOf = (text: string) =>
    parseYaml(z.unknown(), "notes.yaml", text).diagnostics.map(formatDiagnostic);

  it.each(["pins:\n\t- a\n", "a:\n  - b\n\t- c\n", "a: |\n\tb\n"])(
    "that come of a tab are told once, with its line and what to type: %j",
    (text) => {
      const [fault, ...others] = faultsOf(text);
      expect(fault).toMatch(
        /^error: notes\.yaml:[23]:\d a tab stands where spaces should\n {2}hint: indent with spaces/,
      );
      expect(others).toEqual([]);
    },
  );

  it("of a key that stands twice say so", () => {
    expect(faultsOf("a: 1\na: 2\n")[0]).toContain(
      "notes.yaml:2:1 the key stands twice\n  hint: keep one",
    );
  });

  it("of a quotation mark or a bracket that is not closed say what to close", () => {
    expect(faultsOf('a: "x\nb: 2\n')[0]).toContain("hint: close what is opened");
    expect(faultsOf("a: [1, 2\nb: 3\n")[0]).toContain("close every [ and {");
  });
});
