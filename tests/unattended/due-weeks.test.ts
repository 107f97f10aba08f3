import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutOffOf, parseWeek } from "../../src/issue/index.js";
import { BriefSettingsSchema } from "../../src/model/settings.js";
import { dueWeeks } from "../../src/unattended/due-weeks.js";

const settings = BriefSettingsSchema.parse({
  title: "Weekly",
  timeZone: "Europe/Berlin",
  cutOff: { day: "sunday", time: "18:00" },
});

const ids = (weeks: readonly { readonly id: string }[]) => weeks.map(({ id }) => id);
const due = (
  now: string,
  made: readonly string[],
  begun: string | null = made[0] ?? null,
  own = settings,
) => dueWeeks(own, { made: new Set(made), begun }, now, 3);

describe("which weeks are due", () => {
  test("a week is due from its cut-off on, by the clock of the desk", () => {
    expect(ids(due("2021-05-09T15:59:59.999Z", []).due)).toEqual(["2021-W17"]);
    expect(ids(due("2021-05-09T16:00:00.000Z", []).due)).toEqual(["2021-W18"]);
    expect(ids(due("2021-01-10T16:30:00.000Z", []).due)).toEqual(["2020-W53"]);
    expect(ids(due("2021-01-10T17:00:00.000Z", []).due)).toEqual(["2021-W01"]);
  });

  test("a new desk begins with the latest week", () => {
    expect(due("2021-05-10T06:00:00.000Z", [])).toEqual({
      due: [parseWeek("2021-W18")],
      missed: [],
    });
  });

  test("nothing is due twice", () => {
    expect(ids(due("2021-05-10T06:00:00.000Z", ["2021-W18"]).due)).toEqual([]);
  });

  test("missed weeks are made up for, oldest first, and those too far back are named", () => {
    const { due: now, missed } = due("2021-06-14T06:00:00.000Z", ["2021-W18"]);
    expect(ids(now)).toEqual(["2021-W21", "2021-W22", "2021-W23"]);
    expect(ids(missed)).toEqual(["2021-W19", "2021-W20"]);
  });

  test("a week that could not be made is due again", () => {
    const { due: now } = due("2021-05-17T06:00:00.000Z", ["2021-W19"], "2021-W18");
    expect(ids(now)).toEqual(["2021-W18"]);
  });

  test("no week before the first issue is due", () => {
    const own = { ...settings, firstIssue: "2021-W20" };
    expect(ids(due("2021-05-10T06:00:00.000Z", [], null, own).due)).toEqual([]);
    expect(ids(due("2021-05-24T06:00:00.000Z", [], null, own).due)).toEqual(["2021-W20"]);
  });

  test("a clock that jumped ages ahead counts no weeks for ever", () => {
    const { due: now, missed } = due("9998-05-10T06:00:00.000Z", ["2021-W18"]);
    expect(now).toHaveLength(3);
    expect(missed.length).toBeLessThan(1000);
  });

  test("whenever it is asked, what is due has its cut-off behind it, and the week after has it ahead", () => {
    const zones = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Istanbul"];
    const days = ["sunday", "monday", "thursday", "saturday"] as const;
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2015-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
        fc.constantFrom(...zones),
        fc.constantFrom(...days),
        (now, timeZone, day) => {
          const own = BriefSettingsSchema.parse({
            title: "W",
            timeZone,
            cutOff: { day, time: "23:30" },
          });
          const [week] = dueWeeks(own, { made: new Set(), begun: null }, now.toISOString(), 1).due;
          if (week === undefined) throw new Error("none is due");
          const end = Date.parse(cutOffOf(week, own));
          expect(end).toBeLessThanOrEqual(now.getTime());
          expect(now.getTime() - end).toBeLessThan(7.1 * 24 * 3600 * 1000);
        },
      ),
    );
  });
});
