import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { blocksOf } from "../../../src/readers/html/blocks.js";
import { type PageMetadata, readMetadata } from "../../../src/readers/html/metadata/index.js";
import { parseHtml } from "../../../src/readers/html/parse-html.js";

const FOLDER = "tests/cases/html-metadata";
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.replace(/\.html$/, ""));

describe("what a page states of itself", () => {
  it.each(names)("reads %s", (name) => {
    const { url = null, expected } = parse(readFileSync(`${FOLDER}/${name}.yaml`, "utf8"));
    const document = parseHtml(readFileSync(`${FOLDER}/${name}.html`, "utf8"));
    const metadata = readMetadata(document, blocksOf(document), { url });
    const fields = Object.keys(expected) as (keyof PageMetadata)[];
    expect(Object.fromEntries(fields.map((field) => [field, plain(metadata, field)]))).toEqual(
      expected,
    );
  });
});

/** Dates without their evidence, which the properties look at. */
function plain(metadata: PageMetadata, field: keyof PageMetadata): unknown {
  if (field !== "published" && field !== "modified") return metadata[field];
  const stated = metadata[field];
  return stated && { date: stated.date, time: stated.time };
}
