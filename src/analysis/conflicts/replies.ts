/** Reports of one event to the answers in them: positions side by side, and answers left out elsewhere. */
import type { Conflict } from "../../model/analysis.js";
import { REPLY } from "./conflict-words.js";
import {
  conflictOf,
  type EventReports,
  isSameSubject,
  type ReportedPassage,
  sharedWords,
} from "./reports-of-events.js";

/** One speaker's claim and the other's answer to it, in one article. */
interface Reply {
  readonly claim: ReportedPassage;
  readonly answer: ReportedPassage;
}

/** An answer stands within so many passages of what it answers. */
const NEAR = 2;

function findReplies(reports: EventReports): Reply[] {
  const { passages } = reports;
  return passages.flatMap((answer, index) => {
    const isReply = answer.attributions.some(({ cue }) => REPLY.test(cue));
    if (!isReply || answer.speakers.size === 0) return [];
    const claim = passages
      .slice(Math.max(0, index - NEAR), index)
      .findLast((other) => isClaimBefore(other, answer, reports));
    return claim === undefined ? [] : [{ claim, answer }];
  });
}

function isClaimBefore(
  claim: ReportedPassage,
  answer: ReportedPassage,
  reports: EventReports,
): boolean {
  if (claim.article !== answer.article || claim.speakers.size === 0) return false;
  const isOther = ![...claim.speakers].some((speaker) => answer.speakers.has(speaker));
  return isOther && isSameSubject(claim, answer, reports);
}

/** A claim and its answer by another speaker: kind `positions`. */
export function findPositions(reports: EventReports): Conflict[] {
  return findReplies(reports).flatMap(({ claim, answer }) => {
    const speakers = [claim, answer].flatMap((passage) => [...passage.speakers].slice(0, 1));
    const names = speakers.map((speaker) => reports.names.get(speaker) ?? speaker);
    return conflictOf("positions", [claim, answer], { names }, reports) ?? [];
  });
}

/**
 * An answer that other reports of the same event leave out: kind `absent-from`. Each of them supports
 * a passage of this one, names the one who answered, and has nothing like the answer.
 */
export function findAbsences(reports: EventReports): Conflict[] {
  return findReplies(reports).flatMap(({ answer }) => {
    const absent = articlesOnEvent(answer.article, reports).filter((other) =>
      leavesOut(reports.byArticle.get(other) ?? [], answer),
    );
    const [first] = absent;
    if (first === undefined) return [];
    const params = { present: answer.article, absent: absent.length === 1 ? first : absent };
    const conflict = conflictOf("absent-from", [answer], params, reports);
    return conflict === null ? [] : [{ ...conflict, articles: [answer.article, ...absent] }];
  });
}

function leavesOut(theirs: readonly ReportedPassage[], answer: ReportedPassage): boolean {
  const [speaker = ""] = answer.speakers;
  const isNamed = theirs.some(({ entities }) => entities.has(speaker));
  return isNamed && !theirs.some((passage) => tellsLike(passage, answer));
}

/** Articles that report an event of this one on the same day. */
function articlesOnEvent(article: string, { byArticle, stories }: EventReports): string[] {
  const others = (byArticle.get(article) ?? [])
    .filter((passage) => passage.dates.some(({ isMain }) => isMain))
    .flatMap((passage) => stories.supportsOf(passage).map((range) => range.article));
  return [...new Set(others)];
}

/** Two words of an answer, or a third of them, are enough to say that it may be told. */
function tellsLike(passage: ReportedPassage, answer: ReportedPassage): boolean {
  const isSpeaker = [...answer.speakers].some((speaker) => passage.entities.has(speaker));
  const shared = sharedWords(passage.terms, answer.terms).length;
  return isSpeaker && (shared > 2 || shared * 3 > answer.terms.size);
}
