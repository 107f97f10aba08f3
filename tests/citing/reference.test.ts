import { describe, expect, test } from "vitest";
import { authorsOf, referenceOf, STYLES, textOf } from "../../src/citing/index.js";
import type { Source } from "../../src/model/issue.js";
import { factsOf } from "../../src/model/source-record.js";
import { snapshotOf } from "../../src/model/web-snapshot.js";
import { sampleIssue } from "../templating/sample-issue.js";
import { english, on, periodical, reference } from "./english.js";

const [first] = sampleIssue.sources;
if (first === undefined) throw new Error("the sample has no source");
const known = (changes: Partial<Source>) => referenceOf({ ...first, ...changes });
const outlet = (name: string, kind: "wire" | "state", restricted = false) => ({
  name,
  known: {
    ...{ id: "x", names: [name], owner: "a state", kind, grade: null, republishes: [] },
    restricted: restricted ? [{ where: "EU", since: "2022-03-02", basis: "a regulation" }] : [],
  },
});

describe("the record of a source", () => {
  test("takes the agency for the author where no other is named, and a copy is carried", () => {
    const carried = { outlet: outlet("Post", "state"), agency: outlet("Wire", "wire") };
    expect(known({ ...carried, byline: null }).authors).toEqual([
      { kind: "literal", name: "Wire" },
    ]);
    expect(known({ ...carried, byline: "Ann Lee" }).authors).toEqual([
      { kind: "literal", name: "Ann Lee" },
    ]);
  });

  test("tells an agency from a newspaper by the register", () => {
    expect(known({ outlet: null, agency: outlet("Wire", "wire") }).container).toMatchObject({
      name: "Wire",
      kind: "agency",
    });
  });

  test("gives a page from a web archive both addresses", () => {
    const url = "https://web.archive.org/web/20210503120000/https://news.example/a";
    expect(known({ url })).toMatchObject({ url: "https://news.example/a", archived: url });
    expect(known({ url: "https://perma.cc/AB12-CD34" })).toMatchObject({ url: null });
  });

  test("prints an address that is restricted and does not lead to it", () => {
    const of = known({ outlet: outlet("RT", "state", true), url: "https://rt.example/a" });
    const runs = STYLES.apa.entry(of, english);
    expect(textOf(runs)).toContain("https://rt.example/a");
    expect(runs.filter(({ href }) => href !== undefined)).toEqual([]);
  });

  test("takes no address that is none of the web", () => {
    expect(known({ url: "javascript:alert(1)" }).url).toBeNull();
  });
});

describe("a byline", () => {
  const names = (byline: string | null) =>
    authorsOf(byline).map((author) => (author.kind === "literal" ? author.name : author.family));

  test("gives its names as they are", () => {
    expect(names("Ahmed al-Masri, Güneş Öztürk and Ann Lee")).toEqual([
      "Ahmed al-Masri",
      "Güneş Öztürk",
      "Ann Lee",
    ]);
    expect(names("أحمد علي، منى سالم")).toEqual(["أحمد علي", "منى سالم"]);
    expect(names(null)).toEqual([]);
  });

  test("keeps the name of a body whole", () => {
    expect(names("Ministry of Trade and Industry")).toEqual(["Ministry of Trade and Industry"]);
  });
});

describe("the record beside a file", () => {
  test("tells the address in a web archive, not that of a feed's item", () => {
    const url = "https://web.archive.org/web/2021/https://news.example/a";
    const asked = { url: url.replace("/2021/", "/20210503/") };
    expect(factsOf(asked).archived).toBe(asked.url);
    expect(factsOf({ ...asked, item: { url: null, key: "1" } }).archived).toBeNull();
    expect(snapshotOf("https://news.example/20210503/a")).toBeNull();
  });
});

describe("the house's own style", () => {
  const OFFER = reference({
    authors: [{ kind: "literal", name: "Ann Lee" }],
    title: "An offer of peace: accepted",
    container: {
      ...periodical("Daily Post"),
      name: "Daily Post",
      owner: "private",
      kind: "periodical",
    },
    agency: { name: "Wire", owner: "a state" },
    date: on("2019-12-19", true),
    url: "https://news.example/a",
  });

  test("says what the annex says, the owner of an outlet and of an agency with it", () => {
    expect(textOf(STYLES.house.note(OFFER, english))).toBe(
      "“An offer of peace: accepted”, Ann Lee, Daily Post (private); from Wire (a state), 19 December 2019 (inferred).",
    );
  });

  test("gives title and outlet where a source is cited again", () => {
    const short = STYLES.house.again(OFFER, english, { note: 1, ambiguous: false });
    expect(textOf(short)).toBe("“An offer of peace”, Daily Post.");
  });
});
