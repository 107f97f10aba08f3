import { expect, test } from "vitest";
import { verifyTranslation } from "../../../src/summary/index.js";

const aliases = [
  { id: "iraq", forms: ["Iraq", "Irak", "العراق"] },
  { id: "baghdad", forms: ["Baghdad", "Bağdat", "بغداد"] },
];
const rulesOf = (translation: string, passage: string, from = "tr") =>
  verifyTranslation(translation, passage, { from, to: "en", aliases }).faults.map(
    ({ rule }) => rule,
  );

const PASSAGE = "Irak, 12 Mayıs'ta Bağdat'ta 300 tanker gönderdi.";

test("a translation keeps numbers, dates and names", () => {
  expect(rulesOf("Iraq sent 300 tankers in Baghdad on 12 May.", PASSAGE)).toEqual([]);
});

test.each([
  ["number", "Iraq sent 400 tankers in Baghdad on 12 May."],
  ["date", "Iraq sent 300 tankers in Baghdad on 13 May."],
  ["name", "Iraq sent 300 tankers in Basra on 12 May."],
  ["quotation", "Iraq “sent” 300 tankers in Baghdad on 12 May."],
  ["polarity", "Iraq did not send 300 tankers in Baghdad on 12 May."],
])("a translation with another %s is refused", (rule, translation) => {
  expect(rulesOf(translation, PASSAGE)).toContain(rule);
});

test("a language without a list of negations is refused", () => {
  expect(rulesOf("It rained.", "Det regnet.", "nb")).toContain("language");
});
