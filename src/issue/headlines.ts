/** From the slots of all themes to page one: the bottom line and the key messages. */
import type { ArticleRange, Pick, ThemePicks } from "../model/analysis.js";
import type { Lexicon } from "../model/lexicon.js";

export interface Headlines {
  readonly bottomLine: readonly Pick[];
  readonly keyMessages: readonly Pick[];
}

/**
 * The bottom line is the first thing that happened and the best answer to it by another side. Key
 * messages take turns through the themes, so that each theme with news is on page one; nobody is
 * heard twice there.
 * @param isOwn whether a statement is in the brief's language, in which page one speaks if it can
 */
export function chooseHeadlines(
  themes: readonly ThemePicks[],
  lexicon: Lexicon,
  limits: { readonly bottomLine: number; readonly keyMessages: number },
  isOwn: (pick: Pick) => boolean = () => true,
): Headlines {
  const lead = themes.find((theme) => theme.happened.some(isSelfContained)) ?? null;
  const bottomLine: Pick[] = [];
  const leading = ownFirst(lead?.happened.filter(isSelfContained) ?? [], isOwn);
  const [first] = leading;
  if (lead !== null && first !== undefined) {
    const answer = findAnswer(first, lead, lexicon);
    const rest = leading.slice(1).filter((pick) => !isRetold(first, pick));
    bottomLine.push(...[first, ...(answer === null ? rest : [answer])].slice(0, limits.bottomLine));
  }
  const keyMessages: Pick[] = [];
  const queues = themes.map(({ happened, says }) =>
    distinct([...ownFirst(happened, isOwn), ...ownFirst(says, isOwn)]),
  );
  while (keyMessages.length < limits.keyMessages && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const next = takeNext(queue, [...bottomLine, ...keyMessages]);
      if (next !== null && keyMessages.length < limits.keyMessages) keyMessages.push(next);
    }
  }
  return { bottomLine, keyMessages };
}

/** A statement in another language lets one go before it that has as much support in the brief's own. */
function ownFirst(picks: readonly Pick[], isOwn: (pick: Pick) => boolean): Pick[] {
  const left = [...picks];
  const ordered: Pick[] = [];
  for (let [next] = left; next !== undefined; [next] = left) {
    const { supports } = next;
    const own = left.find((pick) => isOwn(pick) && pick.supports.length >= supports.length);
    const chosen = isOwn(next) ? next : (own ?? next);
    ordered.push(chosen);
    left.splice(left.indexOf(chosen), 1);
  }
  return ordered;
}

/** One stands among the other's second citations: both tell one event. */
function isRetold(first: Pick, second: Pick): boolean {
  return (
    first.supports.some((range) => isSame(range, second)) ||
    second.supports.some((range) => isSame(range, first))
  );
}

function isSelfContained(pick: Pick): boolean {
  return pick.context === null;
}

/** The best claim of a speaker on another side than the first statement's. */
function findAnswer(first: Pick, theme: ThemePicks, lexicon: Lexicon): Pick | null {
  const sideOf = (pick: Pick) =>
    lexicon.entities.entities.find(({ id }) => id === pick.attribution?.entity)?.side ?? null;
  const asking = sideOf(first);
  if (asking === null) return null;
  const answers = theme.says.filter((pick) => {
    const side = sideOf(pick);
    return side !== null && side !== asking && isSelfContained(pick);
  });
  return answers[0] ?? null;
}

function takeNext(queue: Pick[], taken: readonly Pick[]): Pick | null {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const candidate = next;
    const repeats = taken.some(
      (pick) =>
        isSame(pick, candidate) || isSameSpeaker(pick, candidate) || isRetold(pick, candidate),
    );
    if (isSelfContained(next) && !repeats) return next;
  }
  return null;
}

function isSameSpeaker(a: Pick, b: Pick): boolean {
  const nameOf = ({ attribution }: Pick) => attribution?.entity ?? attribution?.speaker ?? null;
  return nameOf(a) !== null && nameOf(a) === nameOf(b);
}

function distinct(picks: readonly Pick[]): Pick[] {
  return picks.filter((pick, index) => picks.findIndex((other) => isSame(other, pick)) === index);
}

function isSame(a: ArticleRange, b: ArticleRange): boolean {
  return a.article === b.article && a.start === b.start;
}
