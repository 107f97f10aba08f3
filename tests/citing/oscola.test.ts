import { describe, expect, test } from "vitest";
import { type Reference, STYLES, textOf } from "../../src/citing/index.js";
import { body, english, on, periodical, person, reference, website } from "./english.js";

const { note, again, entry } = STYLES.oscola;
const first = (of: Reference) => textOf(note(of, english));
const listed = (of: Reference) => textOf(entry(of, english));
const short = (of: Reference, ambiguous = false) =>
  textOf(again(of, english, { note: 5, ambiguous }));

const COLE = reference({
  authors: [person("Sarah", "Cole")],
  title: "Virtual Friend Fires Employee",
  container: website("Naked Law"),
  date: on("2009-05-01"),
  url: "http://www.nakedlaw.com/2009/05/index.html",
  accessed: "2009-11-19",
});
const CROFT = reference({
  authors: [person("Jane", "Croft")],
  title: "Supreme Court Warns on Quality",
  container: periodical("Financial Times"),
  date: on("2010-07-01"),
});

describe("a note of OSCOLA 4", () => {
  test("3.4.8: puts a website and its day in brackets, and says when it was accessed", () => {
    expect(first(COLE)).toBe(
      "Sarah Cole, ‘Virtual Friend Fires Employee’ (Naked Law, 1 May 2009) <www.nakedlaw.com/2009/05/index.html> accessed 19 November 2009.",
    );
    const address = note(COLE, english).find((run) => run.href !== undefined);
    expect(address?.href).toBe("http://www.nakedlaw.com/2009/05/index.html");
  });

  test("3.4.8: of an undated page gives the day of access alone", () => {
    expect(first({ ...COLE, date: null })).toContain("(Naked Law) <www.nakedlaw.com");
  });

  test("3.4.9: puts a newspaper in italics before the brackets", () => {
    expect(first(CROFT)).toBe(
      "Jane Croft, ‘Supreme Court Warns on Quality’ Financial Times (1 July 2010).",
    );
    expect(note(CROFT, english).find((run) => run.italic)?.text).toBe("Financial Times");
  });

  test("3.1.4: keeps the scheme of an address that does not begin with www", () => {
    expect(first({ ...COLE, url: "https://nakedlaw.com/a" })).toContain("<https://nakedlaw.com/a>");
  });

  test("3.1.1: names up to three authors, and the first of more", () => {
    const people = ["A Lee", "B Ek", "C Day", "D Fox"].map(body);
    expect(first({ ...CROFT, authors: people.slice(0, 3) })).toMatch(/^A Lee, B Ek and C Day, ‘/);
    expect(first({ ...CROFT, authors: people })).toMatch(/^A Lee and others, ‘/);
  });

  test("3.4.8: begins with the title where no author is named", () => {
    expect(first({ ...COLE, authors: [] })).toMatch(/^‘Virtual Friend/);
  });
});

describe("a source that OSCOLA 4 cites again", () => {
  test("1.2.1: goes by the family name and the note that cites it in full", () => {
    expect(short(COLE)).toBe("Cole (n 5).");
  });

  test("1.2.1: takes its title along where the author has another work", () => {
    expect(short(COLE, true)).toBe("Cole, ‘Virtual Friend Fires Employee’ (n 5).");
    expect(short({ ...COLE, authors: [] })).toBe("‘Virtual Friend Fires Employee’ (n 5).");
  });
});

describe("an entry of a bibliography of OSCOLA 4", () => {
  test("1.7: gives family name and initials, and no full stop", () => {
    expect(listed(COLE)).toBe(
      "Cole S, ‘Virtual Friend Fires Employee’ (Naked Law, 1 May 2009) <www.nakedlaw.com/2009/05/index.html> accessed 19 November 2009",
    );
  });

  test("1.7: begins what nobody signed with a double dash", () => {
    expect(listed({ ...CROFT, authors: [] })).toMatch(/^—— ‘Supreme Court/);
  });
});
