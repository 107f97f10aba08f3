import { describe, expect, test } from "vitest";
import { verifyRewrite } from "../../../src/summary/index.js";

const PASSAGE =
  "The rebels reportedly attacked the army base at Norrin on Tuesday, killing at least nine soldiers, a minister said.";

const rulesOf = (
  rewrite: string,
  passages: readonly string[] = [PASSAGE],
  context: Partial<Parameters<typeof verifyRewrite>[2]> = {},
) => [
  ...new Set(
    verifyRewrite(rewrite, passages, { language: "en", ...context }).faults.map(({ rule }) => rule),
  ),
];

describe("a faithful rewrite", () => {
  test.each([
    ["is the passage itself", PASSAGE],
    [
      "moves the attribution",
      "A minister said the rebels reportedly attacked the army base at Norrin on Tuesday, killing at least nine soldiers.",
    ],
    [
      "gives the attribution another neutral word",
      "According to a minister, the rebels reportedly attacked the army base at Norrin on Tuesday, killing at least nine soldiers.",
    ],
    [
      "turns active to passive",
      "The army base at Norrin was reportedly attacked by the rebels on Tuesday, killing at least nine soldiers, a minister said.",
    ],
    [
      "moves the date within its clause",
      "On Tuesday the rebels reportedly attacked the army base at Norrin, killing at least nine soldiers, a minister said.",
    ],
    [
      "writes a number in digits",
      "The rebels reportedly attacked the army base at Norrin on Tuesday, killing at least 9 soldiers, a minister said.",
    ],
  ])("%s", (_, rewrite) => {
    expect(rulesOf(rewrite)).toEqual([]);
  });

  test("turns two clauses around that a link ties", () => {
    expect(
      rulesOf("After the opposition published the contract, two ministers resigned.", [
        "Two ministers resigned after the opposition published the contract.",
      ]),
    ).toEqual([]);
  });

  test("uses another form of a name that the table knows", () => {
    const passage = "The United Nations mission left Helm on 4 May.";
    const aliases = [{ id: "un", forms: ["United Nations", "UN"] }];
    expect(rulesOf("The UN mission left Helm on May 4.", [passage], { aliases })).toEqual([]);
    expect(rulesOf("The UN mission left Helm on May 4.", [passage])).toContain("name");
  });

  test("names whom a pronoun means where the sentence before has what he said", () => {
    const before = "Karla Moen said the army would stay.";
    const rewrite = "Karla Moen said the vote was fair.";
    expect(rulesOf(rewrite, ["The vote was fair, she said."], { before })).toEqual([]);
    expect(rulesOf(rewrite, ["The vote was fair, she said."])).toContain("attribution");
  });
});

describe("a rewrite that is refused", () => {
  const cases: readonly [string, string, string][] = [
    ["a number", "number", PASSAGE.replace("nine", "eight")],
    ["a bound that is gone", "number", PASSAGE.replace("at least ", "")],
    ["a weekday", "date", PASSAGE.replace("Tuesday", "Monday")],
    ["a name", "name", PASSAGE.replace("Norrin", "Kasten")],
    ["a hedge that is gone", "polarity", PASSAGE.replace("reportedly ", "")],
    ["a negation", "polarity", PASSAGE.replace("reportedly attacked", "reportedly did not attack")],
    ["an attribution that is gone", "attribution", PASSAGE.replace(", a minister said", "")],
    ["another speaker", "attribution", PASSAGE.replace("a minister said", "witnesses said")],
    [
      "roles that are swapped",
      "role",
      "The army base reportedly attacked the rebels at Norrin on Tuesday, killing at least nine soldiers, a minister said.",
    ],
    [
      "a date that goes to what was said",
      "attribution",
      "The rebels reportedly attacked the army base at Norrin, killing at least nine soldiers, a minister said on Tuesday.",
    ],
    ["a cause", "connective", PASSAGE.replace(", killing", " because of killing")],
    ["a word of its own", "new-word", PASSAGE.replace("attacked", "brutally attacked")],
    ["a plural", "form", PASSAGE.replace("army base", "army bases")],
    ["markup", "shape", `<b>${PASSAGE}</b>`],
    ["a second sentence", "shape", `${PASSAGE} A minister said.`],
  ];

  test.each(cases)("has %s", (_, rule, rewrite) => {
    expect(rulesOf(rewrite)).toContain(rule);
  });

  test("edits a quotation, or makes one of words that were none", () => {
    const passage = "“We will not negotiate under fire,” the minister said on Monday.";
    expect(rulesOf("“We will negotiate,” the minister said on Monday.", [passage])).toContain(
      "quotation",
    );
    expect(
      rulesOf("We will not negotiate under fire, the minister said on Monday.", [passage]),
    ).toContain("quotation");
    expect(rulesOf("“The rebels left,” he said.", ["The rebels left, he said."])).toContain(
      "quotation",
    );
  });

  test("takes an opposite", () => {
    const passage = "Exports rose in May.";
    expect(rulesOf("Exports fell in May.", [passage])).toContain("antonym");
  });

  test("joins what two passages say", () => {
    const other = "The museum reopened in 2019.";
    expect(rulesOf("The museum was attacked by the rebels.", [PASSAGE, other])).not.toEqual([]);
  });

  test("changes the order of events", () => {
    const passage = "The police fired before the governor arrived.";
    expect(rulesOf("The governor arrived before the police fired.", [passage])).toContain("role");
    expect(rulesOf("The police fired after the governor arrived.", [passage])).toContain("antonym");
  });

  test("takes a number from an outlet's name", () => {
    const passage = "France 24 said soldiers left the town.";
    expect(rulesOf("France said 24 soldiers left the town.", [passage])).not.toEqual([]);
  });

  test("is in a language without tables, or rests on nothing", () => {
    expect(rulesOf("Er kam.", ["Er kam."], { language: "de" })).toEqual(["language"]);
    expect(rulesOf("He came.", [])).toEqual(["citation"]);
  });

  test("has control or invisible characters", () => {
    expect(rulesOf("He came\u0007.", ["He came."])).toEqual(["shape"]);
    expect(rulesOf("He\u202e came.", ["He came."])).toEqual(["shape"]);
  });
});

test("time grows no faster than the square of a passage that is as long as any may be", () => {
  const long = `${"The army base at Norrin was attacked and ".repeat(45)}closed.`;
  const start = performance.now();
  verifyRewrite(long, [long], { language: "en" });
  expect(performance.now() - start).toBeLessThan(5000);
});
