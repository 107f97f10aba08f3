import { describe, expect, it } from "vitest";
import { expandShorthand, SHORTHANDS } from "../../../src/render/pdf/css/shorthands.js";
import { setCleanPages } from "./page.js";

/** `name: value` of every longhand. */
const expanded = (name: string, value: string) =>
  expandShorthand({ name, value })?.map((each) => `${each.name}: ${each.value}`);

describe("a shorthand", () => {
  it.each([
    ["margin", "1pt 2pt 3pt", ["top: 1pt", "right: 2pt", "bottom: 3pt", "left: 2pt"]],
    ["margin-inline", "1pt 2pt", ["inline-start: 1pt", "inline-end: 2pt"]],
    [
      "margin-block",
      "calc(1pt + 2em)",
      ["block-start: calc(1pt + 2em)", "block-end: calc(1pt + 2em)"],
    ],
  ])("%s: %s stands for its longhands", (name, value, expected) => {
    const box = name.split("-")[0];
    expect(expanded(name, value)).toEqual(expected.map((each) => `${box}-${each}`));
  });

  it("takes the words of a border in any order", () => {
    const longhands = [
      "border-top-width: 1pt",
      "border-top-style: dashed",
      "border-top-color: red",
    ];
    expect(expanded("border-top", "red dashed 1pt")).toEqual(longhands);
    expect(expanded("border-top", "1pt 2pt red")).toBeUndefined();
    expect(expanded("border-inline", "none")).toHaveLength(6);
  });

  it("reads fonts as people write them", () => {
    const font = (value: string) =>
      expanded("font", value)?.filter((each) => /^(?:font-(?:s|w|f.*y)|line)/.test(each));
    expect(font('italic 600 9pt/1.4 "IBM Plex Sans", serif')).toEqual([
      "font-style: italic",
      "font-weight: 600",
      "font-size: 9pt",
      "line-height: 1.4",
      'font-family: "IBM Plex Sans",serif',
    ]);
    expect(font("bold calc(1em + 2pt) serif")).toContain("font-size: calc(1em + 2pt)");
    expect(font("small serif")).toContain("font-size: small");
    expect(font("wavy 9pt serif")).toBeUndefined();
    expect(font("9pt")).toBeUndefined();
  });

  it("gives the words of lists, columns and lines to whom they belong", () => {
    expect(expanded("columns", "2 180pt")).toEqual(["column-count: 2", "column-width: 180pt"]);
    expect(expanded("column-rule", "solid 1pt")?.[0]).toBe("column-rule-width: 1pt");
    expect(expanded("list-style", "square")?.[0]).toBe("list-style-type: square");
    expect(expanded("text-decoration", "none")?.[0]).toBe("text-decoration-line: none");
    expect(expanded("text-decoration", "dotted red underline")?.[0]).toBe(
      "text-decoration-line: underline",
    );
    expect(expanded("background", "none")).toEqual(["background-color: transparent"]);
  });

  it.each(Object.keys(SHORTHANDS))("%s takes the keywords of all properties", (name) => {
    const longhands = expandShorthand({ name, value: "inherit" });
    expect(longhands?.every(({ value }) => value === "inherit")).toBe(true);
  });
});

describe("a property of a line's start and end", () => {
  const style = (css: string, direction: string) => {
    const { pages } = setCleanPages(`p { ${css} }`, `<p dir="${direction}">word</p>`);
    const mark = pages[0]?.marks.find(({ kind }) => kind === "text");
    return mark?.kind === "text" ? mark.pieces[0]?.piece.source.style : undefined;
  };

  it("goes by the direction", () => {
    const css = "margin-inline: 1pt 2pt; padding-block-start: 3pt; inline-size: 90pt";
    expect(style(css, "ltr")).toMatchObject({
      marginLeft: 1,
      marginRight: 2,
      paddingTop: 3,
      width: 90,
    });
    expect(style(css, "rtl")).toMatchObject({
      marginLeft: 2,
      marginRight: 1,
      paddingTop: 3,
      width: 90,
    });
  });

  it("counts for as much as the side it stands for", () => {
    expect(style("margin-left: 1pt; margin-inline-start: 2pt", "ltr")?.marginLeft).toBe(2);
    expect(style("margin-inline-start: 2pt; margin-left: 1pt", "ltr")?.marginLeft).toBe(1);
    expect(style("border-inline-start: 4pt solid red", "rtl")?.borderRightWidth).toBe(4);
  });
});
