/** Random articles with the dirt that flattened pages carry, for properties. */
import fc from "fast-check";

const LINES = [
  "Libya asks Turkey to help evacuate foreign troops",
  "[ad_1]",
  "read more",
  "Read more: Another headline of the day",
  "Site icon Evening Courier",
  "Exit mobile version",
  "Source: AFP",
  "By Jane Doe",
  "Jane Doe 3 minutes ago Sat 14th December 2019 | 11:08 PM",
  "Getty Images",
  "Facebook / @someone",
  "A street in Sirte on Monday (PHOTO: Agency)",
  "date 2020-02-03 Some words after it",
  "TRIPOLI (Reuters) - The talks began on Monday, two diplomats said.",
  'He called them "terrorists.',
  '" He is backed by others.',
  "“We said so,” the minister told reporters on May 3.",
  "The ministers met in the capital, and the talks went on for three days.",
  "  İstanbul'da görüştüler.\u00a0",
  "وقال الوزير يوم السبت إن المحادثات مستمرة.",
  "Переговоры продолжились в субботу.",
  "",
  "",
  "   ",
] as const;

/** Lines of an article in any order, mixed with any other characters. */
export const dirtyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...LINES) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
      { weight: 1, arbitrary: fc.lorem({ maxCount: 30 }) },
    ),
    { maxLength: 25 },
  )
  .chain((lines) =>
    fc
      .constantFrom("\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n")
      .map((separator) => lines.join(separator)),
  )
  .filter((text) => !text.includes("\0"));
