/** An explanation as lines for a person, top to bottom. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Explanation } from "../../model/explanation.js";
import { articleSections, quoted } from "./article-words.js";
import { findingSections, passageSections, statementSections } from "./passage-words.js";
import type { Section } from "./section.js";
import { layOutSections } from "./sections.js";

/** @param columns of the terminal; those of standard output by default */
export function explanationWords(explanation: Explanation, columns?: number): string {
  return layOutSections(sectionsOf(explanation), columns);
}

function sectionsOf(explanation: Explanation): readonly Section[] {
  switch (explanation.kind) {
    case "article":
      return articleSections(explanation);
    case "passage":
      return passageSections(explanation);
    case "statement":
      return statementSections(explanation);
    case "finding":
      return findingSections(explanation);
    case "removed": {
      const { file, article, rule, words } = explanation;
      const rows = [
        { text: `${file} (${article})` },
        { text: `removed by ${rule}: ${quoted(words)}`, depth: 1 },
      ];
      return [{ title: null, rows }];
    }
    case "several": {
      const { name, of, candidates } = explanation;
      const more = of > candidates.length ? `, the first ${candidates.length} of them` : "";
      return [
        {
          title: null,
          rows: [{ text: `“${name}” stands in ${of} places${more}: name one of them` }],
        },
        {
          title: null,
          rows: candidates.flatMap((candidate) => [
            { text: candidate.name },
            { text: quoted(candidate.words), depth: 1 },
          ]),
        },
      ];
    }
  }
}

export function nothingNamed(name: string): Diagnostic {
  return {
    code: "nothing-to-explain",
    severity: "error",
    message: `no article, passage, statement or finding is called "${name}", and no article holds these words`,
    hint: "ids stand in issue.json and coverage.json; for another period, add --week",
  };
}
