/** A name to whether it is a state's, in English: Unicode's names of regions, and seats of power. */
import { fold } from "../../text/fold.js";

/** @param name as it stands in the text, without an article */
export function isState(name: string): boolean {
  names ??= readNames();
  return names.has(fold(name));
}

let names: ReadonlySet<string> | undefined;

/** Regions have codes of two letters; a code without a region comes back as itself. */
function readNames(): ReadonlySet<string> {
  const regions = new Intl.DisplayNames(["en"], { type: "region" });
  const found = new Set(SEATS);
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const name = regions.of(first + second);
      if (name !== undefined && name.length > 2) found.add(fold(name));
    }
  }
  return found;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SEATS = ["america", "britain", "washington", "brussels", "white house", "czech republic"];
