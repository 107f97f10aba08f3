/** The address of the preview's page: what is shown, and back. */
import { describe, expect, test } from "vitest";
import { formatRoute, parseRoute, routeAskedFor } from "../../../src/preview/page/state/route.js";

const issue = {
  kind: "issue",
  brief: "libya-weekly",
  issue: "2021-W18",
  view: "page",
  template: null,
  language: null,
} as const;

describe("the address", () => {
  test.each([
    [issue, "#/libya-weekly/2021-W18"],
    [
      { ...issue, view: "coverage", language: "ar" } as const,
      "#/libya-weekly/2021-W18?view=coverage&language=ar",
    ],
    [{ kind: "list" } as const, "#/"],
  ])("names what is shown, and gives it back", (route, hash) => {
    expect(formatRoute(route)).toBe(hash);
    expect(parseRoute(hash)).toEqual(route);
  });

  test.each(["", "#", "#/libya-weekly", "#/%E0%A4%A/x", "#issue=2021-W18"])(
    "that names no issue shows the list: %s",
    (hash) => {
      expect(parseRoute(hash)).toEqual({ kind: "list" });
    },
  );

  test("of an unknown view shows the page", () => {
    expect(parseRoute("#/a/b?view=nonsense")).toMatchObject({ view: "page" });
  });
});

describe("what the command line asks for", () => {
  const line = { from: "", to: "", released: null, notes: false, made: false };
  const briefs = [
    {
      id: "libya-weekly",
      title: "",
      template: "weekly",
      languages: ["en"],
      issues: [
        { ...line, id: "2021-W19", articles: 0 },
        { ...line, id: "2021-W18", articles: 2 },
      ],
    },
  ];
  const catalogue = { briefs, templates: [], languages: [], editor: null, diagnostics: [] };

  test("is an issue of the first brief where none is named", () => {
    expect(routeAskedFor("#issue=2020-W01&language=tr", catalogue)).toEqual({
      ...issue,
      issue: "2020-W01",
      language: "tr",
    });
  });

  test("is the latest issue with articles where none is named", () => {
    expect(routeAskedFor("#brief=libya-weekly", catalogue)).toMatchObject({ issue: "2021-W18" });
  });

  test("is nothing where the address is the page's own", () => {
    expect(routeAskedFor("#/libya-weekly/2021-W18", catalogue)).toBe(null);
    expect(routeAskedFor("", catalogue)).toBe(null);
  });
});
