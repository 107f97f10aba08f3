import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import type { ParsedFile } from "../../src/templating/environment.js";
import { lintTemplate } from "../../src/templating/lint/lint-template.js";
import { parseHandlebars } from "../../src/templating/parse-handlebars.js";
import { loaded } from "./weekly.js";

const CASES = new URL("../cases/lint/", import.meta.url);

const CasesSchema = z.array(
  z.strictObject({
    case: z.string(),
    page: z.string(),
    partials: z.record(z.string(), z.string()).default({}),
    renamed: z
      .array(
        z.strictObject({
          of: z.string(),
          from: z.string(),
          to: z.string().nullable(),
          since: z.string(),
          hint: z.string().default(""),
        }),
      )
      .default([]),
    says: z.string(),
  }),
);
type Case = z.infer<typeof CasesSchema>[number];

const labels = [...loaded().labels.values()];

function parsed(path: string, text: string): ParsedFile {
  const file = parseHandlebars(text, `templates/weekly/${path}`);
  if (!("program" in file)) throw new Error(formatDiagnostic(file));
  return file;
}

function said({ page, partials, renamed }: Pick<Case, "page" | "partials" | "renamed">): string {
  const files = Object.entries(partials).map(
    ([name, text]) => [name, parsed(`partials/${name}.hbs`, text)] as const,
  );
  const found = lintTemplate(parsed("brief.hbs", page), new Map(files), labels, { renamed });
  return found.diagnostics.map(formatDiagnostic).join("\n");
}

describe.each(readdirSync(CASES).filter((name) => name.endsWith(".yaml")))("%s", (name) => {
  const cases = CasesSchema.parse(parse(readFileSync(new URL(name, CASES), "utf8")));
  test.each(cases.map((each) => [each.case, each] as const))("%s", (_, each) => {
    expect(said(each)).toBe(each.says.trimEnd());
  });
});

describe("whatever a template holds", () => {
  const word = fc.constantFrom("themes", "this", "..", "brief.title", "@root", "@index", "0", "x");
  const path = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join("."));
  const page = fc.letrec<{ node: string; nodes: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      path.map((at) => `{{${at}}}`),
      path.map((at) => `{{date ${at}}}`),
      fc.string({ maxLength: 10 }),
      fc
        .tuple(fc.constantFrom("each", "if", "unless", "with"), path, tie("nodes"))
        .map(([name, at, inner]) => `{{#${name} ${at}}}${inner}{{else}}<p>{{/${name}}}`),
    ),
    nodes: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
  })).nodes;

  test("the lint says what it finds, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: "binary" })), (text) => {
        const file = parseHandlebars(text, "templates/weekly/brief.hbs");
        if (!("program" in file)) return;
        for (const { message, place } of lintTemplate(file, new Map(), labels).diagnostics) {
          expect(message).not.toBe("");
          expect(place?.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
