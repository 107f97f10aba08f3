import { describe, expect, it } from "vitest";
import { readOne } from "../read-one.js";

const BODY = "Talks resume over the harbour\n\nThe talks resumed on Monday. They lasted an hour.";

const chainOf = async (text: string) => {
  const { article } = await readOne(new TextEncoder().encode(text), "a.txt");
  return { agency: article?.agency, chain: article?.chain, paragraphs: article?.paragraphs.length };
};

describe("a line that says where the copy comes from", () => {
  it.each([
    ["(Reuters)", "Reuters", ["Reuters"]],
    ["Source: AA", "AA", ["AA"]],
    ["Source: TASS via Harbour Post", "TASS", ["Harbour Post", "TASS"]],
    ["RT via Harbour Post", "RT", ["Harbour Post", "RT"]],
  ])("names agency and carriers: %s", async (line, agency, chain) => {
    expect(await chainOf(`${BODY}\n\n${line}`)).toEqual({ agency, chain, paragraphs: 1 });
  });
});
