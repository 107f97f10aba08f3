/** Faults of a check to what a person reads: a table on a terminal, plain lines elsewhere. */
import { styleText } from "node:util";
import type { CheckResult } from "../check/check-issue-file.js";
import type { Verdict } from "../check/verdict.js";
import type { Severity } from "../model/diagnostic.js";
import type { Fault, FaultPlace } from "../model/fault.js";
import { widthOf, wrapCells } from "./reading-view/cells.js";
import { oneLine } from "./terminal.js";

const GROUPS: readonly { severity: Severity; one: string; many: string; colour: Colour }[] = [
  { severity: "error", one: "error", many: "errors", colour: "red" },
  { severity: "warning", one: "warning", many: "warnings", colour: "yellow" },
  { severity: "info", one: "note", many: "notes", colour: "cyan" },
];
type Colour = "red" | "yellow" | "cyan";

/** `2 errors, 1 warning`; empty where there is nothing. */
export function countWords(faults: readonly Fault[]): string {
  return GROUPS.flatMap(({ severity, one, many }) => {
    const count = faults.filter((fault) => fault.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  }).join(", ");
}

/** `holds (43 statements, …; 1 warning)`, `does not hold (2 errors)` or `is not verified (…)`. */
export function verdict(
  verdict: Verdict,
  faults: readonly Fault[],
  { statements, citations, articles, corpus }: Omit<CheckResult, "diagnostics">,
): string {
  const found = countWords(faults);
  if (verdict === "fails") return `does not hold (${found})`;
  const seen = `${statements} statements, ${citations} citations, ${articles} articles`;
  const lacking = corpus ? [] : ["corpus not at hand"];
  return `${verdict === "holds" ? "holds" : "is not verified"} (${[seen, ...lacking, ...(found === "" ? [] : [found])].join("; ")})`;
}

/** The gravest first, each on a line of its own with its hint below. */
export function faultLines(faults: readonly Fault[]): string[] {
  return GROUPS.flatMap(({ severity, one, many }) => {
    const own = faults.filter((fault) => fault.severity === severity);
    const lines = own.slice(0, MOST_ROWS).map(({ code, place, message, hint }) => {
      const head = [one, code, placeWords(place), message].filter((part) => part !== "");
      return `${head.map(oneLine).join(": ")}\n  hint: ${oneLine(hint)}`;
    });
    const more = own.length - MOST_ROWS;
    return more > 0 ? [...lines, `${many}: ${more} more, see --json`] : lines;
  });
}

/** Where a reader looks: the slot, the words of the article, or else the data. */
export function placeWords({ file, line, slot, id, path, article }: FaultPlace): string {
  const own = slot ?? path ?? (line === undefined ? file : `${file}:${line}`);
  const named = id === undefined ? own : `${own} (${id})`;
  if (article === undefined) return named;
  const name = article.file ?? article.id;
  return `${named}, ${article.line === undefined ? name : `${name}:${article.line}`}`;
}

/** @param columns cells of the terminal's line */
export function faultTable(faults: readonly Fault[], columns: number): string {
  const groups = GROUPS.flatMap(({ severity, one, many, colour }) => {
    const own = faults.filter((fault) => fault.severity === severity);
    if (own.length === 0) return [];
    const head = `${own.length} ${own.length === 1 ? one : many}`;
    const rows = own.slice(0, MOST_ROWS).flatMap((fault) => rowOf(fault, columns));
    const more = own.length > MOST_ROWS ? [`  and ${own.length - MOST_ROWS} more: see --json`] : [];
    return [[styleText([colour, "bold"], head), ...rows, ...more].join("\n")];
  });
  return groups.join("\n\n");
}

/** More than this of one severity nobody reads. */
const MOST_ROWS = 100;

const WIDTHS = { code: 25, place: 34, least: 30 } as const;

function rowOf({ code, place, message, hint }: Fault, columns: number): string[] {
  const rest = Math.max(WIDTHS.least, columns - WIDTHS.code - WIDTHS.place - 6);
  const cells = [
    wrapCells(oneLine(code), WIDTHS.code),
    wrapCells(oneLine(placeWords(place)), WIDTHS.place),
    [
      ...wrapCells(oneLine(message), rest),
      ...wrapCells(oneLine(`hint: ${hint}`), rest).map((line) => styleText("dim", line)),
    ],
  ] as const;
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) => {
    const [first, second, third] = cells.map((cell) => cell[line] ?? "");
    return `  ${pad(first, WIDTHS.code)}  ${pad(second, WIDTHS.place)}  ${third}`.trimEnd();
  });
}

function pad(text: string | undefined, width: number): string {
  return `${text ?? ""}${" ".repeat(Math.max(0, width - widthOf(text ?? "")))}`;
}
