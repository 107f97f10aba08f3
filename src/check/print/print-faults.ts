/** The words that a print should have and those that it has in, where they part as faults out. */
import type { CheckCode } from "../../model/check-codes.js";
import { type Fault, type FaultPlace, faultOf } from "../../model/fault.js";
import { alignWords, MOST_STRETCHES, type Stretch } from "./align-words.js";
import type { Unit, Where, Word } from "./word.js";

export interface Comparison {
  readonly file: string;
  /** Whether the words of the template are those that the issue was printed with. */
  readonly sameTemplate: boolean;
}

/** @returns nothing where each word is as it should be */
export function comparePrint(
  expected: readonly Word[],
  found: readonly Word[],
  comparison: Comparison,
): Fault[] {
  const stretches = alignWords(
    expected.map(({ text }) => text),
    found.map(({ text }) => text),
  );
  const faults = stretches.map((stretch) => compareStretch(stretch, expected, found, comparison));
  if (stretches.length < MOST_STRETCHES) return faults;
  const message = "the print parts from its issue in more places than are listed";
  return [...faults, faultOf("printed-words-differ", message, { file: comparison.file })];
}

interface Parted {
  readonly unit: Unit;
  readonly meant: readonly Word[];
  readonly printed: readonly Word[];
  /** The word before them. */
  readonly after: Word | undefined;
}

function compareStretch(
  stretch: Stretch,
  expected: readonly Word[],
  found: readonly Word[],
  { file, sameTemplate }: Comparison,
): Fault {
  const meant = expected.slice(...stretch.expected);
  const printed = found.slice(...stretch.found);
  const after = expected[stretch.expected[0] - 1];
  const unit = gravest(meant) ?? after?.unit ?? { kind: "label", name: "page" };
  const near = printed[0] ?? found[stretch.found[0] - 1] ?? found[0];
  const [code, message, hint] = describe({ unit, meant, printed, after });
  const fault = faultOf(
    code,
    message + onPage(near?.where),
    placeOf(file, near?.where, unit),
    hint,
  );
  const isLabel = unit.kind === "label" && code === "printed-words-differ";
  return isLabel && !sameTemplate ? { ...fault, severity: "warning" } : fault;
}

/** Of several things that words belong to, the one that weighs most. */
function gravest(meant: readonly Word[]): Unit | undefined {
  const units = meant.map(({ unit }) => unit);
  return GRAVITY.flatMap((kind) => units.find((unit) => unit.kind === kind) ?? [])[0];
}

const GRAVITY = ["statement", "finding", "desk", "citation", "source", "label"] as const;

function describe({
  unit,
  meant,
  printed,
  after,
}: Parted): readonly [CheckCode, string, string | undefined] {
  const behind = after === undefined ? "" : `, after “${after.text}”`;
  if (meant.length === 0) {
    const message = `${quoted(printed)} is printed${behind}; the issue does not say it`;
    return ["printed-words-added", message, undefined];
  }
  if (printed.length === 0) {
    return ["printed-words-missing", `${quoted(meant)} is not printed${behind}`, undefined];
  }
  const hint = `the issue says ${quoted(meant)}`;
  const code = unit.kind === "citation" ? "printed-citation-differs" : "printed-words-differ";
  return [code, `${quoted(printed)} is printed${behind}`, hint];
}

/** Words that a message can carry. */
const MOST_WORDS = 14;
const MOST_LETTERS = 80;

function quoted(words: readonly Word[]): string {
  const shown = words
    .slice(0, MOST_WORDS)
    .map(({ text, shown: asSeen = text }) => asSeen.slice(0, MOST_LETTERS));
  return `“${shown.join(" ")}${words.length > MOST_WORDS ? " …" : ""}”`;
}

export function onPage(where: Where | undefined): string {
  return where?.page === undefined ? "" : ` (page ${where.page})`;
}

export function placeOf(file: string, where: Where | undefined, unit?: Unit): FaultPlace {
  const { line } = where ?? {};
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(unit === undefined ? {} : { slot: unit.name }),
    ...(unit?.id === undefined ? {} : { id: unit.id }),
  };
}
