import { describe, expect, test } from "vitest";
import { type Reference, STYLES, textOf } from "../../src/citing/index.js";
import { body, english, on, periodical, person, reference, website } from "./english.js";

const { note, again, entry } = STYLES.chicago;
const first = (of: Reference) => textOf(note(of, english));
const short = (of: Reference) => textOf(again(of, english, { note: 1, ambiguous: false }));
const listed = (of: Reference) => textOf(entry(of, english));

const SNAP = reference({
  authors: [person("Farhad", "Manjoo")],
  title: "Snap Makes a Bet on the Cultural Supremacy of the Camera",
  container: periodical("The New York Times"),
  date: on("2017-03-08"),
  url: "https://www.nytimes.com/2017/03/08/technology/snap.html",
});
const TEXAS = reference({
  title: "In Texas, Ad Heats Up Race for Governor",
  container: periodical("New York Times"),
  date: on("2002-07-30"),
});
const YALE = reference({
  title: "Yale Facts",
  container: website("Yale University"),
  url: "https://www.yale.edu/about-yale/yale-facts",
  accessed: "2017-05-01",
});

describe("a note of Chicago 17", () => {
  test("14.191: names a newspaper in italics, without its article", () => {
    expect(first(SNAP)).toBe(
      "Farhad Manjoo, “Snap Makes a Bet on the Cultural Supremacy of the Camera,” New York Times, March 8, 2017, https://www.nytimes.com/2017/03/08/technology/snap.html.",
    );
    const italic = note(SNAP, english).filter((run) => run.italic);
    expect(italic).toEqual([{ text: "New York Times", role: "name", italic: true }]);
  });

  test("14.199: begins with the title of an unsigned article", () => {
    expect(first(TEXAS)).toBe(
      "“In Texas, Ad Heats Up Race for Governor,” New York Times, July 30, 2002.",
    );
  });

  test("14.207: gives the day of access of a page without a date, and its site upright", () => {
    expect(first(YALE)).toBe(
      "“Yale Facts,” Yale University, accessed May 1, 2017, https://www.yale.edu/about-yale/yale-facts.",
    );
    expect(note(YALE, english).some((run) => run.italic)).toBe(false);
  });

  test("14.12: gives no day of access where there is a date", () => {
    expect(first({ ...SNAP, accessed: "2017-05-01" })).not.toContain("accessed");
  });

  test("14.76: names up to three authors, and the first of more", () => {
    const people = ["Ann Lee", "Bo Ek", "Cy Day", "Di Fox"].map(body);
    expect(first({ ...TEXAS, authors: people.slice(0, 2) })).toMatch(/^Ann Lee and Bo Ek, “/);
    expect(first({ ...TEXAS, authors: people.slice(0, 3) })).toMatch(
      /^Ann Lee, Bo Ek, and Cy Day, “/,
    );
    expect(first({ ...TEXAS, authors: people })).toMatch(/^Ann Lee et al\., “/);
  });

  test("14.84: takes a body for the author", () => {
    expect(first({ ...TEXAS, authors: [body("Associated Press")] })).toMatch(
      /^Associated Press, “In Texas/,
    );
  });

  test("14.145: marks a date that was worked out, and says where there is none", () => {
    expect(first({ ...TEXAS, date: on("2002-07-30", true) })).toContain("[July 30, 2002?].");
    expect(first({ ...TEXAS, date: null })).toMatch(/New York Times, n\.d\.$/);
  });

  test("14.98: leaves the letters of a title in another language as they are", () => {
    const title = "Çavuşoğlu: “Libya'ya destek sürecek”";
    const runs = note({ ...TEXAS, title, language: "tr" }, english);
    expect(runs.find((run) => run.role === "title")?.text).toBe(title);
  });

  test("puts first words that stand for a title in brackets", () => {
    expect(first({ ...TEXAS, titled: false, title: "The ad heats up…" })).toBe(
      "[The ad heats up…], New York Times, July 30, 2002.",
    );
  });
});

describe("a short note of Chicago 17", () => {
  test("14.30: gives the family name and the title", () => {
    expect(short(SNAP)).toBe("Manjoo, “Snap Makes a Bet on the Cultural Supremacy of the Camera.”");
  });

  test("14.33: gives the main title without its article", () => {
    expect(short({ ...SNAP, title: "The Snap Bet: How a Camera Won" })).toBe("Manjoo, “Snap Bet.”");
  });

  test("14.199: is the title alone of an unsigned article", () => {
    expect(short(TEXAS)).toBe("“In Texas, Ad Heats Up Race for Governor.”");
  });

  test("gives a name whose parts are not known whole", () => {
    expect(short({ ...TEXAS, authors: [body("Ahmed al-Masri")] })).toMatch(/^Ahmed al-Masri, “/);
  });
});

describe("an entry of a bibliography of Chicago 17", () => {
  test("14.191: turns the first name round", () => {
    expect(listed(SNAP)).toBe(
      "Manjoo, Farhad. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” New York Times, March 8, 2017. https://www.nytimes.com/2017/03/08/technology/snap.html.",
    );
  });

  test("14.199: puts the newspaper in the place of the author", () => {
    expect(listed(TEXAS)).toBe(
      "New York Times. “In Texas, Ad Heats Up Race for Governor.” July 30, 2002.",
    );
  });

  test("14.207: of an undated page gives the day of access", () => {
    expect(listed(YALE)).toBe(
      "Yale University. “Yale Facts.” Accessed May 1, 2017. https://www.yale.edu/about-yale/yale-facts.",
    );
  });

  test("14.96: adds no stop to a title that ends in a question mark", () => {
    expect(listed({ ...TEXAS, title: "Who Won Texas?" })).toBe(
      "New York Times. “Who Won Texas?” July 30, 2002.",
    );
  });

  test("says where a copy is kept", () => {
    const archived = "https://web.archive.org/web/20170308/https://www.nytimes.com/";
    expect(listed({ ...TEXAS, archived })).toMatch(
      /2002\. Archived at https:\/\/web\..*\.com\/\.$/,
    );
  });
});
