import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHECK_CODES, CHECK_RULES } from "../../src/model/check-codes.js";
import { REPOSITORY } from "../workspace.js";

const readme = readFileSync(join(REPOSITORY, "src/check/README.md"), "utf8");

test("the README lists every code with its severity and what it means, and no other", () => {
  const listed = Array.from(
    readme.matchAll(/^\| `([a-z-]+)` \| (error|warning|info) \| (.+) \|$/gm),
    ([, code, severity, meaning]) => [code, severity, meaning],
  );
  const known = CHECK_CODES.map((code) => {
    const { severity, meaning } = CHECK_RULES[code];
    return [code, severity, meaning];
  });
  expect(listed).toEqual(known);
});

test("every code has a hint in lower case that says what to do", () => {
  for (const code of CHECK_CODES) expect(CHECK_RULES[code].hint, code).toMatch(/^[^A-Z]/);
});
