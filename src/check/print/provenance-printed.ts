/**
 * The words of a print and its issue in, what a reader is not told of who speaks out: the source of a
 * statement, the owner of an outlet of a state, and more than one step between a fact and its outlet.
 * What a template leaves out altogether is no fault: a brief of one page cites fewer sources.
 */
import { statementsOf } from "../../issue/index.js";
import { type Fault, faultOf } from "../../model/fault.js";
import type { Claim, Issue, Source } from "../../model/issue.js";
import { placeOf } from "./print-faults.js";
import { type Word, wordsIn } from "./word.js";

const OF_A_STATE: ReadonlySet<string> = new Set(["state", "state-funded"]);

/** Words between the name of an outlet and its owner: a colon, a badge. */
const MOST_BETWEEN = 6;

export function checkProvenancePrinted(
  words: readonly Word[],
  issue: Issue,
  file: string,
): Fault[] {
  const { sources, themes, brief } = issue;
  const flow = words.map(({ text }) => bare(text));
  const cited = new Set(words.flatMap(({ unit, text }) => (unit.kind === "citation" ? text : [])));
  const told = new Set(words.flatMap(({ unit }) => unit.id ?? []));
  const owners = sources
    .filter(({ number }) => cited.has(`[${number}]`))
    .flatMap(({ outlet, agency }) => [outlet, agency]);
  const claims = themes
    .flatMap(({ says }) => says)
    .filter(({ depth, statement }) => depth > 1 && told.has(statement.id));
  const number = new Intl.NumberFormat(brief.language, { numberingSystem: "latn" });
  return [
    ...sourcesNotPrinted(words, issue, file),
    ...distinctBy(owners.flatMap(ownedByState), ({ name }) => name)
      .filter((owned) => !isDescribed(owned, flow))
      .map(({ name, owner }) =>
        faultOf("provenance-not-printed", `nothing says of ${name}: ${owner}`, { file }),
      ),
    ...distinctBy(claims, ({ statement }) => statement.id).flatMap((claim) =>
      stepsNotPrinted(claim, number.format(claim.depth), words, file),
    ),
  ];
}

/** Behind the words of a statement and before those of the next one stands a source of it, or its note. */
function sourcesNotPrinted(words: readonly Word[], issue: Issue, file: string): Fault[] {
  const numbers = new Map(issue.sources.map(({ article, number }) => [article, `[${number}]`]));
  const sourcesOf = new Map(
    statementsOf(issue).map(({ id, citations }) => [
      id,
      new Set(citations.map(({ article }) => numbers.get(article))),
    ]),
  );
  const faults: Fault[] = [];
  const notes = sourcesOfNotes(words);
  let open: Word | null = null;
  const close = (): void => {
    const message = `nothing says where ${open?.unit.id} stands`;
    if (open) {
      faults.push(faultOf("citation-not-printed", message, placeOf(file, open.where, open.unit)));
    }
    open = null;
  };
  for (const word of words) {
    const { kind, id = "" } = word.unit;
    if (kind === "statement" && sourcesOf.has(id)) {
      if (open?.unit.id !== id) close();
      open = word;
      continue;
    }
    const cited = kind === "citation" ? [word.text] : (notes.get(word.href ?? "") ?? []);
    const own = sourcesOf.get(open?.unit.id ?? "");
    if (cited.some((number) => own?.has(number))) open = null;
  }
  close();
  return distinctBy(faults, ({ message }) => message);
}

/** By the address of a note, the numbers that stand in it: it begins with the link back to the text. */
function sourcesOfNotes(words: readonly Word[]): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  let own: string[] | undefined;
  for (const { href, text, unit } of words) {
    const number = /^#noteref-(\d+)$/.exec(href ?? "")?.[1];
    if (number !== undefined) {
      own = [];
      notes.set(`#note-${number}`, own);
    } else if (unit.kind === "citation") own?.push(text);
  }
  return notes;
}

interface Owned {
  readonly name: string;
  readonly owner: string;
}

function ownedByState(outlet: Source["outlet"]): Owned[] {
  if (outlet === null || outlet.known === null) return [];
  const { kind, owner } = outlet.known;
  return OF_A_STATE.has(kind) ? [{ name: outlet.name, owner }] : [];
}

function distinctBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

/** Behind its name, wherever that stands. */
function isDescribed({ name, owner }: Owned, flow: readonly string[]): boolean {
  const named = wordsIn(name).map(bare);
  const told = wordsIn(owner).map(bare);
  return flow.some((_, start) => {
    if (!standsAt(named, flow, start)) return false;
    const from = start + named.length;
    return Array.from({ length: MOST_BETWEEN }, (__, gap) => from + gap).some((at) =>
      standsAt(told, flow, at),
    );
  });
}

function standsAt(part: readonly string[], flow: readonly string[], start: number): boolean {
  return part.every((word, index) => flow[start + index] === word);
}

/** Punctuation hangs on what stands before it. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

/** Between the words of the claim and those of the next statement, somewhere. */
function stepsNotPrinted(
  { statement: { id }, depth }: Claim,
  steps: string,
  words: readonly Word[],
  file: string,
): Fault[] {
  let isBehind = false;
  let first: Word | undefined;
  for (const word of words) {
    const { kind, id: told } = word.unit;
    if (kind === "statement") isBehind = told === id;
    else if (isBehind && kind === "label" && word.text === steps) return [];
    if (isBehind) first ??= word;
  }
  const message = `nothing says of ${id} that it came by ${depth} steps`;
  return [faultOf("provenance-not-printed", message, placeOf(file, first?.where, first?.unit))];
}
