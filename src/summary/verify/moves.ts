/**
 * The order of the words of a rewrite to the moves that explain it: a date or an aside that goes to
 * another end of its clause, a passive for an active, a founder of a company for a company's founder.
 * An order that no such move explains changes who did what.
 */
import { before, type Comparison } from "./comparison.js";
import type { Token } from "./token.js";
import { auxiliariesOf, isPassive, isPassiveOf } from "./voice.js";

export interface Moves {
  /** Index of the first rewrite token out of order; null where all is explained. */
  readonly unexplained: number | null;
  /** Rewrite tokens of verbs that changed their voice. */
  readonly turned: ReadonlySet<number>;
  /** Rewrite tokens that stand first in a part that moved, or first behind one. */
  readonly seams: ReadonlySet<number>;
  /** Rewrite tokens before which "by" or a relative stands for what the move did. */
  readonly agents: ReadonlySet<number>;
}

/** A run of words that is one run in both: ranks in the source, token indices in the rewrite. */
interface Block {
  readonly ranks: readonly number[];
  readonly tokens: readonly number[];
}

export function explainOrder(comparison: Comparison): Moves {
  return new OrderReader(comparison).read();
}

class OrderReader {
  private readonly turned = new Set<number>();
  private readonly seams = new Set<number>();
  private readonly agents = new Set<number>();
  private readonly clauses: readonly number[];

  constructor(private readonly comparison: Comparison) {
    this.clauses = clausesOf(comparison);
  }

  read(): Moves {
    let blocks: readonly Block[] = this.start();
    for (const { tokens } of blocks) this.seams.add(tokens[0] ?? -1);
    while (blocks.length > 1) {
      const next = this.step(blocks);
      if (next === null) break;
      blocks = next;
    }
    const { turned, seams, agents } = this;
    const unexplained = blocks.length > 1 ? (this.wrong(blocks)?.tokens[0] ?? 0) : null;
    return { unexplained, turned, seams, agents };
  }

  private wrong(blocks: readonly Block[]): Block | undefined {
    return blocks.find((block, at) => at > 0 && block.ranks[0] !== last(blocks[at - 1]?.ranks) + 1);
  }

  private start(): Block[] {
    const { source, rewrite } = this.comparison;
    const paired = source.content.filter((at) => (source.pair[at] ?? -1) >= 0);
    const rankOf = new Map(paired.map((at, rank) => [at, rank]));
    const singles = rewrite.content.flatMap((at): Block[] => {
      const rank = rankOf.get(rewrite.pair[at] ?? -1);
      return rank === undefined ? [] : [{ ranks: [rank], tokens: [at] }];
    });
    return merge(singles);
  }

  private step(blocks: readonly Block[]): readonly Block[] | null {
    for (const isMovable of [this.isDate, this.isAside]) {
      for (const [at, block] of blocks.entries()) {
        const rest = without(blocks, at);
        if (rest.length < blocks.length - 1 && isMovable.call(this, block)) return rest;
      }
    }
    for (const [at, block] of blocks.entries()) {
      const rest = without(blocks, at);
      const isFewer = rest.length < blocks.length;
      if (isFewer && this.isDate(block)) return rest;
    }
    for (let at = 0; at + 1 < blocks.length; at += 1) {
      const joined = this.turn(blocks, at) ?? this.swap(blocks, at);
      if (joined !== null) return joined;
    }
    for (const [at, block] of blocks.entries()) {
      const rest = without(blocks, at);
      if (rest.length < blocks.length && this.isAside(block)) return rest;
    }
    return null;
  }

  private sourceAt(rewriteToken: number | undefined): number {
    return this.comparison.rewrite.pair[rewriteToken ?? -1] ?? -1;
  }

  /** Nothing but a date with what it hangs on, still in its clause. */
  private isDate(block: Block): boolean {
    const { rewrite, source } = this.comparison;
    const tokens = block.tokens.map((at) => rewrite.tokens[at]);
    const isTime = (token: Token | undefined) =>
      token !== undefined &&
      (token.kind === "date" || /^year:/.test(token.key) || TIME_WORDS.has(token.form));
    if (!tokens.some((token) => token?.kind === "date" || /^year:/.test(token?.key ?? "")))
      return false;
    if (!tokens.every(isTime)) return false;
    const [first = 0] = block.tokens;
    const clause = this.clauses[this.sourceAt(first)];
    const around = this.neighbours(block).map((at) => this.clauses[this.sourceAt(at)]);
    const isStart = this.startsClause(rewrite, first);
    const wanted = isStart ? around[1] : around[0];
    const edge = source.tokens[this.sourceAt(first)];
    return edge !== undefined && wanted === clause;
  }

  /** The rewrite's paired tokens right before and behind, dates passed over. */
  private neighbours({ tokens }: Block): [number, number] {
    const { rewrite } = this.comparison;
    const places = rewrite.content.filter(
      (at) =>
        (rewrite.pair[at] ?? -1) >= 0 &&
        (rewrite.tokens[at]?.kind !== "date" || tokens.includes(at)),
    );
    const from = places.indexOf(tokens[0] ?? -1);
    const to = places.indexOf(last(tokens));
    return [places[from - 1] ?? -1, places[to + 1] ?? -1];
  }

  /** A phrase behind a preposition or a clause behind its link, at an end of the clause in both. */
  private isAside(block: Block): boolean {
    const { source, rewrite, words } = this.comparison;
    const [first = 0] = block.tokens;
    const start = this.sourceAt(first);
    const end = this.sourceAt(last(block.tokens));
    const head = rewrite.tokens[first];
    if (head === undefined) return false;
    const link = this.linkOf(block);
    const prepositions = [source, rewrite].map((side, index) =>
      before(side, index === 0 ? start : first)
        .functions.map(({ form }) => form)
        .filter((form) => words.prepositions.has(form))
        .join(" "),
    );
    const [preposition = ""] = prepositions;
    if (link === null && (preposition === "" || prepositions[1] !== preposition)) return false;
    if (link === null && NEVER_ASIDE.has(preposition)) return false;
    const isAtEnd =
      (this.startsClause(source, start) || this.endsClause(source, end)) &&
      (this.startsClause(rewrite, first) || this.endsClause(rewrite, last(block.tokens)));
    if (!isAtEnd) return false;
    const [previous, next] = this.neighbours(block);
    const anchor =
      this.startsClause(rewrite, first) && !this.isLastOf(rewrite, block) ? next : previous;
    const clause = this.clauses[start] ?? 0;
    const distance = Math.abs((this.clauses[this.sourceAt(anchor)] ?? Infinity) - clause);
    if (distance > (link === null ? 0 : 1)) return false;
    return !this.isNegated(block, clause, link !== null);
  }

  /** "After", "two days after", "shortly before". */
  private linkOf({ tokens }: Block): string | null {
    const { rewrite } = this.comparison;
    for (const at of tokens.slice(0, 3)) {
      const token = rewrite.tokens[at];
      if (token?.kind === "link") return token.form;
      const isMeasure =
        token !== undefined && (/^(?:number|date)$/.test(token.kind) || LAPSES.has(token.form));
      if (!isMeasure) return null;
    }
    return null;
  }

  private isLastOf(
    { content }: { readonly content: readonly number[] },
    { tokens }: Block,
  ): boolean {
    return last(content) === last(tokens);
  }

  /** "Did not leave because it rained" and "because it rained, did not leave" are two things. */
  private isNegated({ tokens }: Block, clause: number, isLink: boolean): boolean {
    const { source } = this.comparison;
    const inside = new Set(tokens.map((at) => this.sourceAt(at)));
    return source.content.some((at) => {
      const distance = Math.abs((this.clauses[at] ?? 0) - clause);
      const isNear = distance <= (isLink ? 1 : 0);
      return source.tokens[at]?.kind === "negation" && isNear && !inside.has(at);
    });
  }

  /** Two turned around a verb: "the base was attacked by the rebels". */
  private turn(blocks: readonly Block[], at: number): readonly Block[] | null {
    const [front, verb] = [blocks[at], blocks[at + 1]];
    if (front === undefined || verb === undefined || verb.tokens.length > 3) return null;
    for (const back of [at + 2, at + 3]) {
      const behind = blocks[back];
      if (behind === undefined || last(behind.ranks) + 1 !== verb.ranks[0]) continue;
      if (last(verb.ranks) + 1 !== front.ranks[0]) continue;
      const between = blocks.slice(at + 2, back);
      if (between.some(({ ranks }) => ranks[0] !== last(front.ranks) + 1)) continue;
      const kind = this.turns(front, verb, behind);
      if (kind === null || (between.length > 0 && kind !== "passive")) continue;
      this.turned.add(this.verbOf(verb));
      this.agents.add(kind === "passive" ? (behind.tokens[0] ?? -1) : (front.tokens[0] ?? -1));
      const joined = [behind, verb, front, ...between];
      const rest = [...blocks.slice(0, at), ...joined, ...blocks.slice(back + 1)];
      return merge(rest);
    }
    return null;
  }

  private verbOf({ tokens }: Block): number {
    const { rewrite } = this.comparison;
    return (
      tokens.find(
        (at) => rewrite.tokens[at]?.kind === "word" && !/ly$/.test(rewrite.tokens[at]?.form ?? ""),
      ) ?? -1
    );
  }

  private turns(front: Block, verb: Block, behind: Block): "passive" | "active" | null {
    const { source, rewrite, words } = this.comparison;
    const at = this.verbOf(verb);
    const from = this.sourceAt(at);
    const sides = [
      {
        form: source.tokens[from]?.form ?? "",
        auxiliaries: auxiliariesOf(source, from, words),
        isModal: this.isModal(source, from),
      },
      {
        form: rewrite.tokens[at]?.form ?? "",
        auxiliaries: auxiliariesOf(rewrite, at, words),
        isModal: this.isModal(rewrite, at),
      },
    ] as const;
    const [old, fresh] = sides;
    const ends = { front: front.tokens[0] ?? -1, behind: behind.tokens[0] ?? -1 };
    if (isPassive(fresh.auxiliaries) && !isPassive(old.auxiliaries)) {
      const holds =
        isPassiveOf(old, fresh, words) &&
        this.standsFree(source, this.sourceAt(ends.front)) &&
        this.follows(rewrite, ends.behind, "by") &&
        this.startsClause(source, this.sourceAt(ends.behind)) &&
        this.startsClause(rewrite, ends.front) &&
        this.isNotJoined(front);
      return holds ? "passive" : null;
    }
    if (!isPassive(old.auxiliaries) || isPassive(fresh.auxiliaries)) return null;
    const holds =
      isPassiveOf(fresh, old, words) &&
      this.standsFree(rewrite, ends.behind) &&
      this.follows(source, this.sourceAt(ends.front), "by") &&
      this.startsClause(rewrite, ends.front) &&
      this.startsClause(source, this.sourceAt(ends.behind));
    return holds ? "active" : null;
  }

  private isModal(side: Comparison["source"], at: number): boolean {
    for (let index = at - 1; index >= Math.max(0, at - 4); index -= 1) {
      const token = side.tokens[index];
      if (token === undefined || token.kind === "mark") return false;
      if (MODALS.has(token.form)) return true;
      if (token.kind === "word" || token.kind === "name") return false;
    }
    return false;
  }

  /** No preposition before it: an object, and not a phrase. */
  private standsFree(side: Comparison["source"], at: number): boolean {
    const { functions, mark } = before(side, at);
    return (
      mark === null &&
      functions.every(
        ({ form }) =>
          !this.comparison.words.prepositions.has(form) && form !== "and" && form !== "that",
      )
    );
  }

  private follows(side: Comparison["source"], at: number, form: string): boolean {
    return before(side, at).functions.some((token) => token.form === form);
  }

  /** "… and fled" behind an object has the subject of the active: only "who fled" keeps it. */
  private isNotJoined(front: Block): boolean {
    const { source, rewrite, words } = this.comparison;
    const end = this.sourceAt(last(front.tokens));
    const next = source.content.find((at) => at > end && (source.pair[at] ?? -1) >= 0);
    if (next === undefined) return true;
    const { functions } = before(source, next, () => true);
    const [only] = functions;
    if (only === undefined || !words.coordinators.has(only.form)) return true;
    const there = source.pair[next] ?? -1;
    const isRelative = before(rewrite, there).functions.some(({ form }) =>
      words.relatives.has(form),
    );
    if (isRelative) this.agents.add(there);
    return isRelative;
  }

  /** A company's founder and the founder of a company; a minister, Ann Lee, and Ann Lee, a minister. */
  private swap(blocks: readonly Block[], at: number): readonly Block[] | null {
    const [front, back] = [blocks[at], blocks[at + 1]];
    if (front === undefined || back === undefined || last(back.ranks) + 1 !== front.ranks[0])
      return null;
    if (!this.isPossessive(front, back) && !this.isApposition(front, back)) return null;
    const rest = [...blocks.slice(0, at), back, front, ...blocks.slice(at + 2)];
    return merge(rest);
  }

  private isPossessive(front: Block, back: Block): boolean {
    const { source, rewrite } = this.comparison;
    const owned = this.sourceAt(front.tokens[0]);
    const isShort = front.tokens.length <= 2 && back.tokens.length <= 4;
    const behind = source.tokens[this.sourceAt(last(back.tokens)) + 1];
    const owns =
      behind?.form === "s" && before(source, owned).functions.some(({ form }) => form === "s");
    const holds =
      isShort &&
      owns &&
      before(rewrite, back.tokens[0] ?? -1).functions.some(({ form }) => form === "of");
    if (holds) this.agents.add(back.tokens[0] ?? -1);
    return holds;
  }

  private isApposition(front: Block, back: Block): boolean {
    const { source, rewrite } = this.comparison;
    const from = { front: this.sourceAt(front.tokens[0]), back: this.sourceAt(back.tokens[0]) };
    const isNamePart = (token: Token | undefined) =>
      token !== undefined && (token.isCapital || token.runsOn || token.kind === "name");
    const isName = ({ tokens }: Block) =>
      tokens.every((token) => isNamePart(rewrite.tokens[token]));
    if (isName(front) === isName(back)) return false;
    return (
      before(source, from.front).mark?.key === "," &&
      before(rewrite, back.tokens[0] ?? -1).mark?.key === ","
    );
  }

  private startsClause(side: Comparison["source"], at: number): boolean {
    const { words } = this.comparison;
    const { functions, mark, at: stop } = before(side, at, (token) => token.kind === "date");
    if (functions.some(({ form }) => words.opensContent.has(form) || words.coordinators.has(form)))
      return true;
    const previous = side.tokens[stop];
    if (
      mark !== null ||
      previous === undefined ||
      previous.kind === "link" ||
      previous.kind === "date"
    )
      return true;
    return side.spans.some(({ from, to }) => stop >= from && stop < to);
  }

  private endsClause(side: Comparison["source"], at: number): boolean {
    const { words } = this.comparison;
    const next = side.tokens[at + 1];
    if (next === undefined || next.kind === "mark" || next.kind === "link") return true;
    if (words.relatives.has(next.form) || words.coordinators.has(next.form)) return true;
    return (
      next.kind === "date" ||
      (words.datePrepositions.has(next.form) && side.tokens[at + 2]?.kind === "date")
    );
  }
}

const MODALS = new Set("will would may might can could must should shall to not".split(" "));
const TIME_WORDS = new Set(
  "since until night morning evening afternoon early late by a.m p.m am pm week month year next last".split(
    " ",
  ),
);
const LAPSES = new Set(
  "shortly soon just long immediately hours days weeks months years minutes hour day week month year".split(
    " ",
  ),
);
/** Phrases of these hang on the word before them. */
const NEVER_ASIDE = new Set(["of", "to", "by", "as"]);

const last = (list: readonly number[] | undefined): number => list?.at(-1) ?? -1;

function merge(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const previous = merged.at(-1);
    if (previous !== undefined && last(previous.ranks) + 1 === block.ranks[0]) {
      merged[merged.length - 1] = {
        ranks: [...previous.ranks, ...block.ranks],
        tokens: [...previous.tokens, ...block.tokens],
      };
    } else merged.push(block);
  }
  return merged;
}

/** The others, ranks closed up. */
function without(blocks: readonly Block[], at: number): Block[] {
  const gone = blocks[at];
  const [first = 0] = gone?.ranks ?? [];
  const size = gone?.ranks.length ?? 0;
  return merge(
    blocks
      .filter((_, index) => index !== at)
      .map(({ ranks, tokens }) => ({
        tokens,
        ranks: ranks.map((rank) => (rank > first ? rank - size : rank)),
      })),
  );
}

/** Of each source token the clause it stands in, counted from 0. */
function clausesOf({ source, words }: Comparison): number[] {
  let clause = 0;
  return source.tokens.map((token, at) => {
    if (opensClause(source.tokens, at, words)) clause += 1;
    void token;
    return clause;
  });
}

function opensClause(tokens: readonly Token[], at: number, words: Comparison["words"]): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return false;
  if (token.kind === "mark")
    return /^[.;:—"]$/.test(token.key) || (token.key === "," && isOpener(next, words));
  if (token.kind === "link")
    return (
      next?.kind !== "date" &&
      next?.kind !== "number" &&
      !/^(?:or|than|against|including|except|not)$/.test(token.form)
    );
  if (words.relatives.has(token.form)) return true;
  if (!words.coordinators.has(token.form)) return false;
  const verb = next !== undefined && /ly$|^(?:then|later)$/.test(next.form) ? tokens[at + 2] : next;
  return tokens[at - 1]?.key === "," || (verb !== undefined && isVerb(verb, words));
}

function isVerb(token: Token, { auxiliaries, verbForms }: Comparison["words"]): boolean {
  if (auxiliaries.has(token.form) || token.kind === "hedge") return true;
  return token.kind === "word" && (token.form.endsWith("ed") || verbForms.has(token.form));
}

function isOpener(token: Token | undefined, { relatives }: Comparison["words"]): boolean {
  return (
    token !== undefined &&
    (relatives.has(token.form) || (token.kind === "word" && /ing$/.test(token.form)))
  );
}
