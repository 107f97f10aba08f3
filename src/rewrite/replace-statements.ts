/** An issue to the same with something added to its sentences, wherever one is printed, and its seal. */
import { sealOf } from "../issue/index.js";
import type { Issue, Statement } from "../model/issue.js";

type Change = (statement: Statement) => Statement;

/** @param inputs what else the issue is now made from */
export function replaceStatements(issue: Issue, change: Change, inputs: Issue["inputs"]): Issue {
  const told = <T extends { readonly statement: Statement }>(holder: T): T => ({
    ...holder,
    statement: change(holder.statement),
  });
  const { seal: _, ...content } = issue;
  const changed = {
    ...content,
    inputs: [...issue.inputs, ...inputs],
    bottomLine: issue.bottomLine.map(change),
    keyMessages: issue.keyMessages.map(change),
    themes: issue.themes.map((theme) => ({
      ...theme,
      happened: theme.happened.map(change),
      says: theme.says.map(told),
      background: theme.background.map(change),
    })),
    timeline: issue.timeline.map(told),
    watch: issue.watch.map(told),
  };
  return { ...changed, seal: sealOf(changed) };
}

/** The statements that are sentences: a figure at a glance is none. */
export function sentencesOf({
  bottomLine,
  keyMessages,
  themes,
  timeline,
  watch,
}: Issue): Statement[] {
  return [
    ...bottomLine,
    ...keyMessages,
    ...themes.flatMap(({ happened, says, background }) => [
      ...happened,
      ...says.map(({ statement }) => statement),
      ...background,
    ]),
    ...timeline.map(({ statement }) => statement),
    ...watch.map(({ statement }) => statement),
  ];
}
