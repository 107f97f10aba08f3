import { describe, expect, it } from "vitest";
import { findDays } from "../../../src/readers/html/metadata/calendar-days.js";
import { urlDate } from "../../../src/readers/html/metadata/url-dates.js";

const DAY_FIRST = "day-first" as const;

describe("the days that a page shows", () => {
  it.each([
    ["en", "Published on May 21st, 2020"],
    ["en", "21 May 2020"],
    ["en", "Thu, 21-May-2020"],
    ["de", "Donnerstag, 21. Mai 2020"],
    ["de", "am 21.5.2020"],
    ["de", "21.05.20"],
    ["fr", "le 21 mai 2020 à 14h05"],
    ["es", "21 de mayo de 2020"],
    ["pt", "21 de maio de 2020"],
    ["it", "giovedì 21 maggio 2020"],
    ["nl", "21 mei 2020"],
    ["sv", "21 maj 2020"],
    ["da", "21. maj 2020"],
    ["no", "21. mai 2020"],
    ["fi", "21. toukokuuta 2020"],
    ["et", "21. mai 2020"],
    ["lv", "2020. gada 21. maijs"],
    ["lt", "2020 m. gegužės 21 d."],
    ["pl", "21 maja 2020 r."],
    ["cs", "21. května 2020"],
    ["sk", "21. mája 2020"],
    ["hu", "2020. május 21."],
    ["ro", "21 mai 2020"],
    ["sl", "21. maj 2020"],
    ["hr", "21. svibnja 2020."],
    ["sr", "21. мај 2020."],
    ["bg", "21 май 2020"],
    ["ru", "21 мая 2020"],
    ["uk", "21 травня 2020"],
    ["el", "21 Μαΐου 2020"],
    ["tr", "21 Mayıs 2020 Perşembe"],
    ["az", "21 may 2020"],
    ["ar", "٢١ مايو ٢٠٢٠"],
    ["ar", "21 أيار 2020"],
    ["fa", "۲۱ مه ۲۰۲۰"],
    ["he", "21 מאי 2020"],
    ["id", "21 Mei 2020"],
    ["zh", "2020年5月21日"],
    ["ko", "2020년 5월 21일"],
    ["", "2020-05-21T14:05:00+03:00"],
  ])("reads %s: %s", (language, text) => {
    const days = findDays(text, { language, order: DAY_FIRST });
    expect(days.map(({ date }) => date)).toEqual(["2020-05-21"]);
  });

  it.each([
    ["pl", "3 listopada 2020", "2020-11-03"],
    ["hr", "3. listopada 2020.", "2020-10-03"],
    ["de", "3. Dezember 2011", "2011-12-03"],
    ["cs", "3. prosince 2020", "2020-12-03"],
    ["tr", "3 Ağustos 2020", "2020-08-03"],
    ["ar", "3 كانون الثاني 2020", "2020-01-03"],
  ])("tells months apart in %s: %s", (language, text, date) => {
    expect(findDays(text, { language, order: DAY_FIRST })[0]?.date).toBe(date);
  });

  it("reads a slashed date as the country does", () => {
    const read = (order: "day-first" | "month-first") =>
      findDays("05/06/2020", { language: "en", order })[0]?.date;
    expect([read("day-first"), read("month-first")]).toEqual(["2020-06-05", "2020-05-06"]);
  });

  it.each([
    "2 hours ago",
    "31.02.2020",
    "version 2.10.2020.4",
    "call 030/12.05.1",
    "May 2020",
    "1 May 1950",
  ])("finds none in: %s", (text) =>
    expect(findDays(text, { language: "en", order: DAY_FIRST })).toEqual([]),
  );

  it("takes the time that stands beside the day", () => {
    const times = ["21.05.2020, 14:05 Uhr", "2:05 PM EST, May 21, 2020", "21 May 2020 | 14.05"];
    for (const text of times) {
      expect(findDays(text, { language: "en", order: DAY_FIRST })[0]?.time).toBe("14:05");
    }
  });
});

describe("the day in an address", () => {
  it.each([
    ["https://harbour.example/world/2020/05/21/talks/", "2020-05-21"],
    ["https://harbour.example/2020-5-21-talks.html", "2020-05-21"],
    ["https://harbour.example/news/20200521/talks", "2020-05-21"],
    ["https://harbour.example/talks-21.05.2020.html", "2020-05-21"],
    ["https://harbour.example/2020/05/talks", null],
    ["https://harbour.example/item/20201521", null],
    ["https://2020-05-21.example/talks", null],
    ["https://harbour.example/n1202005215", null],
  ])("reads %s as %s", (url, date) => expect(urlDate(url)).toBe(date));
});
