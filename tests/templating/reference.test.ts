import Handlebars from "handlebars/dist/handlebars.js";
import { describe, expect, test } from "vitest";
import { IssueSchema } from "../../src/model/issue.js";
import { makeView } from "../../src/templating/make-view.js";
import { examplesOf, isEmpty, isPrinted } from "../../src/templating/reference/examples.js";
import { sectionsOf } from "../../src/templating/reference/sections.js";
import { writeReference } from "../../src/templating/reference/write-reference.js";
import { VIEW_PARTS, ViewSchema } from "../../src/templating/view/index.js";
import { fieldOf } from "../../src/templating/view/shape.js";
import { firstIssue, fullIssue } from "./full-issue.js";
import { print } from "./weekly.js";

const issues = [fullIssue, firstIssue];
const views = [
  ...issues.map((issue) => makeView(issue, "en", undefined, { accent: "#12466b" })),
  // Only a page in another language than its sources has names of theirs, only an approved one an address.
  makeView(fullIssue, "tr", {
    ...fullIssue.release,
    permalink: "https://briefs.example.org/libya-weekly/2021-W18/v1.0/",
  }),
];
const sections = sectionsOf(fieldOf(ViewSchema, VIEW_PARTS));
const examples = examplesOf(sections, views);
const rows = sections.flatMap(({ key, rows }) =>
  rows.map(({ path, field }) => ({
    name: `${key}: ${path}`,
    field,
    example: examples.get(key)?.get(path),
  })),
);

describe("the reference of the data", () => {
  test("is that of the schema (npm run reference writes it anew)", async () => {
    await expect(writeReference(views)).toMatchFileSnapshot("../../templates/DATA.md");
  });

  test("tells of more than a hundred fields what each is", () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ field }) => field.description === "").map(({ name }) => name)).toEqual(
      [],
    );
  });

  test("has a real value for every field", () => {
    const empty = rows.filter(({ field: { shape }, example }) =>
      shape.kind === "flag" || shape.kind === "number"
        ? typeof example?.value !== (shape.kind === "flag" ? "boolean" : "number")
        : isEmpty(example?.value),
    );
    expect(empty.map(({ name }) => name)).toEqual([]);
  });

  test.each(issues.map((issue, i) => [i, issue] as const))(
    "shows what a template prints, issue %i",
    (i, issue) => {
      const printed = rows.flatMap(({ field, example }) =>
        example?.view === i && isPrinted(field) ? [example] : [],
      );
      const page = printed.map(({ path }) => `<p>{{${path}}}</p>`).join("\n");
      const values = printed.map(
        ({ value }) => `<p>${Handlebars.escapeExpression(String(value))}</p>`,
      );
      expect(print(page, issue).split("\n")).toEqual(values);
    },
  );
});

describe("the data of the samples", () => {
  test.each(issues.map((issue, i) => [i, issue] as const))(
    "has its shape, issue %i",
    (i, issue) => {
      expect(IssueSchema.safeParse(issue).error).toBeUndefined();
      expect(ViewSchema.safeParse(views[i]).error).toBeUndefined();
    },
  );
});
