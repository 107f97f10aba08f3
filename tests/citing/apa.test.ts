import { describe, expect, test } from "vitest";
import { type Reference, STYLES, textOf } from "../../src/citing/index.js";
import { body, english, on, periodical, person, reference, website } from "./english.js";

const { again, entry } = STYLES.apa;
const listed = (of: Reference) => textOf(entry(of, english));
const short = (of: Reference, ambiguous = false) =>
  textOf(again(of, english, { note: 1, ambiguous }));
const italics = (of: Reference) =>
  entry(of, english).flatMap(({ text, italic }) => (italic ? [text] : []));

const ALIENS = reference({
  authors: [person("Ben", "Guarino")],
  title: "How will humanity react to alien life? Psychologists have some predictions",
  container: periodical("The Washington Post"),
  date: on("2017-12-04"),
  url: "https://www.washingtonpost.com/news/speaking-of-science",
});
const AGE = reference({
  authors: [person("Nina", "Avramova")],
  title: "The secret to a long, happy, healthy life? Think age-positive",
  container: website("CNN"),
  date: on("2019-01-03"),
  url: "https://www.cnn.com/2019/01/03/health",
});

describe("a reference of APA 7", () => {
  test("10.1, example 16: sets a newspaper in italics, with its article", () => {
    expect(listed(ALIENS)).toBe(
      "Guarino, B. (2017, December 4). How will humanity react to alien life? Psychologists have some predictions. The Washington Post. https://www.washingtonpost.com/news/speaking-of-science",
    );
    expect(italics(ALIENS)).toEqual(["The Washington Post"]);
  });

  test("10.16, example 110: sets the title of a page in italics, not its site", () => {
    expect(listed(AGE)).toBe(
      "Avramova, N. (2019, January 3). The secret to a long, happy, healthy life? Think age-positive. CNN. https://www.cnn.com/2019/01/03/health",
    );
    expect(italics(AGE)).toEqual([AGE.title]);
  });

  test("10.16, example 111: does not name a body again that is its own site", () => {
    const page = { ...AGE, authors: [body("World Health Organization")], title: "Questions" };
    expect(listed({ ...page, container: website("World Health Organization") })).toBe(
      "World Health Organization. (2019, January 3). Questions. https://www.cnn.com/2019/01/03/health",
    );
  });

  test("9.12: moves the title to the place of an author that is not named", () => {
    expect(listed({ ...ALIENS, authors: [] })).toMatch(
      /^How will humanity .* predictions\. \(2017, December 4\)\. The Washington Post\. https/,
    );
  });

  test("9.16 and 9.17: of an undated page says so and gives the day of retrieval", () => {
    expect(listed({ ...AGE, date: null, accessed: "2020-01-09" })).toMatch(
      /\(n\.d\.\)\. .* CNN\. Retrieved January 9, 2020, from https:\/\/www\.cnn\.com/,
    );
    expect(listed({ ...AGE, accessed: "2020-01-09" })).not.toContain("Retrieved");
  });

  test("9.8: joins two authors by an ampersand, two bodies without a comma", () => {
    const people = [person("Ann", "Lee"), person("Jean-Luc", "Bon")];
    expect(listed({ ...AGE, authors: people })).toMatch(/^Lee, A\., & Bon, J\.-L\. \(2019/);
    expect(listed({ ...AGE, authors: [body("UN"), body("AU")] })).toMatch(/^UN & AU\. \(2019/);
  });

  test("9.8: of more than twenty authors names nineteen and the last", () => {
    const many = Array.from({ length: 22 }, (_, index) => person("A", `N${index}`));
    expect(listed({ ...AGE, authors: many })).toMatch(/N18, A\., \. \. \. N21, A\. \(2019/);
  });

  test("9.14: marks a date that was worked out", () => {
    expect(listed({ ...AGE, date: on("2019-01-03", true) })).toContain("(ca. 2019, January 3)");
  });

  test("9.22: puts what stands for a title in brackets", () => {
    expect(listed({ ...AGE, titled: false, title: "The secret…" })).toContain(
      "[The secret…]. CNN.",
    );
  });
});

describe("a short form of APA 7", () => {
  test("8.17: gives author and year", () => {
    expect(short(ALIENS)).toBe("Guarino, 2017.");
    const people = ["Lee", "Ek", "Fox"].map((family) => person("A", family));
    expect(short({ ...AGE, authors: people.slice(0, 2) })).toBe("Lee & Ek, 2019.");
    expect(short({ ...AGE, authors: people })).toBe("Lee et al., 2019.");
  });

  test("8.14: gives the title where no author is named", () => {
    expect(short({ ...AGE, authors: [], title: "Questions", date: null })).toBe(
      "“Questions”, n.d.",
    );
  });

  test("8.19: tells apart what has author and year in common", () => {
    expect(short({ ...ALIENS, title: "Aliens" }, true)).toBe("Guarino, 2017, “Aliens”.");
  });
});
