/** What the brief says in its own voice, read for words that take sides and likelihoods without a range. */
import type { Issue } from "../../model/issue.js";
import { findStyleFaults } from "../style/find-style-faults.js";
import type { Breach, Sources, Spot } from "./fault.js";
import { spotAt } from "./places.js";

/** The words to look for are those of the lexicon; without it nobody knows them. */
export function checkOwnVoice(issue: Issue, { lexicon }: Sources): Breach[] {
  if (lexicon === undefined || lexicon === null) return [];
  const { language } = issue.brief;
  const said = textsOf(issue).map((one) => ({ language, ...one }));
  return said.flatMap(({ text, at, language: tag }) =>
    findStyleFaults(text, lexicon, tag).map((fault) => ({ ...fault, at })),
  );
}

interface Said {
  readonly text: string;
  readonly at: Spot;
  /** That of the brief by default. */
  readonly language?: string;
}

function textsOf(issue: Issue): Said[] {
  const { brief, themes, corrections, desk } = issue;
  return [
    { text: brief.title, at: { path: "brief.title" } },
    ...themes.flatMap(({ title, short, question = {}, reason, assessment }, index) => [
      ...Object.entries({ title, short, question }).flatMap(([field, names]) =>
        Object.entries(names).map(([language, text]) => ({
          text,
          language,
          at: spotAt(["themes", index, field, language], issue),
        })),
      ),
      ...Object.entries({ reason, assessment }).flatMap(([field, words]) =>
        words === null ? [] : [{ text: words.text, at: spotAt(["themes", index, field], issue) }],
      ),
    ]),
    ...corrections.map(({ text }, index) => ({ text, at: spotAt(["corrections", index], issue) })),
    ...(["bottomLine", "keyMessages", "standing"] as const).flatMap((part) =>
      desk[part].map(({ text }, index) => ({ text, at: spotAt(["desk", part, index], issue) })),
    ),
    ...desk.watch.map(({ line: { text } }, index) => {
      return { text, at: spotAt(["desk", "watch", index], issue) };
    }),
  ];
}
