/** The desk's own lines and decisions of an issue in, what a template sees of them out. */
import type { Assessment, DeskLine, Issue } from "../model/issue.js";
import type { DeskLineView, DeskView } from "./view/index.js";

/** @param numberOf citation number of an article; null where it is no source */
export function viewDesk(
  { desk, coverage }: Pick<Issue, "desk" | "coverage">,
  numberOf: (article: string) => number | null,
): DeskView {
  const { bottomLine, keyMessages, watch, standing, decisions } = desk;
  const fileOf = (id: string) => coverage.find(({ article }) => article === id)?.file ?? id;
  return {
    bottomLine: bottomLine.map(viewDeskLine),
    keyMessages: keyMessages.map(viewDeskLine),
    watch: watch.map(({ date, line }) => ({ date, line: viewDeskLine(line) })),
    standing: standing.map((one) => ({ ...one, paragraphs: one.text.split("\n\n") })),
    excluded: (decisions?.excluded ?? []).map(({ article, reason }) => {
      return { file: fileOf(article), number: numberOf(article), reason };
    }),
    lost: decisions?.lost ?? [],
  };
}

export function viewDeskLine(line: DeskLine | Assessment): DeskLineView {
  const { text, by = null, citations = [], sourceGone = false } = line;
  return { text, by, citations, sourceGone };
}
