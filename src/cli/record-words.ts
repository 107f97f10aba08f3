/** Released issues whose sources are not as they were, as lines for a person. */
import { hasErrors } from "../model/diagnostic.js";
import type {
  RecordCheck,
  TouchedArticle,
  TouchedIssue,
  TouchedWords,
} from "../model/record-check.js";
import { oneLine } from "./terminal.js";

export function recordLines({ issues, touched, diagnostics }: RecordCheck): string[] {
  const all = `${issues} released ${issues === 1 ? "issue" : "issues"}`;
  if (touched.length === 0) {
    const whole = !hasErrors(diagnostics);
    return [
      `${all}: ${whole ? "every source is as it was cited" : "not all of the record could be checked"}`,
    ];
  }
  const some = `${all}: ${touched.length} touched by sources that are not as they were`;
  return [...touched.flatMap(issueLines), some];
}

function issueLines({ brief, issue, version, folder, articles }: TouchedIssue): string[] {
  return [
    `${brief} ${issue}, version ${version} (${folder})`,
    ...articles.flatMap(articleLines),
    `  to put it right: brief generate --brief ${brief} ${periodOptions(issue)} --reissue`,
  ];
}

/** An issue is named by its week, or by its two days. */
function periodOptions(issue: string): string {
  const [from, to] = issue.split("--");
  return to === undefined ? `--week ${issue}` : `--from ${from} --to ${to}`;
}

const WHAT = {
  changed: "has changed",
  gone: "is not in the corpus, or cannot be read",
  withdrawn: "was withdrawn",
} as const;

const NOW = { there: "still there", moved: "moved", gone: "gone" } as const;

function articleLines({ number, file, what, reason, words }: TouchedArticle): string[] {
  const why = reason === null ? "" : `: ${oneLine(reason)}`;
  const told = tellingWords(what, words);
  const rest = words.length - told.length;
  return [
    `  [${number}] ${oneLine(file)} ${WHAT[what]}${why}`,
    ...told.map(wordsLine),
    ...(rest === 0 ? [] : [`      and ${rest} more passages of it are cited (--json lists all)`]),
  ];
}

/** Of an article that changed what it says no more at its place, of any other what it was quoted for. */
function tellingWords(what: TouchedArticle["what"], words: readonly TouchedWords[]) {
  return what === "changed"
    ? words.filter(({ now }) => now !== "there")
    : words.filter(({ id }) => id?.startsWith("s-"));
}

function wordsLine({ id, slots, quote, now }: TouchedWords): string {
  const head = `${NOW[now].padEnd(LONGEST)} ${(id ?? "").padEnd(ID_LETTERS)}`;
  return `      ${head} ${slots.join("; ")}: “${clipped(oneLine(quote))}”`;
}

const LONGEST = "still there".length;
const ID_LETTERS = "s-0123456789ab".length;

/** As much of a quotation as tells it from the others. */
function clipped(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}
