import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWrittenDate } from "../../src/readers/written-date.js";

function read(text: string, language = "en"): string | null {
  const stated = readWrittenDate(text, text, language);
  return stated && [stated.date, stated.time].filter((part) => part !== null).join(" ");
}

describe("dates as feeds, mails and exports write them", () => {
  it.each([
    ["Wed, 05 May 2021 10:00:00 +0200", "2021-05-05 10:00"],
    ["5 May 2021 23:30 -1100", "2021-05-05 23:30"],
    ["Wed, 05 May 21 10:00:00 GMT", "2021-05-05 10:00"],
    ["Tue, 05 Jan 99 10:00:00 EST", "1999-01-05 10:00"],
    ["Wed May  5 10:00:00 2021", "2021-05-05 10:00"],
    ["Wed May 05 2021 10:00:00 GMT+0200 (CEST)", "2021-05-05 10:00"],
    ["2021-05-05T22:45:00-04:00", "2021-05-05 22:45"],
    ["2021-05-05T22:45:00.123Z", "2021-05-05 22:45"],
    ["20210505T224500Z", "2021-05-05 22:45"],
    ["20210505", "2021-05-05"],
    ["2021-05-05 08:15", "2021-05-05 08:15"],
    ["2021/05/05", "2021-05-05"],
    ["1620210600", "2021-05-05 10:30"],
    ["1620210600000", "2021-05-05 10:30"],
    ["May 5, 2021 at 10:30 PM", "2021-05-05 22:30"],
    ["Wednesday, May 5, 2021", "2021-05-05"],
    ["5. Mai 2021", "2021-05-05"],
    ["5 Mayıs 2021 14:30", "2021-05-05 14:30"],
    ["5 мая 2021", "2021-05-05"],
    ["٥ مايو ٢٠٢١", "2021-05-05"],
    ["25/05/2021", "2021-05-25"],
    ["05.06.2021", "2021-06-05"],
  ])("reads %s", (text, day) => {
    expect(read(text)).toBe(day);
  });

  it("keeps the day of the writer's zone", () => {
    expect(read("2021-05-05T23:59:00+14:00")).toBe("2021-05-05 23:59");
  });

  it("takes midnight to the second for a day without its time", () => {
    expect(read("2021-05-05T00:00:00Z")).toBe("2021-05-05");
  });

  it.each(["05/06/2021", "31 February 2021", "2021-13-01", "2021", "May 2021", "yesterday", ""])(
    "takes %j for no day",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        readWrittenDate(text, text);
      }),
    );
  });
});
