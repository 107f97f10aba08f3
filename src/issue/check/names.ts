/** People and bodies: the house's names and offices, and every spelling with a place where it stands. */
import type { Issue, NameEntry } from "../../model/issue.js";
import { listNames } from "../names.js";
import { lastDayOf } from "../period.js";
import { canonicalJson } from "../seal.js";
import { byDerivation } from "./derived.js";
import type { Breach } from "./fault.js";
import { spotAt } from "./places.js";

/** A spelling is the words that it cites. */
export function checkNames(issue: Issue): Breach[] {
  return issue.names.flatMap(({ name, variants }, entry) =>
    variants.flatMap(({ text, citations }, index): Breach[] => {
      if (citations.every(({ quote }) => quote === text)) return [];
      const message = `the spelling “${text}” of ${name} is not what it cites`;
      return [
        { code: "name-differs", message, at: spotAt(["names", entry, "variants", index], issue) },
      ];
    }),
  );
}

/** The entries are those of the lexicon for the spellings that the cited articles use. */
export const checkNameEntries = byDerivation(
  (issue, { analyses, articles, lexicon, hasLexicon }) => {
    if (!hasLexicon) return [];
    const cited = issue.sources.flatMap(({ article }) => analyses.get(article) ?? []);
    if (cited.length < issue.sources.length) return [];
    const expected = listNames(cited, lexicon, articles, lastDayOf(issue));
    const byEntity = new Map(expected.map((entry) => [entry.entity, entry]));
    const stated = new Set(issue.names.map(({ entity }) => entity));
    const missing = expected.filter(({ entity }) => !stated.has(entity));
    return [
      ...issue.names.flatMap((entry, index): Breach[] => {
        const difference = differenceOf(entry, byEntity.get(entry.entity));
        if (difference === null) return [];
        const [field, message] = difference;
        return [{ code: "name-differs", message, at: spotAt(["names", index, field], issue) }];
      }),
      ...missing.map(({ name }): Breach => {
        const message = `${name} is named by the sources, and is not in the list`;
        return { code: "name-differs", message, at: spotAt(["names"], issue) };
      }),
    ];
  },
);

function differenceOf(entry: NameEntry, expected: NameEntry | undefined): [string, string] | null {
  const { entity, name } = entry;
  if (expected === undefined)
    return ["entity", `${name} (${entity}) is named by no source in these words`];
  if (name !== expected.name)
    return ["name", `${entity} is called ${name}, the house calls it ${expected.name}`];
  if (entry.type !== expected.type)
    return ["type", `${name} is no ${entry.type} but a ${expected.type}`];
  if (entry.roles.join("\n") !== expected.roles.join("\n")) {
    return ["roles", `${name} does not hold these offices at the end of the period`];
  }
  if (canonicalJson(entry.variants) !== canonicalJson(expected.variants)) {
    return ["variants", `the sources do not spell ${name} (${entity}) like this`];
  }
  return null;
}
