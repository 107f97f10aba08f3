/** An article with nothing in it but what a test says. */
import { createHash } from "node:crypto";
import type { Article } from "../src/model/article.js";

export function articleWith(parts: Partial<Article>): Article {
  const { id = "a-000000000001", paragraphs = [] } = parts;
  const text = paragraphs.join("\n\n");
  const hash = (words: string) => createHash("sha256").update(words).digest("hex");
  return {
    id,
    file: `${id}.txt`,
    format: "text",
    url: null,
    title: "A title",
    titleDerived: false,
    standfirst: null,
    byline: null,
    outlet: null,
    agency: null,
    chain: [],
    dateline: null,
    published: null,
    modified: null,
    inferred: null,
    language: "en",
    foreign: [],
    paragraphs,
    removed: [],
    repairs: [],
    raw: text,
    container: `${id}.txt`,
    rawSha256: hash(id),
    textSha256: hash(text),
    ...parts,
  };
}
