import { describe, expect, it } from "vitest";
import {
  parseColor,
  parseLength,
  parseNumber,
  parseSize,
  resolveSize,
} from "../../../src/render/pdf/css/values.js";

const CONTEXT = { fontSize: 10, rootFontSize: 12 };
const length = (text: string) => parseLength(text, CONTEXT);
const size = (text: string) => parseSize(text, CONTEXT);

describe("a colour", () => {
  it.each([
    ["RebeccaPurple", "#663399"],
    ["#639", "#663399"],
    ["#66339980", "#66339980"],
    ["#639f", "#663399"],
    ["rgb(102, 51, 153)", "#663399"],
    ["rgb(40% 20% 60%)", "#663399"],
    ["rgba(102 51 153 / 50%)", "#66339980"],
    ["rgba(102, 51, 153, .5)", "#66339980"],
    ["hsl(270, 50%, 40%)", "#663399"],
    ["hsl(.75turn 50 40 / 1)", "#663399"],
    ["hwb(270 20% 40%)", "#663399"],
    ["oklch(44.027% 0.1603 303.373)", "#663399"],
    ["oklab(0.44027 0.08818 -0.13386)", "#663399"],
    ["lab(32.393% 38.434 -47.694)", "#663399"],
    ["lch(32.393% 61.25 308.863deg / .5)", "#66339980"],
    ["oklch(90% .4 140)", "#00ff00"],
    ["rgb(0 0 0 / 0)", "transparent"],
    ["currentColor", "currentcolor"],
  ])("%s is %s", (text, expected) => {
    expect(parseColor(text)).toBe(expected);
  });

  it.each(["#12", "rgb(1, 2)", "rgb(1 2 3 4)", "hsl(red 1 1)", "canvastext", "rgb(1px 2 3)", ""])(
    "%s is none",
    (text) => {
      expect(parseColor(text)).toBeUndefined();
    },
  );
});

describe("a length", () => {
  it("comes out in points", () => {
    const units = ["72pt", "96px", "6pc", "1in", "2.54cm", "25.4mm", "101.6Q"];
    expect(units.map(length).map((pt) => pt?.toFixed(6))).toEqual(
      Array<string>(7).fill("72.000000"),
    );
    expect(["2em", "2rem", "2ex", "2ch", "0", "1e1pt"].map(length)).toEqual([
      20, 24, 10, 10, 0, 10,
    ]);
  });

  it("is none without a unit, or with a unit of screens", () => {
    expect(["5", "5vw", "5furlongs", "em", "calc(5)", "calc(5vw + 1pt)"].map(length)).toEqual(
      Array(6).fill(undefined),
    );
  });

  it("may be calculated", () => {
    expect(length("calc(1em + 2 * (3pt - 1pt) / 4)")).toBe(11);
    expect(length("min(1em, 8pt)")).toBe(8);
    expect(length("max(1em, 8pt, calc(2pt*6))")).toBe(12);
    expect(length("clamp(4pt, 1em, 6pt)")).toBe(6);
    expect(parseNumber("calc(1 + 2)")).toBe(3);
  });

  it("may be calculated from a share of the containing block", () => {
    expect(size("calc(100% - 12pt)")).toEqual({ percent: 100, plus: -12 });
    expect(resolveSize(size("calc(100% - 12pt)") ?? 0, 200)).toBe(188);
    expect(size("calc(100% / 3 + 0pt)")).toEqual({ percent: 33.333333333333336 });
  });

  it("is none when what is calculated makes no sense", () => {
    const wrong = ["calc(1pt +2pt)", "calc(1pt * 2pt)", "calc(1pt / 0)", "calc(1pt", "calc()"];
    expect([...wrong, "min(50%, 3pt)", "calc(1pt + 1)"].map(size)).toEqual(
      Array(7).fill(undefined),
    );
    expect(size(`calc(${"(".repeat(100_000)}`)).toBeUndefined();
    expect(size(`${"calc(".repeat(200)}1pt${")".repeat(200)}`)).toBeUndefined();
  });
});
