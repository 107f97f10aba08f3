/** Words that turn what is told into its opposite, by language: a pair to a row, forms by `/`. */
import { fold } from "../../text/fold.js";
import { primaryLanguage } from "../../text/primary-language.js";
import type { Told } from "./told.js";

const ENGLISH = `
  open/opens/opened/reopen/reopens/reopened/reopening close/closes/closed/closing/shut/shuts
  accept/accepts/accepted/approve/approves/approved reject/rejects/rejected/refuse/refuses/refused
  lift/lifts/lifted/lifting/end/ends/ended impose/imposes/imposed/keep/keeps/kept/extend/extends/extended
  resume/resumes/resumed/restart/restarts/restarted suspend/suspends/suspended/halt/halts/halted/stop/stops/stopped
  allow/allows/allowed/permit/permits/permitted ban/bans/banned/forbid/forbids/forbade
  join/joins/joined leave/leaves/left/quit/quits
  support/supports/supported/back/backs/backed oppose/opposes/opposed
  confirm/confirms/confirmed deny/denies/denied
  win/wins/won lose/loses/lost
  release/releases/released/free/freed detain/detains/detained/arrest/arrests/arrested
  agree/agrees/agreed disagree/disagrees/disagreed
  rise/rises/rose/risen/increase/increases/increased fall/falls/fell/fallen/decrease/decreases/decreased`;

const GERMAN = `
  geöffnet/öffnet/wiedereröffnet geschlossen/schließt/gesperrt
  angenommen/genehmigt/billigt abgelehnt/lehnt/verworfen
  aufgehoben/aufheben/hebt verhängt/verlängert/behält
  wiederaufgenommen/fortgesetzt ausgesetzt/eingestellt/gestoppt
  erlaubt/zugelassen verboten/untersagt
  bestätigt/bestätigte dementiert/dementierte/bestreitet`;

const FRENCH = `
  ouvert/ouverte/rouvert/rouverte fermé/fermée
  accepté/acceptée/approuvé/approuvée rejeté/rejetée/refusé/refusée
  levé/levée imposé/imposée/prolongé/prolongée
  repris/reprise suspendu/suspendue
  autorisé/autorisée interdit/interdite
  confirmé/confirme démenti/dément`;

const TURKISH = `
  açıldı/açtı kapatıldı/kapandı/kapattı
  kabul reddetti/reddedildi
  kaldırıldı/kaldırdı uzatıldı/uzattı/getirildi
  doğruladı yalanladı`;

type Sides = readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[];

const read = (table: string): Sides =>
  table
    .trim()
    .split("\n")
    .map((row) => {
      const [first = "", second = ""] = row.trim().split(/\s+/);
      return [new Set(formsOf(first)), new Set(formsOf(second))] as const;
    });

const formsOf = (forms: string): string[] => forms.split("/").map((form) => fold(form));

const OPPOSITES: ReadonlyMap<string, Sides> = new Map([
  ["en", read(ENGLISH)],
  ["de", read(GERMAN)],
  ["fr", read(FRENCH)],
  ["tr", read(TURKISH)],
]);

/**
 * One of them is negated and the other is not, or each has one word of a pair and not the other one.
 * @param languages of the first and of the second
 */
export function areOpposite(
  first: Told,
  second: Told,
  languages: readonly [string, string],
): boolean {
  const [one, other] = languages.map((language) => primaryLanguage(language));
  const turns = one === other ? turnedWords(first, second, one ?? "") : false;
  return (first.isNegated !== second.isNegated) !== turns;
}

function turnedWords(first: Told, second: Told, language: string): boolean {
  return (OPPOSITES.get(language) ?? []).some(([up, down]) => {
    const has = ({ words }: Told, side: ReadonlySet<string>) =>
      words.some((word) => side.has(word));
    const [a, b] = [has(first, up), has(first, down)];
    const [c, d] = [has(second, up), has(second, down)];
    return (a && !b && d && !c) || (b && !a && c && !d);
  });
}
