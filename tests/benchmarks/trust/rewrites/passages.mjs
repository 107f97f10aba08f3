/** The files of this folder to passages with their faithful paraphrases. */
import { readFileSync } from "node:fs";

const FILES = ["seeds.txt", "wire.txt"];

/** Paraphrases of every second passage are held out: no rule and no word was changed for one of them. */
export function readPassages() {
  const passages = [];
  for (const file of FILES) {
    const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n");
    for (const line of lines) {
      const [kind, text] = [line[0], line.slice(2)];
      if (kind === "S") passages.push({ file, text, before: undefined, paraphrases: [] });
      else if (kind === "C") passages.at(-1).before = text;
      else if (kind === "P") passages.at(-1).paraphrases.push(text);
    }
  }
  return passages.map((passage, at) => ({ ...passage, isHeldOut: at % 2 === 1 }));
}

/** Names with two forms that the passages use; a workspace has them from its lexicon. */
export const ALIASES = [
  { id: "united-nations", forms: ["United Nations", "UN", "U.N."] },
  { id: "united-states", forms: ["United States", "US", "U.S."] },
];
