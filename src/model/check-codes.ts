/** What a check can find: every code with how grave it is, what it means, and what to do about it. */
import { z } from "zod";
import { BUNDLE_RULES } from "./bundle-codes.js";
import type { Severity } from "./diagnostic.js";
import { PRINT_RULES } from "./print-codes.js";

export interface CheckRule {
  readonly severity: Severity;
  /** The promise that does not hold, in one sentence. */
  readonly meaning: string;
  readonly hint: string;
}

const AGAIN = "an issue is never edited by hand: generate it again";

/** The closed list. `error`: a promise is broken; `warning`: somebody should read it; `info`: a note. */
export const CHECK_RULES = {
  "issue-malformed": {
    severity: "error",
    meaning: "The file is no issue that this program can read.",
    hint: AGAIN,
  },
  "issue-too-new": {
    severity: "error",
    meaning: "A newer program made the issue, in a form that this one does not know.",
    hint: "install the newer program; the file itself is as it should be",
  },
  "workspace-unreadable": {
    severity: "error",
    meaning: "The workspace that the issue was made from is there and cannot be read.",
    hint: "mend the workspace, or name another with --workspace",
  },
  "seal-broken": {
    severity: "error",
    meaning: "The content of the issue does not match its seal.",
    hint: "restore the file, or generate the issue again",
  },
  "citation-without-source": {
    severity: "error",
    meaning: "The text of a cited article is not at hand.",
    hint: "keep the folder evidence/ beside issue.json",
  },
  "source-text-changed": {
    severity: "error",
    meaning: "The stored text of an article does not have the hash that was cited.",
    hint: "restore the folder evidence/, or generate the issue again",
  },
  "quotation-differs": {
    severity: "error",
    meaning: "A quotation is not what its article says at that place.",
    hint: AGAIN,
  },
  "statement-not-verbatim": {
    severity: "error",
    meaning: "A statement is not the words of its first citation, but for marked ellipses.",
    hint: "a statement is the words of its first citation, but for marked ellipses",
  },
  "statement-repeated": {
    severity: "error",
    meaning: "A slot tells the same statement twice.",
    hint: AGAIN,
  },
  "statement-id": {
    severity: "error",
    meaning: "A statement's id is not made of its article and its quotation.",
    hint: AGAIN,
  },
  "finding-id": {
    severity: "error",
    meaning: "A finding's id is not made of what it says.",
    hint: AGAIN,
  },
  "number-unsupported": {
    severity: "error",
    meaning: "A number is neither in the words that it rests on nor computed from them.",
    hint: "a number of a finding stands in its citations or follows from them",
  },
  "passage-differs": {
    severity: "error",
    meaning: "The words that a statement cites are no whole sentence.",
    hint: AGAIN,
  },
  "context-differs": {
    severity: "error",
    meaning:
      "A statement lacks the ellipsis or the sentence before it that it needs, or has another.",
    hint: AGAIN,
  },
  "support-differs": {
    severity: "error",
    meaning: "A further citation does not report the same event, or one that does is left out.",
    hint: "agreement is counted from reports of the same event by other origins, and from no others",
  },
  "figure-differs": {
    severity: "error",
    meaning: "Value, bound, unit or role of a figure is not what its phrase says.",
    hint: AGAIN,
  },
  "cue-differs": {
    severity: "error",
    meaning: "A statement is reported with another verb than its article uses.",
    hint: AGAIN,
  },
  "chain-differs": {
    severity: "error",
    meaning: "The carriers between a speaker and the outlet are not those that the article names.",
    hint: AGAIN,
  },
  "finding-unfounded": {
    severity: "error",
    meaning: "A finding does not follow from what it cites.",
    hint: AGAIN,
  },
  "finding-missing": {
    severity: "error",
    meaning: "Reports differ, and the issue does not say so.",
    hint: AGAIN,
  },
  "event-differs": {
    severity: "error",
    meaning: "An event does not stand where its day and its words put it.",
    hint: AGAIN,
  },
  "source-unused": {
    severity: "error",
    meaning: "A source stands in the annex that nothing cites.",
    hint: AGAIN,
  },
  "source-differs": {
    severity: "error",
    meaning: "A row of the sources annex is not what its article says of itself.",
    hint: AGAIN,
  },
  "reading-differs": {
    severity: "error",
    meaning: "The text of an article is not what its bytes give when they are read again.",
    hint: AGAIN,
  },
  "outlet-differs": {
    severity: "error",
    meaning: "What is said of an outlet is not what the register says.",
    hint: "the register is corpus/lexicon/outlets.yaml",
  },
  "state-outlet-unnamed": {
    severity: "error",
    meaning: "An outlet that the register gives to a state is not described as it is there.",
    hint: "the register is corpus/lexicon/outlets.yaml",
  },
  "theme-differs": {
    severity: "error",
    meaning: "A theme is not called what the lexicon calls it.",
    hint: "themes stand in corpus/lexicon/themes.yaml",
  },
  "report-differs": {
    severity: "error",
    meaning:
      "An article is counted as a report on a theme that it does not carry, or is not counted.",
    hint: AGAIN,
  },
  "origin-differs": {
    severity: "error",
    meaning:
      "The origins of a theme are not those of its reports: copies of one text are one origin.",
    hint: AGAIN,
  },
  "coverage-differs": {
    severity: "error",
    meaning: "The account of an article does not fit what the issue does with it.",
    hint: AGAIN,
  },
  "period-differs": {
    severity: "error",
    meaning: "Name, week, cut-off or next issue do not follow from the days of the period.",
    hint: AGAIN,
  },
  "settings-differ": {
    severity: "error",
    meaning: "Title, marking, number or another setting is not that of the settings.",
    hint: "the settings are briefwright.yaml; generate the issue again after a change",
  },
  "desk-text-differs": {
    severity: "error",
    meaning: "Words that are printed as the desk's are not in its notes.",
    hint: "write the desk's words in corpus/desk/, and generate the issue again",
  },
  "excluded-words-printed": {
    severity: "error",
    meaning: "Words that the desk left out are printed.",
    hint: AGAIN,
  },
  "name-differs": {
    severity: "error",
    meaning: "A spelling in the list of names is not the words that it cites.",
    hint: AGAIN,
  },
  "speaker-differs": {
    severity: "error",
    meaning: "A statement is given to somebody whom its article does not name as the speaker.",
    hint: AGAIN,
  },
  "day-differs": {
    severity: "error",
    meaning: "The day of a statement is not that of its source.",
    hint: AGAIN,
  },
  "date-differs": {
    severity: "error",
    meaning: "The words that date an event do not mean that date.",
    hint: AGAIN,
  },
  "disagreement-differs": {
    severity: "error",
    meaning: "The table of reports that differ is not that of the findings and what they cite.",
    hint: AGAIN,
  },
  "revision-differs": {
    severity: "error",
    meaning: "A reissue does not say what changed since the version whose place it takes.",
    hint: "make it with brief generate --reissue, and keep the record whole",
  },
  "comparison-differs": {
    severity: "error",
    meaning: "What changed since the last issue is not what the two issues say.",
    hint: AGAIN,
  },
  "status-unsupported": {
    severity: "error",
    meaning: "A theme is said to be up, down or the same with no last issue or without a reason.",
    hint: AGAIN,
  },
  "gap-differs": {
    severity: "error",
    meaning: "The gaps in the sourcing are not those of the sources and themes.",
    hint: AGAIN,
  },
  "count-differs": {
    severity: "error",
    meaning: "A count is not what is there to be counted.",
    hint: AGAIN,
  },
  "fate-differs": {
    severity: "error",
    meaning: "An article is listed twice, or under another name than that of its use.",
    hint: AGAIN,
  },
  "ledger-differs": {
    severity: "error",
    meaning: "Origins, outlets, languages or days of a theme are not those of its reports.",
    hint: AGAIN,
  },
  "source-number": {
    severity: "error",
    meaning: "Sources are not numbered 1, 2, 3 in order of first use, each cited one once.",
    hint: AGAIN,
  },
  "rewrite-unfaithful": {
    severity: "error",
    meaning: "A sentence in generated words does not keep to its source by the rules for its kind.",
    hint: AGAIN,
  },
  "reader-copy": {
    severity: "info",
    meaning: "The PDF is a reader's own copy: it bears their number and name on every page.",
    hint: "without that mark it is the brief that all have, and is checked as such",
  },
  "marking-too-low": {
    severity: "error",
    meaning: "An article that the issue cites or counts is for fewer readers than the issue.",
    hint: "raise marking.label of the brief in briefwright.yaml to that of the article, or leave the article out with exclude: in the desk's notes",
  },
  "restricted-article-named": {
    severity: "warning",
    meaning:
      "An article that the issue leaves out is for fewer readers than the issue, whose account of articles names its file.",
    hint: "keep such files in the corpus of a brief that is for as few, or give them names that say nothing",
  },
  "marking-missing": {
    severity: "error",
    meaning: "The issue carries no marking.",
    hint: "set marking.label of the brief in briefwright.yaml",
  },
  "loaded-language": {
    severity: "warning",
    meaning: "The brief takes sides in its own voice.",
    hint: "say it neutrally, or quote who says it",
  },
  "likelihood-and-confidence": {
    severity: "warning",
    meaning: "Likelihood and confidence stand in one sentence of the desk's (ICD 203).",
    hint: "say how likely it is in one sentence, and how sure you are of it in another",
  },
  "likelihood-without-range": {
    severity: "warning",
    meaning: "A word of the yardstick of likelihood stands without its range in brackets.",
    hint: "write the range behind the word: readers take the word alone in many ways",
  },
  "quotation-too-long": {
    severity: "warning",
    meaning: "More of an article is quoted than `limits.quotation` of the brief allows.",
    hint: "lower the limits of the slots, or raise limits.quotation in briefwright.yaml",
  },
  "approval-unclear": {
    severity: "error",
    meaning: "The state of release and its approver contradict each other.",
    hint: "an approved issue names who approved it, and no other does",
  },
  "release-log-broken": {
    severity: "error",
    meaning: "A line of the release log was changed, moved or taken out.",
    hint: "put the log back from a copy of the record",
  },
  "approval-void": {
    severity: "error",
    meaning: "What was approved is not as it was approved, or a copy of it is not as it was made.",
    hint: "put the frozen folder back from a copy of the record, or reissue and approve anew",
  },
  "version-withdrawn": {
    severity: "warning",
    meaning: "The version was withdrawn.",
    hint: "do not rely on it",
  },
  "version-superseded": {
    severity: "warning",
    meaning: "A later version takes the place of this one.",
    hint: "read the later one",
  },
  "article-missing": {
    severity: "error",
    meaning: "An article that the issue was made from is no longer in the corpus.",
    hint: "restore the article, or generate the issue again and say what changed",
  },
  "article-changed": {
    severity: "error",
    meaning: "An article of the corpus is not as it was when the issue was made.",
    hint: "restore the article, or generate the issue again and say what changed",
  },
  ...PRINT_RULES,
  ...BUNDLE_RULES,
} as const satisfies Record<string, CheckRule>;

export type CheckCode = keyof typeof CHECK_RULES;

export const CHECK_CODES = Object.keys(CHECK_RULES) as readonly CheckCode[];

export const CheckCodeSchema = z.enum(CHECK_CODES);
