/** The table of disagreements is that of the findings: every side tells what its finding cites. */
import type { Citation, Disagreement, Issue } from "../../model/issue.js";
import { kindOf } from "../disagreements/find-disagreements.js";
import type { Breach, Sources } from "./fault.js";
import { spotAt } from "./places.js";

export function checkDisagreements(issue: Issue, { texts }: Sources): Breach[] {
  const rows = issue.disagreements.flatMap((row, index) =>
    [...faultsOfSides(row), ...faultsOfOmission(row, texts)].map((fault): Breach => {
      const message = `${row.finding.id} (${row.finding.kind}): ${fault}`;
      const at = spotAt(["disagreements", index], issue, row.finding.id);
      return { code: "disagreement-differs", message, at };
    }),
  );
  return [...checkRows(issue), ...rows];
}

/** An issue made before there was a table has none; any other has a row for each finding, once. */
function checkRows(issue: Issue): Breach[] {
  const { themes, glance, disagreements } = issue;
  if (disagreements.length === 0) return [];
  const findings = [...themes.flatMap(({ differ }) => differ), ...glance.flags];
  const due = new Set(findings.filter((each) => kindOf(each) !== null).map(({ id }) => id));
  const rows = disagreements.map(({ finding }) => finding.id);
  const wrong = [
    ...[...due].filter((id) => !rows.includes(id)),
    ...rows.filter((id, index) => !due.has(id) || rows.indexOf(id) !== index),
  ];
  return wrong.map((id) => ({
    code: "disagreement-differs",
    message: `${id} stands not just once in its theme and in the table of reports that differ`,
    at: spotAt(["disagreements"], issue, id),
  }));
}

function faultsOfSides({ kind, finding, sides }: Disagreement): string[] {
  const telling = sides.filter(({ part }) => part === "tells");
  const told = telling.flatMap(({ statement }) => statement.citations.slice(0, 1));
  const values = finding.params.values;
  const figures = Array.isArray(values) ? values.map(String) : [];
  return [
    ...(kindOf(finding) === kind ? [] : [`the row is of kind ${kind}`]),
    ...(told.map(placeOf).join() === finding.citations.map(placeOf).join()
      ? []
      : ["its sides are not the words that it cites"]),
    ...telling.flatMap(({ figure, statement }, index) =>
      figure === (figures[index] ?? null) && statement.text.includes(figure ?? "")
        ? []
        : [`the figure “${figure}” is not that of ${statement.id}`],
    ),
  ];
}

const placeOf = ({ article, start, end }: Citation): string => `${article} ${start}-${end}`;

/** What an article is said to leave out must not stand in it. */
function faultsOfOmission({ finding, sides }: Disagreement, texts: Sources["texts"]): string[] {
  const omitting = sides.filter(({ part }) => part === "omits");
  const absent = [finding.params.absent ?? []].flat().map(String);
  return [
    ...omitting.flatMap(({ statement }) => {
      const article = statement.citations[0]?.article ?? "";
      return absent.includes(article) ? [] : [`${article} is not said to leave anything out`];
    }),
    ...absent.flatMap((article) =>
      finding.citations.some(({ quote }) => texts.get(article)?.includes(quote))
        ? [`the words that ${article} is said to leave out stand in it`]
        : [],
    ),
  ];
}
