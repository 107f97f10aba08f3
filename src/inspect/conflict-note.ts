/** A conflict to one plain English sentence that says what differs, with its values and days. */
import type { Conflict } from "../model/analysis.js";

export function conflictNote({ kind, params }: Conflict): string {
  const [first = "", second = ""] = listOf(params.values);
  const names = listOf(params.names);
  switch (kind) {
    case "contradiction":
      return `Two reports of one event${dayOf(params.on, " on ")} give figures that cannot both hold: “${first}” and “${second}”.`;
    case "superseded":
      return first === ""
        ? `What was denied${dayOf(params.earlier, " on ")} had happened${dayOf(params.later, " by ")}: a change, not a contradiction.`
        : `The count went from “${first}”${dayOf(params.earlier)} to “${second}”${dayOf(params.later)}: a change, not a contradiction.`;
    case "does-not-add-up":
      return `The parts ${listOf(params.parts).map(number).join(" + ")} come to ${number(params.sum)}, which does not fit the total: ${boundWords(params.bound)}${number(params.total)}.`;
    case "denial":
      return `${inWords(names)} ${isPlural(names) ? "deny" : "denies"} what other words here say.`;
    case "positions":
      return `${inWords(names)} take different positions.`;
    case "different-lists":
      return `Reports of one event list different names, of these: ${names.join(", ")}.`;
    case "different-basis":
      return `The same call rests on different grounds: “${names.join("” and “")}”.`;
    case "different-wording":
      return `One event is quoted in different words: “${names.join("” and “")}”.`;
    default:
      return kind;
  }
}

function listOf(value: Conflict["params"][string] | undefined): string[] {
  return value === undefined ? [] : [value].flat().map((item) => oneLine(String(item)));
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** ` (2021-05-03)`, or behind a word: ` on 2021-05-03`; nothing where the day is not known. */
function dayOf(day: Conflict["params"][string] | undefined, before?: string): string {
  if (day === undefined || day === "") return "";
  return before === undefined ? ` (${String(day)})` : `${before}${String(day)}`;
}

/** `more than `; nothing where the figure is given as exact. */
function boundWords(bound: Conflict["params"][string] | undefined): string {
  const word = String(bound ?? "exactly");
  return word === "exactly" ? "" : `${word.replace("-", " ")} `;
}

function number(value: Conflict["params"][string] | undefined): string {
  const parsed = Number(value);
  return value === undefined || Number.isNaN(parsed) ? String(value ?? "") : NUMBERS.format(parsed);
}

const NUMBERS = new Intl.NumberFormat("en", { maximumFractionDigits: 10 });
const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });
const inWords = (names: readonly string[]): string => LIST.format(names);

/** Several speakers, or one that is several: “officials in the capital”, not “the United Nations”. */
function isPlural([name = "", ...others]: readonly string[]): boolean {
  if (others.length > 0) return true;
  const [phrase = ""] = name.split(/,| (?:of|in|at|from|for|with|to|on|who|close) /, 1);
  const head = phrase.slice(phrase.lastIndexOf(" ") + 1);
  if (head === "news") return false;
  return head === "police" || head === "people" || /^\p{Ll}.*[^sui]s$/u.test(head);
}
