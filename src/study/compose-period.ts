/** What was gathered and understood of a period in, its issue with the hash of every input out. */
import { SETTINGS_FILE } from "../config/workspace.js";
import { ARTICLE_INPUT, composeIssue, sha256 } from "../issue/index.js";
import type { Issue } from "../model/issue.js";
import { inputsOf as filesOf } from "../model/template-folder.js";
import { PROGRAM } from "../program.js";
import { firstLanguage } from "../records.js";
import { tellEvents } from "../summary/index.js";
import type { Compared } from "./compare.js";
import type { BriefRequest, Gathered } from "./gather.js";
import type { Understood } from "./understand.js";

export function composePeriod(
  request: BriefRequest,
  gathered: Gathered,
  understood: Understood,
  comparison: Compared | null,
): Issue {
  const { brief, period, cutOff, asOf, corpus, lexicon, desk, standing } = gathered;
  const { orders, selection, visible, analyses, relations, picks, choices } = understood;
  return composeIssue({
    brief,
    language: request.language ?? firstLanguage(brief.settings.languages),
    period,
    cutOff,
    asOf: asOf && { day: asOf.day, by: asOf.by },
    selection,
    unread: corpus.unread,
    beyond: corpus.beyond,
    analyses,
    ...relations,
    timeline: tellEvents(relations.timeline, visible, analyses),
    picks,
    choices,
    lexicon,
    notes: desk.notes,
    orders,
    standing: standing.map(({ paragraph }) => paragraph),
    inputs: [...inputsOf(gathered), ...(comparison === null ? [] : [comparison.input])],
    comparison,
    program: PROGRAM,
    superseded: request.superseded ?? null,
  });
}

function inputsOf({
  workspace,
  lexicon,
  template,
  desk,
  withdrawn,
  standing,
  corpus,
}: Gathered): Issue["inputs"] {
  const { others } = corpus;
  return [
    { name: SETTINGS_FILE, sha256: sha256(workspace.settingsText) },
    ...lexicon.inputs,
    ...filesOf(template).map(({ name, content }) => ({ name, sha256: sha256(content) })),
    ...[desk, withdrawn, ...standing]
      .filter(({ text }) => text !== "")
      .map(({ file, text }) => ({ name: file, sha256: sha256(text) })),
    ...corpus.inputs.map(({ file, sha256: hash }) => ({
      name: `${ARTICLE_INPUT}${file}`,
      sha256: hash,
    })),
    ...(others === null ? [] : [{ name: `${others.files} other articles`, sha256: others.sha256 }]),
  ];
}
