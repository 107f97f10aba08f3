import { afterEach, describe, expect, test } from "vitest";
import { dateWords, rangeWords } from "../../src/templating/date-words.js";

const join = (from: string, to: string) => `${from} to ${to}`;
const range = (from: string, to: string, precision: "day" | "week" | "month" | "year" = "day") =>
  rangeWords({ from, to, precision }, "en", join);

describe("a date in words", () => {
  test.each([
    ["2021", "2021"],
    ["2021-05", "May 2021"],
    ["2021-05-03", "3 May 2021"],
    ["2021-05-09T18:00:00Z", "9 May 2021, 18:00 UTC"],
  ])("prints as much of %s as is known", (value, words) => {
    expect(dateWords(value, "en")).toBe(words);
  });

  test("prints no day of a month, whatever the format asks for", () => {
    expect(dateWords("2021-05", "en", "d MMMM yyyy")).toBe("May 2021");
  });

  test.each([
    ["tr", "3 Mayıs 2021"],
    ["ar", "3 مايو 2021"],
    ["fr", "3 mai 2021"],
    ["ru", "3 мая 2021\u202fг."],
    ["de", "3. Mai 2021"],
    ["en-GB", "3 May 2021"],
    ["es", "3 de mayo de 2021"],
    ["hu", "2021. május 3."],
    ["fa", "3 مه 2021"],
  ])("speaks %s", (language, words) => {
    expect(dateWords("2021-05-03", language, "d MMMM yyyy")).toBe(words);
  });

  test.each([
    ["tr", "Kasım 2019"],
    ["ar", "نوفمبر 2019"],
    ["ru", "ноябрь 2019\u202fг."],
    ["fr", "novembre 2019"],
    ["de", "November 2019"],
  ])("names a month that stands alone in %s", (language, words) => {
    expect(dateWords("2019-11-03", language, "MMMM yyyy")).toBe(words);
  });

  test("has French begin a month with an ordinal", () => {
    expect(dateWords("2021-05-01", "fr")).toBe("1er mai 2021");
    expect(dateWords("2021-05-02", "fr", "do MMMM")).toBe("2 mai");
  });

  test("keeps the order of hours, the zone and words of the template", () => {
    const shape = "EEEE, d MMMM yyyy, HH:mm 'UTC of d MMM'";
    const day = "2021-05-09T18:00:00Z";
    expect(dateWords(day, "de", shape)).toBe("Sonntag, 9. Mai 2021, 18:00 UTC of d MMM");
    expect(dateWords(day, "ar", "d MMM yyyy, HH:mm 'UTC'")).toBe("9 مايو 2021، 18:00 UTC");
  });

  test("refuses what is no date", () => {
    expect(() => dateWords("yesterday", "en")).toThrow('"yesterday" is not an ISO date');
  });
});

describe("a range in words", () => {
  test.each([
    ["2021-05-03", "2021-05-09", "3 to 9 May 2021"],
    ["2021-04-26", "2021-05-02", "26 Apr to 2 May 2021"],
    ["2020-12-28", "2021-01-03", "28 Dec 2020 to 3 Jan 2021"],
    ["2021-05-03", "2021-05-03", "3 May 2021"],
  ])("%s to %s", (from, to, words) => {
    expect(range(from, to)).toBe(words);
  });

  test.each([
    ["tr", "3–9 Mayıs 2021", "28 Nisan–9 Mayıs 2021", "28 Aralık 2020–9 Mayıs 2021"],
    ["ar", "3–9 مايو 2021", "28 أبريل–9 مايو 2021", "28 ديسمبر 2020–9 مايو 2021"],
    [
      "ru",
      "3–9 мая 2021\u202fг.",
      "28 апреля–9 мая 2021\u202fг.",
      "28 декабря 2020\u202fг.–9 мая 2021\u202fг.",
    ],
    ["fr", "3–9 mai 2021", "28 avril–9 mai 2021", "28 décembre 2020–9 mai 2021"],
    ["de", "3.–9. Mai 2021", "28. April–9. Mai 2021", "28. Dezember 2020–9. Mai 2021"],
    [
      "es",
      "3–9 de mayo de 2021",
      "28 de abril–9 de mayo de 2021",
      "28 de diciembre de 2020–9 de mayo de 2021",
    ],
    [
      "hu",
      "2021. május 3.–2021. május 9.",
      "2021. április 28.–2021. május 9.",
      "2020. december 28.–2021. május 9.",
    ],
  ])("in %s prints once what both ends share", (language, month, year, neither) => {
    const words = (from: string) =>
      rangeWords(
        { from, to: "2021-05-09", precision: "day" },
        language,
        (a, b) => `${a}–${b}`,
        "MMMM",
      );
    expect(["2021-05-03", "2021-04-28", "2020-12-28"].map(words)).toEqual([month, year, neither]);
  });

  test("tells whether its first end is a day alone", () => {
    const words = (from: string) =>
      rangeWords(
        { from, to: "2021-05-09", precision: "day" },
        "en",
        (a, _, isDay) => `${a} ${isDay}`,
      );
    expect([words("2021-05-03"), words("2021-04-28")]).toEqual(["3 true", "28 Apr false"]);
  });

  test("of a whole month or year is that month or year", () => {
    expect(range("2019-11-01", "2019-11-30", "month")).toBe("Nov 2019");
    expect(range("2011-01-01", "2011-12-31", "year")).toBe("2011");
  });
});

describe("the machine's time zone and locale", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // Midnight of that day does not exist in São Paulo.
  test.each(["America/Sao_Paulo", "Pacific/Kiritimati", "Pacific/Pago_Pago"])(
    "do not matter in %s",
    (name) => {
      process.env.TZ = name;
      expect(dateWords("2018-11-04", "en")).toBe("4 Nov 2018");
      expect(dateWords("2018-11-04T00:00:00Z", "en")).toBe("4 Nov 2018, 00:00 UTC");
      expect(dateWords("2018-11-04", "en", "EEEE 'of week' I")).toBe("Sunday of week 44");
    },
  );
});
