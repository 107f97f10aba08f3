/** From the flags that name days, weeks and formats to values, each fault with what to write instead. */
import { type Period, parseDay, parseWeek, periodOfDays } from "../issue/index.js";
import { UsageError } from "./usage.js";

export { parseFormats } from "./parse-formats.js";

/** @returns null for the latest week that has articles */
export function parsePeriod(flags: {
  readonly week?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): Period | null {
  if (flags.week !== undefined) {
    const week = parseWeek(flags.week);
    if (week !== null) return week;
    throw new UsageError(`there is no week “${flags.week}”`, "write an ISO week, e.g. 2021-W18");
  }
  const from = parseDayOption("from", flags.from);
  const to = parseDayOption("to", flags.to);
  if (from === undefined || to === undefined) return null;
  if (from > to) {
    throw new UsageError(
      `the period ends before it starts: ${from} to ${to}`,
      "swap --from and --to",
    );
  }
  return periodOfDays(from, to);
}

export function parseDayOption(flag: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const day = parseDay(value);
  if (day !== null) return day;
  throw new UsageError(
    `--${flag}: there is no day “${value}”`,
    "write year-month-day, e.g. 2021-05-03",
  );
}

/** @returns each BCP 47 tag once; `[undefined]`, which is the brief's first language, where none is named */
export function parseLanguages(list: string | undefined): readonly (string | undefined)[] {
  if (list === undefined) return [undefined];
  const tags = list.split(",").map((tag) => tag.trim());
  const wrong = tags.find((tag) => !/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag));
  if (wrong === undefined) return [...new Set(tags.map(canonical))];
  throw new UsageError(
    `--language: “${wrong}” is no language`,
    "write its tag, e.g. tr, or several with commas between them: en,tr,ar",
  );
}

/** In the letters that tags are written in (RFC 5646, 2.1.1): `EN` is `en`, `zh-hant` is `zh-Hant`. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}
