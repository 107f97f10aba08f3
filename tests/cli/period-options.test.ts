import { describe, expect, it } from "vitest";
import { parseLanguages } from "../../src/cli/period-options.js";

describe("languages of the command line", () => {
  it("are taken in any letters, each once", () => {
    expect(parseLanguages("EN,tr, en,zh-hant")).toEqual(["en", "tr", "zh-Hant"]);
  });

  it("are refused where one is none", () => {
    for (const list of ["", "tr,", "tr_TR", "../x"]) expect(() => parseLanguages(list)).toThrow();
  });
});
