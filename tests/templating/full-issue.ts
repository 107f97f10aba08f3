/** The sample issue with a value in every field that it leaves empty: a reissue that looks back at a last issue. */
import type {
  Finding,
  Issue,
  IssueTheme,
  Statement,
  TimelineEntry,
} from "../../src/model/issue.js";
import { sampleIssue } from "./sample-issue.js";

const hash = (digit: string) => digit.repeat(64);

/** A finding that rests on the words of a statement. */
function found(digit: string, kind: Finding["kind"], statement: Statement | undefined): Finding {
  const citations = statement?.citations.slice(0, 1) ?? [];
  return { id: `f-${digit.repeat(12)}`, kind, params: {}, citations, articles: [] };
}

const [bottomLine] = sampleIssue.bottomLine;
const [figure] = sampleIssue.glance.figures;
const [planned] = sampleIssue.watch;

function withDesk(theme: IssueTheme): IssueTheme {
  const [first, second] = theme.happened;
  const before = first?.citations.slice(0, 1) ?? [];
  const continued = found("2", "since-continued", second);
  return {
    ...theme,
    question: { en: "Who is deployed in Libya, and who is asked to leave?" },
    status: "up",
    reason: { text: "A public request at the level of ministers.", by: "A. B." },
    assessment: { text: "An early withdrawal is unlikely [20 to 45 %].", by: "A. B." },
    lastIssue: 1,
    since: [
      found("1", "since-new", first),
      { ...continued, citations: [...before, ...continued.citations] },
      { ...found("3", "since-quiet", first), params: { theme: theme.id } },
    ],
    volume: [{ issue: "2021-W17", reports: 1, origins: 1 }],
    ledger: { ...theme.ledger, silent: ["Eastern command"] },
    happened: theme.happened.map((statement) => ({
      ...statement,
      rewrite: {
        kind: "rewording",
        text: "The minister asked Turkey to help remove all foreign forces.",
        language: "en",
        model: "example-model",
        promptSha256: hash("e"),
      },
    })),
  };
}

/** More earlier events than a timeline lists. */
const earlier: TimelineEntry[] = sampleIssue.timeline.slice(0, 1).flatMap((entry) =>
  Array.from({ length: 30 }, (_, i): TimelineEntry => {
    const day = `2019-10-${String(i + 1).padStart(2, "0")}`;
    return { ...entry, date: { from: day, to: day, precision: "day" } };
  }),
);

const when = planned && { date: planned.date, mention: planned.mention, anchor: planned.anchor };

export const fullIssue: Issue = {
  ...sampleIssue,
  version: "1.1",
  release: { state: "approved", approvedBy: "C. D." },
  asOf: { day: "2021-06-01", by: "archived" },
  previous: { issue: "2021-W17", number: 1, version: "1.0", seal: hash("f") },
  number: 2,
  revision: {
    supersedes: { version: "1.0", seal: hash("1") },
    changes: Array.from({ length: 5 }, () => ({
      ...found("4", "article-gone", bottomLine),
      params: { source: "Duvar English" },
    })),
  },
  desk: {
    bottomLine: [
      { text: "The request is now public.", by: "A. B.", citations: bottomLine?.citations ?? [] },
    ],
    keyMessages: [{ text: "Neither report gives a date.", by: "A. B.", citations: [] }],
    watch: [
      {
        date: { from: "2021-06-23", to: "2021-06-23", precision: "day" },
        line: { text: "Second Berlin conference.", by: "A. B.", citations: [] },
      },
    ],
    standing: [
      {
        name: "yardstick",
        title: "How likely is likely",
        text: "Unlikely means 20 to 45 %.",
        owner: "A. B.",
        review: "2021-05-01",
        overdue: true,
      },
    ],
    decisions: {
      excluded: [
        {
          article: bottomLine?.citations[0]?.article ?? "",
          start: 0,
          end: 1,
          reason: "Not confirmed.",
        },
      ],
      moved: [],
      lost: [{ note: "pins[0]", line: 12, names: "s-0123456789ab" }],
    },
  },
  glance: {
    ...sampleIssue.glance,
    figures: [
      ...sampleIssue.glance.figures,
      ...(figure === undefined
        ? []
        : [
            { ...figure, role: "single" as const },
            { ...figure, role: "single" as const, value: 17_000 },
          ]),
    ],
  },
  themes: sampleIssue.themes.map(withDesk),
  disagreements: sampleIssue.disagreements.map((disagreement) => ({
    ...disagreement,
    sides: disagreement.sides.map((side) => ({
      ...side,
      speaker: { text: "Cavusoglu", entity: "cavusoglu", name: "Mevlüt Çavuşoğlu" },
      via: ["joint news conference"],
      figure: "20,000",
      when: when ?? null,
    })),
  })),
  timeline: [...earlier, ...sampleIssue.timeline],
  sources: sampleIssue.sources.map((source) => ({
    ...source,
    outlet: source.outlet && {
      ...source.outlet,
      known: source.outlet.known && {
        ...source.outlet.known,
        closed: "2025-03-12",
        grade: "B",
        restricted: [{ where: "EU", since: "2022-03-02", basis: "Regulation 2022/350" }],
      },
    },
  })),
  method: { ...sampleIssue.method, reprints: 2, leftOut: 1 },
  corrections: [{ text: "The figure of the last issue was for the whole country.", by: "A. B." }],
  coverage: sampleIssue.coverage.flatMap((entry) => [
    entry,
    ...Array.from({ length: 9 }, () => ({
      ...entry,
      fate: "reprint" as const,
      of: entry.article ?? "",
    })),
    { ...entry, fate: "excluded" as const, reason: "A satire." },
  ]),
};

/** A first issue whose articles are of two weeks that follow one another. */
export const firstIssue: Issue = {
  ...sampleIssue,
  coverage: sampleIssue.coverage.map((entry, i) => ({
    ...entry,
    day: { day: i % 2 === 0 ? "2021-04-28" : "2021-05-04", basis: "published" },
  })),
};
