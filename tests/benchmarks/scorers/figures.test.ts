import { expect, test } from "vitest";
import { scoreFigures } from "./figures.mjs";

test("a figure counts as right where all fields asked for are equal", () => {
  // Of two figures asked for, the first is found; the second has another qualifier; a third is too many.
  const asked = [
    [12, "at-least", null, "people"],
    [3, "about", "km", null],
  ];
  const found = [
    [3, "exactly", "km", null, null, null],
    [12, "at-least", null, "people", "police", null],
    [7, "exactly", null, "cars", null, null],
  ];
  expect(scoreFigures(asked, found)).toEqual({ right: 1, found: 3, asked: 2 });
});

test("one figure found answers for one asked", () => {
  const figure = [5, "exactly", null, "ships"];
  expect(scoreFigures([figure, figure], [[...figure, null, null]])).toEqual({
    right: 1,
    found: 1,
    asked: 2,
  });
});
