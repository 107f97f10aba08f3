import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROGRAM } from "../src/program.js";

test("the program calls itself what its package is called, in the same version", () => {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as typeof PROGRAM;
  expect(PROGRAM).toEqual({ name, version });
});
