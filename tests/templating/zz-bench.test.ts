import { expect, test } from "vitest";
import { faultsOf } from "./weekly.js";
test("bench", () => {
  const page = "<p class=\"a\">\n</p>\n".repeat(60_000 / 18);
  const t = performance.now();
  faultsOf(page);
  console.log("MS", Math.round(performance.now() - t));
  expect(1).toBe(1);
});
