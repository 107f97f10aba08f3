import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNameOf } from "../../src/model/file-name.js";

const edition = {
  brief: "sahel-weekly",
  issue: "2021-W18",
  version: "1.0",
  marking: "TLP:AMBER+STRICT",
  language: "en",
};

test.each([
  ["{brief}-{issue}-v{version}", "sahel-weekly-2021-W18-v1.0"],
  ["{marking} {brief} {language}", "TLP-AMBER+STRICT sahel-weekly en"],
  ["Lage/Woche {issue}", "Lage-Woche 2021-W18"],
  ["../{issue}..", "-2021-W18"],
  ["{constructor}", "{constructor}"],
  ["...", "brief"],
])("%s is %s", (pattern, name) => {
  expect(fileNameOf(pattern, edition)).toBe(name);
});

test("a name leads to no other folder, and fits on a disk", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.string(),
      (pattern, marking) => {
        const name = fileNameOf(pattern, { ...edition, marking });
        expect(name).not.toMatch(/[/\\\p{Cc}:]|^\.|[. ]$|^$/u);
        expect(name.isWellFormed()).toBe(true);
        expect(name.length).toBeLessThanOrEqual(60);
      },
    ),
  );
});
