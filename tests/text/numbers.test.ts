import { expect, test } from "vitest";
import { numbersIn } from "../../src/text/numbers.js";

test.each([
  ["more than 20,000 foreign fighters", [20000]],
  ["13,000 Syrians and 11,000 Sudanese", [13000, 11000]],
  ["1.250.000 ton", [1250000]],
  ["3.5 percent and 1,234.5 metres", [3.5, 1234.5]],
  ["1.234,5 Meter", [1234.5]],
  ["20\u00a0000 hommes", [20000]],
  ["عددهم ٢٠٬٠٠٠ مقاتل", [20000]],
  ["in 2021, 5 of 15", [2021, 5, 15]],
  ["0.125 of them, 0,5 dieser", [0.125, 0.5]],
  ["no digits", []],
])("reads the numbers of %j", (text, values) => {
  expect(numbersIn(text)).toEqual(values);
});
