import { describe, expect, test } from "vitest";
import { firstDifference } from "../../src/reproduce/first-difference.js";

describe("the first difference", () => {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  test("of an issue is told by the statement that it is in", () => {
    const issue = (text: string, seal: string) =>
      bytes({
        inputs: [seal],
        themes: [{ id: "ceasefire", happened: [{ id: "s-1", text }] }],
        seal,
      });
    expect(firstDifference("issue.json", issue("It held.", "a"), issue("It broke.", "b"))).toBe(
      "themes.0.happened.0.text (s-1): “It held.” before, “It broke.” now",
    );
  });

  test("of a page is told by its line, of a PDF by its byte", () => {
    const text = (words: string) => new TextEncoder().encode(words);
    expect(firstDifference("brief.html", text("a\nb c\n"), text("a\nb d\n"))).toBe(
      "line 2: “b c” before, “b d” now",
    );
    expect(firstDifference("brief.pdf", text("%PDF-1"), text("%PDF-2"))).toMatch(/^byte 5;/);
  });
});
