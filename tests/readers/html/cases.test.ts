import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readArticles } from "../../../src/readers/index.js";

const FOLDER = "tests/cases/html";
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.replace(/\.html$/, ""));

describe("web pages in nine languages", () => {
  it.each(names)("reads %s", async (name) => {
    const bytes = readFileSync(`${FOLDER}/${name}.html`);
    const { articles, diagnostics } = await readArticles({ bytes, file: `${name}.html` });
    const [article] = articles;
    expect({
      title: article?.title ?? null,
      standfirst: article?.standfirst ?? null,
      paragraphs: article?.paragraphs ?? [],
      removed: (article?.removed ?? []).map(({ rule, text }) => `${rule}: ${text}`),
      diagnostics: diagnostics.map(({ code }) => code),
    }).toEqual(parse(readFileSync(`${FOLDER}/${name}.yaml`, "utf8")));
  });
});
