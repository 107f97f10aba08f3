import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readOne } from "../read-one.js";

const FOLDER = "tests/cases/reading";
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => file.replace(/\.txt$/, ""));

describe("dirty articles of nine languages", () => {
  it.each(names)("reads %s", async (name) => {
    const file = `${name}.txt`;
    const { article, diagnostics } = await readOne(readFileSync(`${FOLDER}/${file}`), file);
    expect(diagnostics).toEqual([]);
    if (article === null) throw new Error(`${file} was not read`);
    const { title, titleDerived, outlet, agency, byline, dateline, standfirst, language } = article;
    const { published, paragraphs } = article;
    expect({
      title,
      titleDerived,
      outlet,
      agency,
      byline,
      dateline,
      standfirst,
      language,
      published: published && { date: published.date, time: published.time ?? null },
      paragraphs,
      removed: article.removed.map(({ rule }) => rule),
      repairs: article.repairs.length,
    }).toEqual(parse(readFileSync(`${FOLDER}/${name}.yaml`, "utf8")));
  });
});
