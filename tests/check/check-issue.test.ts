import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkIssueFile } from "../../src/check/check-issue-file.js";
import { nodeHost } from "../../src/host/node.js";
import { sealOf } from "../../src/issue/seal.js";
import type { Issue } from "../../src/model/issue.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

// Each test makes a whole issue first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let file: string;

beforeEach(async () => {
  root = openTestWorkspace();
  await generateIn(root);
  file = join(root, "out/libya-weekly/2021-W18/issue.json");
});

/** Codes of what does not hold after a change, the seal renewed as a forger would. */
async function codesAfter(change: (issue: Issue) => void): Promise<string[]> {
  const issue: Issue = JSON.parse(readFileSync(file, "utf8"));
  change(issue);
  issue.seal = sealOf(issue);
  writeFileSync(file, JSON.stringify(issue));
  return codes();
}

async function codes(): Promise<string[]> {
  const { diagnostics } = await checkIssueFile(nodeHost, file, root);
  return [...new Set(diagnostics.map(({ code }) => code))];
}

function first<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error("the list is empty");
  return item;
}

const claimsOf = (issue: Issue) => issue.themes.flatMap(({ says }) => says);
const spokenSide = ({ disagreements }: Issue) =>
  first(disagreements.flatMap(({ sides }) => sides).filter(({ speaker }) => speaker !== null));
const gapsWith = (issue: Issue) => issue.gaps.filter(({ articles }) => articles.length > 0);

function cutShort(issue: Issue): void {
  const statement = first(issue.bottomLine);
  statement.text = `${statement.text.split(" ", 3).join(" ")} […]`;
}

function alter<Key extends string>(object: Record<Key, string>, key: Key): void {
  object[key] = `${object[key]}x`;
}

function addTo<Key extends string>(object: Record<Key, number>, key: Key): void {
  object[key] += 1;
}

function ledgerIn(issue: Issue): Issue["themes"][number]["ledger"] {
  return first(issue.themes).ledger;
}

function listTwice({ coverage }: Issue): void {
  coverage.push(first(coverage));
}

function disown({ coverage }: Issue): void {
  const cited = first(coverage.filter(({ fate }) => fate === "cited"));
  cited.fate = "off-theme";
}

function addOrigin({ themes, coverage }: Issue): void {
  const [report] = first(themes).reports;
  const entry = first(coverage.filter(({ article }) => article === report));
  entry.origin = "a-000000000000";
  entry.outlet = { name: "Nobody's", ownership: "unknown" };
}

function addOne(entry: { statements: number }): void {
  addTo(entry, "statements");
}

function moveDay({ reported }: Issue["bottomLine"][number]): void {
  if (reported !== null) reported.day = "2021-05-08";
}

function moveEvent({ date }: Issue["timeline"][number]): void {
  date.from = "2019-01-01";
}

test("a fresh issue holds", async () => {
  expect(await codes()).toEqual([]);
});

describe("an issue does not hold after", () => {
  test("any change that its seal was not renewed for", async () => {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"read": 5', '"read": 6'));
    expect(await codes()).toEqual(["seal-broken", "count-differs"]);
  });

  test("one letter of a quotation", async () => {
    const changed = await codesAfter((issue) => {
      const citation = first(first(issue.bottomLine).citations);
      citation.quote = citation.quote.replace("e", "a");
    });
    expect(changed).toContain("quotation-differs");
  });

  test("one letter of a statement", async () => {
    const changed = await codesAfter((issue) => {
      const statement = first(issue.bottomLine);
      statement.text = statement.text.replace("e", "a");
    });
    expect(changed).toContain("statement-not-verbatim");
  });

  test("one number of a figure", async () => {
    const changed = await codesAfter((issue) => {
      first(issue.glance.figures).value = 30000;
    });
    expect(changed).toContain("number-unsupported");
  });

  test("one number of a finding", async () => {
    const changed = await codesAfter((issue) => {
      first(issue.glance.flags).params.sum = 25000;
    });
    expect(changed).toContain("number-unsupported");
  });

  test("one count", async () => {
    const changed = await codesAfter((issue) => {
      issue.method.read = 6;
    });
    expect(changed).toContain("count-differs");
  });

  test("another number for a source", async () => {
    const changed = await codesAfter((issue) => {
      first(issue.sources).number = 2;
    });
    expect(changed).toContain("source-number");
  });

  test("a marking without words", async () => {
    const changed = await codesAfter((issue) => {
      issue.marking.label = " ";
    });
    expect(changed).toContain("marking-missing");
  });

  test("an approval without an approver", async () => {
    const changed = await codesAfter((issue) => {
      issue.release.state = "approved";
    });
    expect(changed).toContain("approval-unclear");
  });

  test.each<[string, string, (issue: Issue) => void]>([
    ["a statement cut short", "statement-not-verbatim", (issue) => cutShort(issue)],
    ["a spelling", "name-differs", (issue) => alter(first(first(issue.names).variants), "text")],
    ["a speaker", "speaker-differs", (issue) => alter(first(claimsOf(issue)).speaker, "text")],
    ["a reporting verb", "speaker-differs", (issue) => alter(first(claimsOf(issue)), "cue")],
    [
      "a speaker's house name",
      "speaker-differs",
      (issue) => alter(first(claimsOf(issue)).speaker, "name"),
    ],
    [
      "a side of a disagreement that nobody tells",
      "speaker-differs",
      (issue) => {
        spokenSide(issue).speaker = null;
      },
    ],
    [
      "a side told by somebody else whom its article names",
      "speaker-differs",
      (issue) => {
        const side = spokenSide(issue);
        const others = claimsOf(issue).filter(({ speaker }) => speaker.text !== side.speaker?.text);
        side.speaker = { ...first(others).speaker };
      },
    ],
    [
      "a carrier of a side",
      "chain-differs",
      (issue) => spokenSide(issue).via.push("Security Council"),
    ],
    [
      "an outlet of a state that is described as private",
      "state-outlet-unnamed",
      (issue) => {
        first(issue.sources.flatMap(({ agency }) => agency?.known ?? [])).kind = "private";
      },
    ],
    [
      "an outlet of a state that is not described",
      "state-outlet-unnamed",
      (issue) => {
        first(issue.sources.flatMap(({ agency }) => agency ?? [])).known = null;
      },
    ],
    [
      "a statement that a slot tells twice",
      "statement-repeated",
      (issue) => issue.bottomLine.push(first(issue.bottomLine)),
    ],
    [
      "an event that the timeline tells twice",
      "statement-repeated",
      (issue) => issue.timeline.push(first(issue.timeline)),
    ],
    ["the depth of a claim", "chain-differs", (issue) => addTo(first(claimsOf(issue)), "depth")],
    [
      "the bound of a figure",
      "figure-differs",
      (issue) => {
        first(issue.glance.figures).bound = "exactly";
      },
    ],
    [
      "a figure without its claimant",
      "speaker-differs",
      (issue) => {
        first(issue.glance.figures).claimant = null;
      },
    ],
    ["a further citation", "support-differs", (issue) => first(issue.bottomLine).citations.pop()],
    ["the house form of a name", "name-differs", (issue) => alter(first(issue.names), "name")],
    [
      "a finding",
      "finding-missing",
      (issue) => first(issue.themes.filter(({ differ }) => differ.length > 0)).differ.pop(),
    ],
    [
      "an event's plan",
      "event-differs",
      (issue) => {
        first(issue.timeline).planned = true;
      },
    ],
    ["an origin", "origin-differs", (issue) => first(issue.themes).origins.pop()],
    ["the title of the brief", "settings-differ", (issue) => alter(issue.brief, "title")],
    [
      "an assessment that the desk did not write",
      "desk-text-differs",
      (issue) => {
        first(issue.themes).assessment = { text: "All is well." };
      },
    ],
    [
      "the week of the period",
      "period-differs",
      (issue) => {
        issue.period.week = 19;
      },
    ],
    ["the day of a statement", "day-differs", (issue) => moveDay(first(issue.bottomLine))],
    ["the date of an event", "date-differs", (issue) => moveEvent(first(issue.timeline))],
    ["the articles of a gap", "finding-id", (issue) => first(gapsWith(issue)).articles.pop()],
    ["a gap", "gap-differs", (issue) => issue.gaps.pop()],
    ["the reports of a theme", "count-differs", (issue) => first(issue.themes).reports.push("a-1")],
    ["a count of statements", "count-differs", (issue) => addOne(first(issue.coverage))],
    ["an article that is listed twice", "fate-differs", (issue) => listTwice(issue)],
    ["a cited article given out as off theme", "fate-differs", (issue) => disown(issue)],
    ["a second origin of one report", "ledger-differs", (issue) => addOrigin(issue)],
    ["the origins of a theme", "ledger-differs", (issue) => addTo(ledgerIn(issue), "origins")],
    ["a language of a theme", "ledger-differs", (issue) => addTo(ledgerIn(issue).languages, "en")],
    ["a count of background", "count-differs", (issue) => addTo(issue.method, "background")],
    ["a count of the period", "count-differs", (issue) => addTo(issue.method, "inPeriod")],
  ])("%s", async (_, code, change) => {
    expect(await codesAfter(change)).toContain(code);
  });

  test("one letter of an article in the corpus", async () => {
    const article = join(root, "corpus/articles/001_5709e4275fb3b6b0.txt");
    writeFileSync(article, readFileSync(article, "utf8").replace("Syrians", "Syrian"));
    expect(await codes()).toEqual(["article-changed"]);
  });

  test("one letter of a stored text", async () => {
    const issue: Issue = JSON.parse(readFileSync(file, "utf8"));
    const stored = join(file, "../evidence", first(issue.sources).article, "text.txt");
    writeFileSync(stored, readFileSync(stored, "utf8").replace("e", "a"));
    expect(await codes()).toEqual(["source-text-changed"]);
  });

  test("a field that no issue has, and a file that is no JSON", async () => {
    expect(await codesAfter((issue) => Object.assign(issue, { note: "hello" }))).toEqual([
      "issue-malformed",
    ]);
    writeFileSync(file, "not JSON");
    expect(await codes()).toEqual(["issue-malformed"]);
  });
});

test("a quotation that differs is shown where it parts from its article", async () => {
  const issue: Issue = JSON.parse(readFileSync(file, "utf8"));
  const [figure] = issue.glance.figures;
  const citation = first(figure?.statement.citations ?? []);
  citation.quote = citation.quote.replace("20,000", "20,001");
  writeFileSync(file, JSON.stringify(issue));
  const { diagnostics } = await checkIssueFile(nodeHost, file, root);
  const told = diagnostics.find(({ code }) => code === "quotation-differs");
  expect(told?.message).toMatch(/20,001/);
  expect(told?.hint).toMatch(/20,000/);
});

test("a workspace that cannot be read does not silence the check", async () => {
  const settings = join(root, "briefwright.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}\nbrifs: 1\n`);
  expect(await codes()).toEqual(["workspace-unreadable"]);
});

test("an issue whose texts were stored as one file per article holds as well", async () => {
  const issue: Issue = JSON.parse(readFileSync(file, "utf8"));
  const folder = join(file, "../evidence");
  rmSync(join(file, "../manifest.json"));
  for (const { article } of issue.sources) {
    const text = readFileSync(join(folder, article, "text.txt"));
    rmSync(join(folder, article), { recursive: true });
    writeFileSync(join(folder, `${article}.txt`), text);
  }
  expect(await codes()).toEqual(["manifest-missing"]);
});

test("an issue that left its workspace stands on the texts stored beside it", async () => {
  const { diagnostics } = await checkIssueFile(nodeHost, file, "/");
  expect(diagnostics).toEqual([]);
});
