/** Two texts to whether they fill in one form: reports of every week, that share their words and not what they report. */
import { byLength } from "./compare-copies.js";
import { DIGIT, KIND_BITS, NAME, NUMBER, PLAIN, type Shingles } from "./shingles.js";

/**
 * Whether the texts have other figures or names between the same words, or the shorter one has most
 * of its figures to itself. An edited copy has them changed as rarely as its other words.
 */
export function areOneForm(first: Shingles, second: Shingles): boolean {
  const [short, long] = byLength(first, second);
  return haveOtherNumbers(short, long) || haveOtherFillings(short, long);
}

function haveOtherNumbers(short: Uint32Array, long: Uint32Array): boolean {
  const [few, many] = [numbersOf(short), numbersOf(long)];
  let shared = 0;
  for (const number of few) if (many.has(number)) shared += 1;
  const missing = Math.min(few.size, many.size) - shared;
  if (short.length < NOTICE && shared === 0) return missing > 0;
  const least = short.length < NOTICE ? LEAST_OF_NOTICE : LEAST_OTHER;
  return missing >= least && missing > shared;
}

/** Single digits are in every text. */
function numbersOf(words: Uint32Array): Set<number> {
  const numbers = new Set<number>();
  for (const word of words) if ((word & KINDS) === NUMBER) numbers.add(word);
  return numbers;
}

const KINDS = (1 << KIND_BITS) - 1;

function haveOtherFillings(short: Uint32Array, long: Uint32Array): boolean {
  const [names, numbers] = compareSlots(readSlots(short), readSlots(long));
  const least = short.length < NOTICE ? LEAST_OF_NOTICE : LEAST_OTHER;
  return (
    areOther(numbers.differ, numbers.agree, least) ||
    areOther(names.differ, names.agree, least) ||
    areOther(numbers.differ + names.differ, numbers.agree + names.agree, LEAST_OTHER)
  );
}

/** Figures and slots that are filled otherwise: one figure that an update corrects has two, one on each side. */
const LEAST_OTHER = 3;
/** In a notice of so few words one figure is what it reports. */
const LEAST_OF_NOTICE = 2;
const NOTICE = 60;
/** Part of the slots in both texts that are filled otherwise at least. */
const OTHER = 0.4;

function areOther(differ: number, agree: number, least: number): boolean {
  return differ >= least && differ > OTHER * (differ + agree);
}

interface Filling {
  readonly kind: number;
  readonly words: Set<number>;
}

function compareSlots(few: ReadonlyMap<number, Filling>, many: ReadonlyMap<number, Filling>) {
  const names = { differ: 0, agree: 0 };
  const numbers = { differ: 0, agree: 0 };
  for (const [slot, { kind, words }] of few) {
    const others = many.get(slot)?.words;
    if (others === undefined) continue;
    const count = kind === NAME ? names : numbers;
    if (!shareOne(words, others)) count.differ += 1;
    // A single digit is the same by chance.
    else if (kind !== DIGIT) count.agree += 1;
  }
  return [names, numbers] as const;
}

function shareOne(first: ReadonlySet<number>, second: ReadonlySet<number>): boolean {
  for (const word of first) if (second.has(word)) return true;
  return false;
}

/** Numbers and names by the two words before them, and by the two behind, in which every number stands for any other. */
function readSlots(words: Uint32Array): Map<number, Filling> {
  const slots = new Map<number, Filling>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    const kind = word & KINDS;
    if (kind === PLAIN) continue;
    const side = kind === NAME ? NAME_SIDE : NUMBER_SIDE;
    for (const step of [-1, 1]) {
      const next = mix(frameAt(words, at + step), frameAt(words, at + 2 * step));
      fill(slots, mix(next, side + step), { kind, word: word >>> KIND_BITS });
    }
  }
  return slots;
}

/** Apart by more than the step to either side. */
const NUMBER_SIDE = 8;
const NAME_SIDE = 16;

function fill(
  slots: Map<number, Filling>,
  slot: number,
  { kind, word }: { kind: number; word: number },
): void {
  const filling = slots.get(slot);
  if (filling === undefined) slots.set(slot, { kind, words: new Set([word]) });
  else filling.words.add(word);
}

function frameAt(words: Uint32Array, at: number): number {
  const word = words[at] ?? 0;
  const kind = word & KINDS;
  return kind === PLAIN || kind === NAME ? word >>> KIND_BITS : 1;
}

function mix(hash: number, part: number): number {
  const mixed = Math.imul(hash ^ part, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1);
}
