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
    ["fr", "3 mai 2021"],
    ["ru", "3 мая 2021"],
    ["en-GB", "3 May 2021"],
  ])("speaks %s", (language, words) => {
    expect(dateWords("2021-05-03", language, "d MMMM yyyy")).toBe(words);
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
