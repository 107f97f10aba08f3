import { describe, expect, it } from "vitest";
import { readWrittenByline } from "../../src/readers/written-byline.js";

describe("authors as feeds and exports write them", () => {
  it.each([
    ["Jane Doe", "Jane Doe"],
    ["By Jane Doe", "Jane Doe"],
    ["desk@courier.example (Jane Doe)", "Jane Doe"],
    ["Jane Doe <jane@courier.example>", "Jane Doe"],
    ["By Jane Doe and Ali Veli, Staff Writers", "Jane Doe, Ali Veli"],
    ["Jane Doe, Diplomatic Correspondent", "Jane Doe"],
    ["Reporter: Jane Doe", "Jane Doe"],
    ["Jane Doe; Ali Veli; Jane Doe", "Jane Doe, Ali Veli"],
    ["بقلم: علي ولي", "علي ولي"],
  ])("reads the names of %j", (written, byline) => {
    expect(readWrittenByline([written]).byline).toBe(byline);
  });

  it.each([
    "admin",
    "editor",
    "newsroom@courier.example",
    "https://courier.example/jane",
    "",
    "  ",
  ])("takes %j for no name", (written) => {
    expect(readWrittenByline([written]).byline).toBeNull();
  });

  it("takes an agency in the place of a name for the agency", () => {
    expect(readWrittenByline(["Reuters"])).toEqual({ byline: null, agency: "Reuters" });
  });
});
