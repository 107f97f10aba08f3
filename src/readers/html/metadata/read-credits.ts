/** The words of a credit to the people and the agency that they name. */
import { AGENCY_NAMES } from "../../agencies.js";
import { comparable } from "../../line-shape.js";
import { JOINTS } from "./byline-words.js";
import { monthOf } from "./month-names.js";
import { oneLine } from "./page-title.js";
import { nameOf, withoutLabel } from "./person-names.js";

/** What a page says of its authors in one place. */
export interface Credit {
  readonly text: string;
  /** The words that say so, where they are no text of the page. */
  readonly quote: string | null;
}

export interface Credited {
  readonly names: readonly string[];
  readonly agency: string | null;
  /** Whom the copy passed after the agency. */
  readonly carriers: readonly string[];
  readonly quotes: readonly string[];
}

/** Authors of one piece; more are a list of the house. */
const MAX_AUTHORS = 8;
/** Code units of a credit that are looked at. */
const MAX_CREDIT = 640;

/** @param siteNames names of the outlet, which are no person's */
export function readCredits(credits: readonly Credit[], siteNames: readonly string[]): Credited {
  const outlets = siteNames.map(comparable).filter((name) => name !== "");
  const names = new Map<string, string>();
  const carriers: string[] = [];
  const quotes: string[] = [];
  let agency: string | null = null;
  for (const { text, quote } of credits.slice(0, 4 * MAX_AUTHORS)) {
    let isUsed = false;
    for (const part of partsOf(text)) {
      const [whole = part, carrier] = part.split(VIA);
      const { sender, person } = withoutSender(whole);
      const name = person === "" ? null : nameOf(person);
      if (sender !== null && !isOutlet(sender, outlets)) {
        agency ??= sender;
        isUsed = true;
        if (carrier && !isOutlet(carrier, outlets)) carriers.push(carrier.trim());
      }
      if (name !== null && !isOutlet(name, outlets)) {
        if (!names.has(comparable(name))) names.set(comparable(name), name);
        isUsed = true;
      }
    }
    if (isUsed && quote !== null) quotes.push(quote);
  }
  return { names: wholeNames([...names.values()]), agency, carriers, quotes };
}

/** Whether a credit begins with the name of a person or an agency. */
export function namesSomeone(text: string, least: "a word" | "two words"): boolean {
  const [first = ""] = partsOf(text);
  const { sender, person } = withoutSender(first);
  const name = nameOf(person);
  return sender !== null || (name !== null && (least === "a word" || name.includes(" ")));
}

/** Beside whole names, a single word is a button or a place. */
function wholeNames(names: readonly string[]): readonly string[] {
  const whole = names.filter((name) => name.includes(" ") || /\p{Lo}/u.test(name));
  const kept = whole.length > 0 ? whole : names;
  return kept.length > MAX_AUTHORS ? [] : kept;
}

/** The outlet's name, or one that begins with it: `Harbour Post Business`. */
function isOutlet(name: string, outlets: readonly string[]): boolean {
  const plain = comparable(name);
  const joined = plain.replaceAll(" ", "");
  return outlets.some(
    (outlet) => plain.startsWith(`${outlet} `) || joined === outlet.replaceAll(" ", ""),
  );
}

const VIA = /\s+via\s+/i;
const PARTING = new RegExp(
  `(?<=\\p{Ll}{3})\\.\\s+(?=\\p{Lu})|\\s*[,;|·•/()\\[\\]\\n]\\s*|\\s+[–—-]\\s+|\\s+&\\s+|\\s+(?:${JOINTS})\\s+(?=\\p{Lu}|\\p{Lo})`,
  "u",
);

function partsOf(text: string): string[] {
  const plain = oneLine(text.slice(0, MAX_CREDIT).replace(/<[^<>]{0,200}>/g, " "));
  return plain.split(PARTING).map((part) => withoutLabel(part.trim()));
}

/** Words of an agency's name at the most, and of what may stand beside it. */
const MAX_AGENCY = 3;
const MAX_WORDS = 6;

/** `AFP in Paris` and `Jane Doe Associated Press` to the agency and the person. */
function withoutSender(text: string): { readonly sender: string | null; readonly person: string } {
  const words = text
    .replace(/^the\s/i, "")
    .replace(/[\s\d:.]+$/, "")
    .split(/\s+/);
  if (words.length > MAX_WORDS) return { sender: null, person: text };
  for (let count = Math.min(MAX_AGENCY, words.length); count > 0; count -= 1) {
    const front = words.slice(0, count).join(" ");
    const rest = words.slice(count).join(" ");
    if (isAgency(front) && isNoPerson(rest)) return { sender: bareName(front), person: "" };
    const tail = words.slice(-count).join(" ");
    const before = words.slice(0, -count).join(" ");
    // A short name behind another may be a surname.
    if (count > 1 && before !== "" && isAgency(tail))
      return { sender: bareName(tail), person: before };
  }
  return { sender: null, person: text };
}

function isAgency(text: string): boolean {
  const name = bareName(text);
  if (!AGENCY_NAMES.has(name)) return false;
  // Folded, some are people's names: `SANA`, `EFE`.
  return name.length > 4 || name === name.toUpperCase() || name === "dpa";
}

function bareName(text: string): string {
  return text.replace(/[.:]+$/, "");
}

function isNoPerson(rest: string): boolean {
  return rest === "" || BESIDE_AGENCY.test(rest) || monthOf(rest, "") !== null;
}

const BESIDE_AGENCY =
  /^(?:in|aus|en|à)\s\p{Lu}|^(?:staff|news|agency|correspondent|reporter|international|haber|ajansı)/iu;
