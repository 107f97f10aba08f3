import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DateReference,
  findDateExpressions,
  findDateMentions,
  resolveDate,
} from "../../src/text/dates/index.js";
import {
  civilDay,
  dayNumber,
  formatDay,
  parseDay,
  weekdayOf,
} from "../../src/text/dates-calendar.js";

/** A Thursday. */
const PUBLISHED: DateReference = { day: "2021-05-06", anchor: "published" };

function datesIn(text: string, language: string, reference: DateReference | null = PUBLISHED) {
  return findDateMentions(text, language, reference).map(({ text: words, from, to }) =>
    from === to ? `${words} = ${from}` : `${words} = ${from}..${to}`,
  );
}

describe("English", () => {
  it.each([
    ["The envoy met them on May 3, 2021.", "on May 3, 2021 = 2021-05-03"],
    ["The envoy met them on 3 May 2021.", "on 3 May 2021 = 2021-05-03"],
    ["Filed on Sat 14th December, 2019.", "on Sat 14th December, 2019 = 2019-12-14"],
    ["The deal of Dec. 24, 2019, held.", "Dec. 24, 2019 = 2019-12-24"],
    ["It was signed in November 2019.", "in November 2019 = 2019-11-01..2019-11-30"],
    ["It began in 2011.", "in 2011 = 2011-01-01..2011-12-31"],
    ["It has gone on since 2014.", "since 2014 = 2014-01-01..2014-12-31"],
    ["They met on May 3.", "on May 3 = 2021-05-03"],
    ["They met on December 26.", "on December 26 = 2020-12-26"],
    ["The vote will be held on December 24.", "on December 24 = 2021-12-24"],
    ["The conference on May 10 has no host.", "on May 10 = 2021-05-10"],
    ["It took over in March.", "in March = 2021-03-01..2021-03-31"],
    ["It took over in October.", "in October = 2020-10-01..2020-10-31"],
    ["They will meet in October.", "in October = 2021-10-01..2021-10-31"],
    ["He spoke on Thursday.", "on Thursday = 2021-05-06"],
    ["He spoke on Saturday.", "on Saturday = 2021-05-01"],
    ["He spoke last Thursday.", "last Thursday = 2021-04-29"],
    ["They will meet on Monday.", "on Monday = 2021-05-10"],
    ["They meet next Thursday.", "next Thursday = 2021-05-13"],
    ["He spoke yesterday.", "yesterday = 2021-05-05"],
    ["They agreed last week.", "last week = 2021-04-26..2021-05-02"],
    ["They meet next month.", "next month = 2021-06-01..2021-06-30"],
    ["Elections are due later this year.", "later this year = 2021-01-01..2021-12-31"],
    ["It fell three days ago.", "three days ago = 2021-05-03"],
    [
      "Fighting goes on, eight months after he marched.",
      "eight months after = 2020-09-01..2020-09-30",
    ],
    ["to be held in the second week of June", "second week of June = 2021-06-08..2021-06-14"],
    ["It ended on 2021-04-02.", "2021-04-02 = 2021-04-02"],
    ["It ended on 02.04.2021.", "02.04.2021 = 2021-04-02"],
  ])("resolves %s", (text, expected) => expect(datesIn(text, "en")).toEqual([expected]));

  it.each([
    "Turkey may send troops to march on the capital.",
    "In May 20,000 troops",
    "It happened in the coming days.",
    "On Black Friday shops open.",
    "On February 30, 2021, nothing happened.",
    "It was 04/05/2021 or so.",
    "Today, Saturday, they met.",
  ])("finds no day in: %s", (text) => {
    expect(datesIn(text, "en").filter((found) => !found.startsWith("In May"))).toEqual([]);
  });

  it("takes the tense from the nearest verb before the date", () => {
    const text =
      "The envoy, who will visit Tripoli, said on Monday that talks would resume on Friday.";
    expect(datesIn(text, "en")).toEqual(["on Monday = 2021-05-03", "on Friday = 2021-05-07"]);
  });

  it("takes the weekday as a witness for the year", () => {
    const [day] = findDateExpressions("They met on Friday, December 24.", "en");
    const in2021 = { day: "2021-12-26", anchor: "published" } as const;
    expect(day && resolveDate(day, in2021)?.from).toBe("2021-12-24");
    expect(day && resolveDate(day, PUBLISHED, "past")).toBeNull();
  });

  it("resolves without a reference only what says its year", () => {
    expect(datesIn("On Monday, May 3, 2021, after talks on Friday", "en", null)).toEqual([
      "On Monday, May 3, 2021 = 2021-05-03",
    ]);
  });

  it("says what each date was resolved against", () => {
    const inferred = { day: "2021-05-06", anchor: "inferred" } as const;
    const mentions = findDateMentions("On Friday and on May 3, 2020", "en", inferred);
    expect(mentions.map(({ anchor }) => anchor)).toEqual(["inferred", "absolute"]);
  });
});

describe("other languages", () => {
  it.each([
    ["tr", "Bakan 3 Mayıs'ta Trablus'a gitti.", "3 Mayıs'ta = 2021-05-03"],
    ["tr", "Görüşme 3 Mayıs 2021'de yapıldı.", "3 Mayıs 2021'de = 2021-05-03"],
    ["tr", "Kasım 2019’da imzalandı.", "Kasım 2019’da = 2019-11-01..2019-11-30"],
    ["tr", "Savaş 2011'de başladı.", "2011'de = 2011-01-01..2011-12-31"],
    ["tr", "Bakan Cumartesi günü açıkladı.", "Cumartesi günü = 2021-05-01"],
    ["tr", "Heyet pazartesi günü gidecek.", "pazartesi günü = 2021-05-10"],
    ["tr", "Geçen hafta söyledi.", "Geçen hafta = 2021-04-26..2021-05-02"],
    ["tr", "Dün konuştu.", "Dün = 2021-05-05"],
    ["fr", "Il l'a dit le 1er mai 2021.", "le 1er mai 2021 = 2021-05-01"],
    ["fr", "Signé en novembre 2019.", "en novembre 2019 = 2019-11-01..2019-11-30"],
    ["fr", "Il a déclaré samedi que oui.", "samedi = 2021-05-01"],
    ["fr", "Ils ont signé la semaine dernière.", "la semaine dernière = 2021-04-26..2021-05-02"],
    ["fr", "Le vote aura lieu le 24 décembre.", "le 24 décembre = 2021-12-24"],
    ["ru", "Он заявил 3 мая 2021 года.", "3 мая 2021 года = 2021-05-03"],
    ["ru", "Подписано в ноябре 2019 года.", "в ноябре 2019 года = 2019-11-01..2019-11-30"],
    ["ru", "Он заявил в субботу.", "в субботу = 2021-05-01"],
    ["ru", "На прошлой неделе они встретились.", "На прошлой неделе = 2021-04-26..2021-05-02"],
    ["ru", "Они встретились вчера.", "вчера = 2021-05-05"],
    ["ru", "Выборы пройдут 24 декабря.", "24 декабря = 2021-12-24"],
    ["ar", "التقى الوزير نظيره في 3 مايو 2021.", "في 3 مايو 2021 = 2021-05-03"],
    ["ar", "التقيا ٣ أيار/مايو ٢٠٢١.", "٣ أيار/مايو ٢٠٢١ = 2021-05-03"],
    ["ar", "التقيا 14 كانون الأول 2019.", "14 كانون الأول 2019 = 2019-12-14"],
    ["ar", "التقيا 5 غشت 2020.", "5 غشت 2020 = 2020-08-05"],
    ["ar", "التقيا 5 جويلية 2020.", "5 جويلية 2020 = 2020-07-05"],
    ["ar", "وقعت في نوفمبر 2019.", "في نوفمبر 2019 = 2019-11-01..2019-11-30"],
    ["ar", "قال يوم السبت إن ذلك صحيح.", "يوم السبت = 2021-05-01"],
    ["ar", "اتفقوا الأسبوع الماضي.", "الأسبوع الماضي = 2021-04-26..2021-05-02"],
    ["ar", "قال أمس إن ذلك صحيح.", "أمس = 2021-05-05"],
    ["ar", "ستجرى في 24 ديسمبر المقبل.", "في 24 ديسمبر المقبل = 2021-12-24"],
  ])("%s: resolves %s", (language, text, expected) => {
    expect(datesIn(text, language)).toEqual([expected]);
  });

  it("finds numeric dates where it has no words for the language", () => {
    expect(datesIn("Pada 3 Mei atau 2021-05-03", "id")).toEqual(["2021-05-03 = 2021-05-03"]);
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    ..."on May 3 2021 , last week Monday 14 December today in the second of June ago three 3 Mayıs samedi в субботу يوم السبت 2011 . \n ' 's".split(
      " ",
    ),
  );
  const text = fc.array(words, { maxLength: 30 }).map((list) => list.join(" "));
  const language = fc.constantFrom("en", "tr", "fr", "ru", "ar", "und");
  const day = fc.integer({ min: -20_000, max: 60_000 }).map(formatDay);

  it("gives spans that hold their own words, in order and apart", () => {
    fc.assert(
      fc.property(text, language, (sample, tongue) => {
        let last = 0;
        for (const { start, end, text: found } of findDateExpressions(sample, tongue)) {
          expect(sample.slice(start, end)).toBe(found);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });

  it("resolves to days of the calendar, the first not after the last", () => {
    fc.assert(
      fc.property(text, language, day, (sample, tongue, published) => {
        const reference = { day: published, anchor: "published" } as const;
        for (const { from, to } of findDateMentions(sample, tongue, reference)) {
          expect(parseDay(from)).not.toBeNull();
          expect(parseDay(to)).not.toBeNull();
          expect(from <= to).toBe(true);
        }
      }),
    );
  });

  it("resolves alike wherever the machine stands", () => {
    const zone = process.env.TZ;
    const results = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"].map((name) => {
      process.env.TZ = name;
      return datesIn("On Saturday, last month, in March and on May 3", "en");
    });
    process.env.TZ = zone;
    expect(new Set(results.map(String)).size).toBe(1);
  });
});

describe("day numbers", () => {
  it("agree with the calendar of the platform", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 80_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        const { year, month, day } = civilDay(number);
        expect([year, month, day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(dayNumber(year, month, day)).toBe(number);
        expect(weekdayOf(number)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  it("know no 29 February outside leap years", () => {
    expect(parseDay("2020-02-29")).not.toBeNull();
    expect(parseDay("2100-02-29")).toBeNull();
  });
});
