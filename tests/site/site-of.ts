/** A site of given editions, with the words that come with the program. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildArchive,
  type Edition,
  planSite,
  type Site,
  wordsFrom,
} from "../../src/site/index.js";
import { REPOSITORY } from "../workspace.js";

const FOLDER = join(REPOSITORY, "src/site/page");

export const LABELS: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]),
);

export const wordsOf = wordsFrom(LABELS);

export interface SiteChanges extends Partial<Site> {
  readonly sees?: (marking: string) => boolean;
  readonly now?: number;
}

export function siteOf(editions: readonly Edition[], changes: SiteChanges = {}): Site {
  const {
    sees = (marking) => marking === "TLP:CLEAR",
    now = Date.UTC(2030, 0, 1),
    ...own
  } = changes;
  return {
    title: "Briefs of the house",
    language: "en",
    baseUrl: "https://briefs.example.org/archive",
    markings: ["TLP:CLEAR"],
    isPublic: true,
    briefs: buildArchive(editions, { sees, now }),
    wordsOf,
    ...own,
  };
}

/** What the site makes itself, as text by path; copies by the hash that they have to have. */
export function pagesOf(site: Site): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map(
    [...planSite(site, new Map())].map(([path, file]) => [
      path,
      file.kind === "made" ? decoder.decode(file.content) : `kept ${file.sha256}`,
    ]),
  );
}
