/** An address to the day in its path: `/2020/05/21/`, `/2020-05-21-`, `/20200521`. */
import { isCivilDay } from "../../../text/dates-calendar.js";

export function urlDate(url: string): string | null {
  const path = url.slice(0, MAX_URL).replace(/^[a-z]+:\/\/[^/]*/i, "");
  for (const regex of FORMS) {
    for (const match of path.matchAll(regex)) {
      const { year = "", month = "", day = "" } = match.groups ?? {};
      const [y, m, d] = [Number(year), Number(month), Number(day)];
      if (y < 1995 || y > 2035 || !isCivilDay(y, m, d)) continue;
      return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    }
  }
  return null;
}

const MAX_URL = 1000;
const FORMS: readonly RegExp[] = [
  /(?<=[/_.=-])(?:(?<year>(?:19|20)\d\d)(?<mark>[/_.-])(?<month>[01]?\d)\k<mark>(?<day>[0-3]?\d))(?=[/_.?&#-]|$)/g,
  /(?<=[/_.=-])(?:(?<year>(?:19|20)\d\d)[/_.-]?(?<month>[01]\d)[/_.-]?(?<day>[0-3]\d))(?=[/_.?&#-]|$)/g,
  /(?<=[/_.=-])(?:(?<day>[0-3]\d)(?<mark>[/_.-])(?<month>[01]\d)\k<mark>(?<year>20\d\d))(?=[/_.?&#-]|$)/g,
];
