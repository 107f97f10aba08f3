/** An issue like the one that the five articles of the corpus give, put together by hand. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { entriesByArticle, ledgerOf } from "../../src/issue/ledger.js";
import type {
  Citation,
  Claim,
  CoverageEntry,
  Disagreement,
  DisagreementSide,
  Finding,
  Glance,
  Issue,
  IssueTheme,
  Source,
  Statement,
  TimelineEntry,
} from "../../src/model/issue.js";

/** Filled in for all themes at the end. */
const ledger: IssueTheme["ledger"] = ledgerOf(
  { reports: [], backgroundReports: [] },
  new Map(),
  [],
);

const CORPUS = new URL("../../corpus/articles/", import.meta.url);

const FILES = {
  duvar: "000_d633f055d85d57e5.txt",
  tripoli: "001_5709e4275fb3b6b0.txt",
  rt: "002_449ef38def325648.txt",
  urdupoint: "003_18b334cd7a472c5f.txt",
  minute: "004_95318f47aea74e28.txt",
} as const;
type Key = keyof typeof FILES;

const ids: Record<Key, string> = {
  duvar: "a-000000000001",
  tripoli: "a-000000000002",
  rt: "a-000000000003",
  urdupoint: "a-000000000004",
  minute: "a-000000000005",
};

const days: Record<Key, Statement["reported"]> = {
  duvar: { day: "2021-05-03", basis: "inferred" },
  tripoli: { day: "2021-05-06", basis: "published" },
  rt: { day: "2020-12-26", basis: "inferred" },
  urdupoint: { day: "2019-12-14", basis: "published" },
  minute: { day: "2019-12-19", basis: "inferred" },
};

const texts = new Map(
  Object.values(FILES).map((file) => [file, readFileSync(new URL(file, CORPUS), "utf8")]),
);

const hash = (digit: string) => digit.repeat(64);

const idOf = (letter: string, ...parts: readonly string[]) =>
  `${letter}-${createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 12)}`;

/** Words that stand in the file, or the sample is wrong. */
function cite(key: Key, quote: string): Citation {
  const start = texts.get(FILES[key])?.indexOf(quote) ?? -1;
  if (start < 0) throw new Error(`${FILES[key]} does not say: ${quote}`);
  return { article: ids[key], start, end: start + quote.length, quote, textSha256: hash("a") };
}

function say(key: Key, quote: string, ...supports: readonly Citation[]): Statement {
  const citations = [cite(key, quote), ...supports];
  return { id: idOf("s", key, quote), text: quote, citations, reported: days[key] };
}

function find(
  kind: Finding["kind"],
  params: Finding["params"],
  citations: Citation[],
  articles: string[] = [],
): Finding {
  return { id: idOf("f", kind, JSON.stringify(params)), kind, params, citations, articles };
}

function claim(statement: Statement, name: string, cue: string, via: string[], depth = 1): Claim {
  return { statement, speaker: { text: name, entity: null, name }, cue, via, depth };
}

const MET =
  "Libyan Foreign Minister Najla Mangoush on May 3 met with her Turkish counterpart Mevlüt Çavuşoğlu in the capital Tripoli and called on Turkey to cooperate to evacuate foreign forces from Libya.";
const URGED =
  "On Monday, May 3, 2021, the top diplomat of the interim government urged Turkey to implement U.N. Security Council resolutions demanding the repatriation of more than 20,000 foreign fighters and mercenaries from Libya.";
const CALL =
  '"We call on Turkey to take steps to implement all the provisions of the Security Council resolutions and to cooperate together to expel all foreign forces and mercenaries from the Libyan territories," she said.';
const TRAINING =
  "Mevlut Cavusoglu responded by saying that Turkish forces were in Libya as part of a training agreement that was reached with a previous Libya administration.";
const BERLIN =
  '"Mangoush called on Turkey to cooperate with regard to the implementation of the ceasefire agreement and the outcomes of the Berlin Conference, including the evacuation of foreign forces and mercenaries from the Libyan lands, in support of Libya\'s sovereignty," said a statement issued by the Libyan government.';
const DIPLOMATS =
  "Security Council diplomats have said there are more than 20,000 foreign fighters and mercenaries in Libya, including 13,000 Syrians and 11,000 Sudanese, along with Russians and Chadians.";
const COUNCIL =
  "The United Nations Security Council's 15-member nations agreed in an informal meeting last week that getting the foreign fighters and mercenaries to go home was the only way forward to enable the interim government that took over in March to prepare for serene general elections in December 24, 2021.";
const MARITIME =
  "They sent military supplies and fighters to Libya, helping to tilt the balance of power in favour of the Tripoli government and also signed an agreement with the Tripoli-based government delineating the maritime boundaries between the two countries in the Mediterranean, triggering protests from Greece and Cyprus.";
const BREACH =
  "Both countries denounced the agreement, saying it was a serious breach of international law that disregarded the rights of other eastern Mediterranean countries.";
const HELPED =
  'He also stated that Turkey’s support for Libya under a November 2019 deal on security and military cooperation "helped prevent a civil war and human tragedy."';
const FORUM =
  "Çavuşoğlu also invited his Libyan counterpart to the Antalya Diplomacy Forum to be held in the Turkish resort city in the second week of June.";
const TRUCE =
  "On October 23, 2020, the two parties to the conflict in Libya signed an agreement to declare a ceasefire in the country, but later exchanged repeated accusations for violating the armistice.";
const TALKS =
  "Today, Saturday, Akar and Al-Mashri held talks in Tripoli with the participation of two delegations from both sides, where they discussed the latest developments in the political situation in Libya and files of common interest.";
const NOT_ASKED =
  "Turkey has not been asked to come to the aid of Libya's UN-backed government after the eastern-based rival army began a new assault on Tripoli, Turkish Foreign Minister Mevlut Cavusoglu said on Saturday.";
const DENIED =
  'Russia denied having a role in the crisis after US media accused it of sending "mercenaries" to the region.';
const OPPOSED =
  'Cavusoglu echoed this claim, saying that Turkey opposed Russia\'s military presence in the region, but added that Moscow and Ankara could "narrow the gap in our positions" on Libya after their leaders reached an agreement on how to secure the Turkish border with Syria in October.';
const ACCEPTED =
  "Libya’s United Nations-recognized government has accepted an offer from Turkey for military and logistical support as it seeks to repel an offensive led by forces loyal to renegade military commander Khalifa Haftar, Al Jazeera reported, citing sources.";
const PACTS =
  "Last month, the GNA and Turkey signed a deal on maritime boundaries, angering Greece and Egypt, and another pact on military cooperation.";
const KREMLIN =
  "That came after the Kremlin said on Tuesday that Russia’s President Vladimir Putin and Erdoğan would discuss Ankara’s offer to provide military support to the GNA during talks in Turkey scheduled to take place next month.";
const PUTIN =
  "Speaking at a press conference in Moscow on Thursday, Putin said he wanted to see an end to the conflict in Libya and then talks between the two opposing sides to begin.";
const READY = "On Wednesday President Erdoğan said his government was ready to help the GNA.";

function figure(
  quote: string,
  value: number,
  bound: Glance["bound"],
  unit: string,
  role: Glance["role"],
): Glance {
  const name = "Security Council diplomats";
  return {
    statement: say("tripoli", quote),
    value,
    bound,
    unit,
    role,
    claimant: { text: name, entity: null, name },
  };
}

const themes: IssueTheme[] = [
  {
    id: "foreign_forces",
    title: { en: "Foreign forces and mercenaries" },
    short: { en: "Foreign forces" },
    status: "baseline",
    reason: null,
    reports: [ids.duvar, ids.tripoli],
    origins: [ids.duvar, ids.tripoli],
    backgroundReports: [ids.urdupoint, ids.minute, ids.rt],
    lastIssue: null,
    happened: [
      say("tripoli", URGED, cite("duvar", MET)),
      say("tripoli", CALL),
      say("duvar", BERLIN),
      say("tripoli", DIPLOMATS),
    ],
    says: [
      claim(say("tripoli", CALL), "Najla al-Mangoush", "said", ["joint news conference"]),
      claim(say("tripoli", TRAINING), "Mevlüt Çavuşoğlu", "responded by saying", []),
      claim(say("duvar", HELPED), "Mevlüt Çavuşoğlu", "stated", []),
      claim(say("duvar", BERLIN), "Libyan government", "said", ["statement"], 2),
      claim(say("tripoli", DIPLOMATS), "Security Council diplomats", "have said", [], 2),
    ],
    differ: [
      find("absent-from", { present: [ids.tripoli], absent: [ids.duvar] }, [
        cite("tripoli", TRAINING),
      ]),
      find(
        "different-basis",
        {
          names: [
            "the ceasefire agreement and the outcomes of the Berlin Conference",
            "all the provisions of the Security Council resolutions",
          ],
        },
        [
          cite("duvar", "the ceasefire agreement and the outcomes of the Berlin Conference"),
          cite("tripoli", "all the provisions of the Security Council resolutions"),
        ],
      ),
      find("superseded", { earlier: "2019-12-14", later: "2019-12-19" }, [
        cite("urdupoint", NOT_ASKED),
        cite("minute", ACCEPTED),
      ]),
    ],
    background: [say("minute", ACCEPTED), say("urdupoint", NOT_ASKED)],
    assessment: null,
    since: null,
    volume: [],
    ledger,
  },
  {
    id: "maritime_deal",
    title: { en: "Maritime deal" },
    short: { en: "Maritime deal" },
    status: "baseline",
    reason: null,
    reports: [ids.tripoli],
    origins: [ids.tripoli],
    backgroundReports: [ids.minute],
    lastIssue: null,
    happened: [say("tripoli", MARITIME)],
    says: [
      claim(
        {
          ...say("tripoli", BREACH),
          context: { text: MARITIME, citation: cite("tripoli", MARITIME) },
        },
        "Greece and Cyprus",
        "denounced",
        [],
      ),
    ],
    differ: [
      find("different-lists", { names: ["Greece", "Cyprus", "Egypt"] }, [
        cite("tripoli", "protests from Greece and Cyprus"),
        cite("minute", "angering Greece and Egypt"),
      ]),
    ],
    background: [say("minute", PACTS)],
    assessment: null,
    since: null,
    volume: [],
    ledger,
  },
  {
    id: "ceasefire",
    title: { en: "Ceasefire" },
    short: { en: "Ceasefire" },
    status: "baseline",
    reason: null,
    reports: [ids.duvar],
    origins: [ids.duvar],
    backgroundReports: [ids.rt, ids.minute],
    lastIssue: null,
    happened: [say("duvar", BERLIN)],
    says: [],
    differ: [],
    background: [say("rt", TRUCE), say("minute", PUTIN)],
    assessment: null,
    since: null,
    volume: [],
    ledger,
  },
  {
    id: "russia_role",
    title: { en: "Russia’s role" },
    short: { en: "Russia’s role" },
    status: "baseline",
    reason: null,
    reports: [],
    origins: [],
    backgroundReports: [ids.urdupoint, ids.minute],
    lastIssue: null,
    happened: [],
    says: [],
    differ: [
      find("denial", { names: ["Russia"] }, [
        cite("urdupoint", "Russia denied having a role in the crisis"),
        cite("tripoli", "along with Russians and Chadians"),
      ]),
    ],
    background: [
      say("urdupoint", DENIED),
      say("urdupoint", OPPOSED),
      say("minute", KREMLIN),
      say("minute", PUTIN),
    ],
    assessment: null,
    since: null,
    volume: [],
    ledger,
  },
];

function event(
  key: Key,
  mention: string,
  quote: string,
  [from, to, precision]: [string, string, TimelineEntry["date"]["precision"]],
  anchor: TimelineEntry["anchor"],
  supports: readonly Citation[] = [],
): TimelineEntry {
  return {
    date: { from, to, precision },
    mention: cite(key, mention),
    anchor,
    planned: to > "2021-05-09",
    statement: say(key, quote, ...supports),
  };
}

const day = (date: string): [string, string, "day"] => [date, date, "day"];

const timeline: TimelineEntry[] = [
  event("minute", "Last month", PACTS, ["2019-11-01", "2019-11-30", "month"], "inferred"),
  event("urdupoint", "on Saturday", NOT_ASKED, day("2019-12-14"), "published"),
  event("minute", "on Tuesday", KREMLIN, day("2019-12-17"), "inferred"),
  event("minute", "On Wednesday", READY, day("2019-12-18"), "inferred"),
  event("minute", "on Thursday", PUTIN, day("2019-12-19"), "inferred"),
  event("rt", "On October 23, 2020", TRUCE, day("2020-10-23"), "absolute"),
  event("rt", "Today, Saturday", TALKS, day("2020-12-26"), "inferred"),
  event("tripoli", "last week", COUNCIL, ["2021-04-26", "2021-05-02", "week"], "published"),
  event("tripoli", "On Monday, May 3, 2021", URGED, day("2021-05-03"), "absolute", [
    cite("duvar", MET),
  ]),
];

const watch: TimelineEntry[] = [
  event(
    "duvar",
    "in the second week of June",
    FORUM,
    ["2021-06-07", "2021-06-13", "week"],
    "inferred",
  ),
  event("tripoli", "in December 24, 2021", COUNCIL, day("2021-12-24"), "absolute"),
];

const outlet = (
  name: string,
  id: string,
  owner: string,
  kind: "independent" | "private" | "state" | "partisan-or-exile",
): Source["outlet"] => ({
  name,
  known: { id, names: [name], owner, kind, grade: null, republishes: [], restricted: [] },
});

function source(number: number, key: Key, rest: Partial<Source>): Source {
  const reported = days[key];
  const stated = reported?.basis === "published" ? { date: reported.day, time: null } : null;
  const worked = reported?.basis === "inferred" ? reported.day : null;
  return {
    number,
    article: ids[key],
    file: FILES[key],
    container: FILES[key],
    url: null,
    rawSha256: hash("b"),
    textSha256: hash("a"),
    title: "",
    titleDerived: false,
    language: "en",
    byline: null,
    dateline: null,
    published: stated,
    inferred: worked === null ? null : { date: worked, window: [worked, worked] },
    outlet: null,
    agency: null,
    chain: [],
    archived: null,
    accessed: null,
    inPeriod: number <= 2,
    ...rest,
  };
}

const sources: Source[] = [
  source(1, "tripoli", {
    title:
      "Libya's Foreign Minister made the declaration in Tripoli during a joint press conference with her Turkish counterpart Mevlut Cavusoglu.",
    titleDerived: true,
    chain: ["joint news conference", "Security Council diplomats"],
  }),
  source(2, "duvar", {
    title: "Libya asks Turkey to help evacuate foreign troops",
    outlet: outlet("Duvar English", "duvar", "independent; closed March 2025", "independent"),
    chain: ["a statement issued by the Libyan government"],
  }),
  source(3, "urdupoint", {
    title:
      "Turkey Received No GNA Request For Military Help Amid Fresh Assault On Tripoli - Cavusoglu",
    byline: "Sumaira FH",
    dateline: "DOHA",
    outlet: outlet("UrduPoint", "urdupoint", "private, Pakistan", "private"),
    agency: outlet("Sputnik", "sputnik", "Russian state", "state"),
  }),
  source(4, "minute", {
    title: "UN-backed Libyan gov’t accepts Turkey’s military, logistical support offer: report",
    outlet: outlet("Turkish Minute", "turkish_minute", "exile media", "partisan-or-exile"),
    url: "https://news.example/2019/12/offer",
    archived: "https://web.archive.org/web/20191220080000/https://news.example/2019/12/offer",
    accessed: "2021-05-07",
    chain: ["Al Jazeera", "sources"],
  }),
  source(5, "rt", {
    title:
      "Turkey and Libya’s Government of National Accord: Continue to coordinate to repel Haftar’s forces",
    agency: outlet("RT", "rt", "Russian state", "state"),
    chain: ["a statement from the Supreme Council"],
  }),
];

const told = (key: Key, quote: string, speaker: string | null): DisagreementSide => ({
  part: "tells",
  statement: say(key, quote),
  speaker: speaker === null ? null : { text: speaker, entity: null, name: speaker },
  via: [],
  figure: null,
  when: null,
});

/** Of the first theme's findings: an answer left out, and a change. */
const disagreements: Disagreement[] = themes.flatMap(({ id: theme, differ }) =>
  differ.map((finding): Disagreement => {
    const sides = finding.citations.map(({ article, quote }) => {
      const [key] = Object.entries(ids).find(([, known]) => known === article) ?? [];
      return told(key as Key, quote, null);
    });
    if (finding.kind === "absent-from") {
      const left = { ...told("duvar", MET, null), part: "omits" as const };
      return { kind: "framing", theme, finding, sides: [...sides, left] };
    }
    const kind = finding.kind === "superseded" ? "superseded" : "claims";
    return { kind, theme, finding, sides };
  }),
);

const OUTLETS: Readonly<Record<Key, CoverageEntry["outlet"]>> = {
  tripoli: null,
  duvar: { name: "Duvar English", ownership: "independent" },
  urdupoint: { name: "UrduPoint News", ownership: "private" },
  minute: null,
  rt: { name: "RT", ownership: "state" },
};

const coverage: CoverageEntry[] = (Object.keys(FILES) as Key[]).map((key, i) => ({
  article: ids[key],
  file: FILES[key],
  fate: i < 2 ? "cited" : "background",
  why: i < 2 ? "in-period" : "before-period",
  reason: i < 2 ? "published in the period" : "published before the period",
  day: days[key],
  language: "en",
  outlet: OUTLETS[key],
  origin: ids[key],
  story: null,
  themes: [],
  statements: 4 - i || 1,
  removed: i,
}));

export const sampleIssue: Issue = {
  schema: "briefwright/issue/3",
  desk: { bottomLine: [], keyMessages: [], watch: [], standing: [] },
  program: { name: "briefwright", version: "0.1.0" },
  brief: {
    id: "libya-weekly",
    title: "Libya-Türkiye Weekly",
    desk: "North Africa",
    contact: "desk@example.org",
    language: "en",
  },
  id: "2021-W18",
  number: 1,
  version: "1.0",
  release: { state: "draft", approvedBy: null },
  period: { from: "2021-05-03", to: "2021-05-09", basis: "publication", week: 18 },
  cutOff: "2021-05-09T18:00:00Z",
  asOf: null,
  timeZone: "UTC",
  nextIssue: "2021-05-17",
  marking: {
    label: "TLP:GREEN",
    statement: "Recipients may share this within their community, but not by public channels.",
  },
  citing: { form: "bracket", style: "house" },
  inputs: [{ name: "corpus/lexicon/themes.yaml", sha256: hash("c") }],
  previous: null,
  revision: null,
  bottomLine: [say("tripoli", URGED, cite("duvar", MET)), say("tripoli", TRAINING)],
  keyMessages: [
    say("tripoli", CALL),
    say("duvar", BERLIN),
    say("tripoli", DIPLOMATS),
    say("tripoli", COUNCIL),
  ],
  glance: {
    figures: [
      figure(
        "more than 20,000 foreign fighters and mercenaries",
        20_000,
        "more-than",
        "foreign fighters and mercenaries",
        "total",
      ),
      figure("13,000 Syrians", 13_000, "exactly", "Syrians", "part"),
      figure("11,000 Sudanese", 11_000, "exactly", "Sudanese", "part"),
    ],
    flags: [
      find(
        "does-not-add-up",
        { parts: [13_000, 11_000], sum: 24_000, total: 20_000, bound: "more-than" },
        [
          cite("tripoli", "13,000 Syrians"),
          cite("tripoli", "11,000 Sudanese"),
          cite("tripoli", "more than 20,000 foreign fighters and mercenaries"),
        ],
      ),
    ],
  },
  themes: themes.map((theme) => ({
    ...theme,
    ledger: ledgerOf(theme, entriesByArticle(coverage), []),
  })),
  disagreements,
  timeline,
  watch,
  names: [
    {
      entity: "mangoush",
      type: "person",
      name: "Najla al-Mangoush",
      roles: ["Foreign Minister of Libya"],
      variants: [
        { text: "Najla Mangoush", citations: [cite("duvar", "Najla Mangoush")] },
        { text: "Najla al-Manqoush", citations: [cite("tripoli", "Najla al-Manqoush")] },
      ],
    },
    {
      entity: "cavusoglu",
      type: "person",
      name: "Mevlüt Çavuşoğlu",
      roles: ["Foreign Minister of Türkiye"],
      variants: [
        { text: "Mevlüt Çavuşoğlu", citations: [cite("duvar", "Mevlüt Çavuşoğlu")] },
        { text: "Mevlut Cavusoglu", citations: [cite("tripoli", "Mevlut Cavusoglu")] },
      ],
    },
    {
      entity: "mishri",
      type: "person",
      name: "Khaled al-Mishri",
      roles: ["Chair of the High Council of State"],
      variants: [{ text: "Al-Mashri", citations: [cite("rt", "Al-Mashri")] }],
    },
    {
      entity: "haftar",
      type: "person",
      name: "Khalifa Haftar",
      roles: [],
      variants: [{ text: "Khalifa Haftar", citations: [cite("minute", "Khalifa Haftar")] }],
    },
  ],
  gaps: [
    find("no-language", { languages: ["ar", "fr", "ru", "tr"] }, []),
    find("outlet-unknown", {}, [], [ids.tripoli, ids.rt]),
    find("date-missing", {}, [], [ids.duvar, ids.minute, ids.rt]),
    find("state-outlet", {}, [], [ids.urdupoint, ids.rt]),
    find("single-origin", { theme: "maritime_deal" }, [], [ids.tripoli]),
    find("theme-not-reported", { theme: "russia_role" }, []),
  ],
  sources,
  method: {
    lexicon: "0.1.1",
    read: 5,
    inPeriod: 2,
    background: 3,
    reprints: 0,
    leftOut: 0,
    inferredDates: 3,
  },
  corrections: [],
  coverage,
  seal: hash("d"),
};
