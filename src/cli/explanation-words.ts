/** An explanation as lines for a person. */
import type { ArticleExplanation, Explanation, StatementExplanation } from "../explain.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { escapeControls } from "./terminal.js";

export function explanationWords(explanation: Explanation): string {
  const lines = explanation.kind === "article" ? ofArticle(explanation) : ofStatement(explanation);
  return escapeControls(lines.join("\n"));
}

function ofArticle(explanation: ArticleExplanation): string[] {
  const { file, article, fate, reason, published, inferred } = explanation;
  return [
    `${file}${article === null ? "" : ` (${article})`}`,
    `  ${fate}: ${reason}`,
    ...(published === null
      ? []
      : [`  published ${published.date} ${published.time ?? ""}`.trimEnd()]),
    ...(inferred === null
      ? []
      : [`  day inferred: ${inferred.date}, between ${inferred.window.join(" and ")}`]),
    ...(published ?? inferred ?? { evidence: [] }).evidence.map(
      (evidence) => `    by “${evidence.quote}” (${evidence.article})`,
    ),
    ...explanation.themes.map(
      ({ id, score, threshold, assigned }) =>
        `  theme ${id}: ${score.toFixed(1)} of ${threshold}${assigned ? ", assigned" : ""}`,
    ),
    ...explanation.statements.map(({ id, slots }) => `  ${id} in ${slots.join("; ")}`),
    ...explanation.removed.map(({ rule, text }) => `  removed by ${rule}: ${oneLine(text)}`),
  ];
}

function ofStatement({ id, text, slots, citations, themes }: StatementExplanation): string[] {
  return [
    `${id} in ${slots.join("; ")}`,
    `  ${text}`,
    ...citations.map(({ file, article, start, end }) => `  ${file} (${article}) ${start}-${end}`),
    ...themes.map(
      (theme) => `  theme ${theme.id}: ${theme.score.toFixed(1)}, by ${theme.terms.join(", ")}`,
    ),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function nothingNamed(name: string): Diagnostic {
  return {
    code: "nothing-to-explain",
    severity: "error",
    message: `neither an article nor a statement is called "${name}"`,
    hint: "ids stand in issue.json and coverage.json; for another period, add --week",
  };
}
