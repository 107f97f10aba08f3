import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfToken } from "../../src/analysis/attributions/token-scanner.js";

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfToken(text, at);
    const token = text.slice(at, end);
    if (token.trim() !== "") tokens.push(token);
    at = end;
  }
  return tokens;
}

test.each([
  ["Mr. Berg's ship", ["Mr.", "Berg's", "ship"]],
  ["the U.N. said", ["the", "U.N.", "said"]],
  ["J. K. Berg left.", ["J.", "K.", "Berg", "left", "."]],
  ["a-t-elle dit, l'État", ["a-t-elle", "dit", ",", "l'État"]],
  ["12,000.5 of 3.", ["12,000.5", "of", "3", "."]],
  ["al-Menfi's “yes”", ["al-Menfi's", "“", "yes", "”"]],
])("cuts %j", (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test.each(["Brandt-Ünal's", "Ö’Neill said", "É.U. said", "3,5–4"])(
  "cuts %j beyond ASCII without losing a letter",
  (text) => {
    expect(tokensOf(text).join("")).toBe(text.replaceAll(" ", ""));
  },
);

test("goes on from any place in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (text) => {
      for (let at = 0; at < text.length; at += 1) {
        expect(endOfToken(text, at)).toBeGreaterThan(at);
      }
    }),
  );
});
