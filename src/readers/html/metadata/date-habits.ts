/** Language and country of a page to how it writes its dates. */
import { hostOf } from "../../canonical-url.js";
import type { DateHabits } from "./calendar-days.js";

/** Countries that write the month first, as language tags and domains call them. */
const MONTH_FIRST = /^(?:us|ph|pr|gu)$/;
/** Domains that say nothing of a country. */
const ANYWHERE = /^(?:com|org|net|info|news|io|co|tv|me|gov|edu|mil)$/;

export function dateHabits(
  language: string | null,
  tag: string | null,
  url: string | null,
): DateHabits {
  const region = /^[a-z]{2,3}[-_]([a-z]{2})$/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase();
  const domain = hostOf(url)?.split(".").at(-1) ?? "";
  const known = language ?? "";
  // Templates say `en-US` by themselves: a country's domain knows better.
  const country = ANYWHERE.test(domain) || domain === "" ? (region ?? "us") : domain;
  const isMonthFirst = known === "en" && MONTH_FIRST.test(country);
  return { language: known, order: isMonthFirst ? "month-first" : "day-first" };
}
