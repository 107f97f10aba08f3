/** Days, times and counts as the page prints them. */

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** @param day `2021-05-03` */
export function day(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.valueOf()) ? day : DAY.format(at);
}

export function dayRange(from: string, to: string): string {
  const [start, end] = [from, to].map((one) => new Date(`${one}T00:00:00Z`));
  if (start === undefined || end === undefined) return "";
  if (Number.isNaN(start.valueOf()) || Number.isNaN(end.valueOf())) return `${from} – ${to}`;
  return DAY.formatRange(start, end);
}

/** The minute of an instant, in the reader's own time. */
export function minute(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.valueOf()) ? instant : TIME.format(at);
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

export function milliseconds(ms: number): string {
  return `${Math.round(ms).toLocaleString("en")} ms`;
}

/** Words by language tag to those of a language, of English, or the first there are. */
export function localised(
  words: Readonly<Record<string, string | undefined>>,
  language: string,
): string {
  return words[language] ?? words.en ?? Object.values(words).find((one) => one !== undefined) ?? "";
}
