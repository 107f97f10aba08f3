import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Collector } from "../../src/collect-articles.js";
import { manualClock } from "../../src/host/clock.js";
import { memoryNetwork } from "../../src/host/memory-network.js";
import { nodeHost } from "../../src/host/node.js";
import { type RunResult, RunResultSchema } from "../../src/model/run-result.js";
import { runBriefs, type SendDraft } from "../../src/unattended/run-briefs.js";
import { openTestWorkspace, readRepository } from "../workspace.js";

// A test makes a brief or two.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MONDAY = "2021-05-10T06:00:00.000Z";

const collector = (): Collector => ({
  host: nodeHost,
  clock: manualClock(Date.parse(MONDAY)),
  openNetwork: () => memoryNetwork(() => null),
});

const run = (
  root: string,
  more: {
    readonly at?: string;
    readonly isRehearsal?: boolean;
    readonly sendDraft?: SendDraft;
  } = {},
) => runBriefs(collector(), { folder: root, what: "weekly", isRehearsal: false, ...more });

const inShort = ({ outcome, issues }: RunResult) => [
  outcome,
  ...issues.map(({ issue, outcome: own }) => `${issue} ${own}`),
];

const REVIEWERS = "briefs: { libya-weekly: { run: { reviewList: editors } } }\n";

describe("a week by itself", () => {
  let root: string;
  let first: RunResult;
  const drafts: string[] = [];
  const sendDraft: SendDraft = async (_, file, list) => {
    drafts.push(`${file.slice(root.length + 1)} to ${list}`);
    return { review: { list, sent: 2, notSent: 1 }, isOpen: false, diagnostics: [] };
  };

  beforeAll(async () => {
    root = openTestWorkspace({ "distribution.yaml": REVIEWERS });
    first = await run(root, { sendDraft });
  });

  test("makes and checks what is due, and says so in the shape that is published", () => {
    expect(RunResultSchema.parse(first)).toEqual(first);
    expect(inShort(first)).toEqual(["done", "2021-W18 made"]);
    expect(first.issues[0]?.statements).toBeGreaterThan(10);
    expect(existsSync(join(root, first.issues[0]?.folder ?? "", "brief.pdf"))).toBe(true);
  });

  test("sends the draft to the reviewers that the settings name", () => {
    expect(drafts).toEqual(["out/libya-weekly/2021-W18/issue.json to editors"]);
    expect(first.issues[0]?.review).toEqual({ list: "editors", sent: 2, notSent: 1 });
  });

  test("has nothing to do a second time", async () => {
    expect(inShort(await run(root, { sendDraft }))).toEqual(["nothing-due"]);
    expect(drafts).toHaveLength(1);
  });

  test("only says what is due in a rehearsal", async () => {
    const at = "2021-05-24T06:00:00.000Z";
    const rehearsed = await run(root, { at, isRehearsal: true });
    expect(inShort(rehearsed)).toEqual(["done", "2021-W19 due", "2021-W20 due"]);
    expect(inShort(await run(root, { at, isRehearsal: true }))).toEqual(inShort(rehearsed));
  });

  test("tells a line of its log that nobody can read, and goes on", async () => {
    const log = join(root, "corpus/record/runs.jsonl");
    const before = readFileSync(log, "utf8");
    writeFileSync(log, `${before}{"at": "20`);
    const { outcome, diagnostics } = await run(root, { isRehearsal: true });
    writeFileSync(log, before);
    expect(outcome).toBe("nothing-due");
    expect(diagnostics).toMatchObject([
      { code: "run-log-unreadable", place: { file: "corpus/record/runs.jsonl", line: 2 } },
    ]);
  });

  test("does nothing while another run is at work", async () => {
    const lock = await nodeHost.takeLock(join(root, ".briefwright/run.lock"));
    const second = await run(root, { at: "2021-05-24T06:00:00.000Z" });
    lock?.release();
    expect(inShort(second)).toEqual(["locked"]);
  });
});

describe("a week that goes wrong", () => {
  test("is due again until the draft is with those who review it", async () => {
    const root = openTestWorkspace({ "distribution.yaml": REVIEWERS });
    let isOpen = true;
    const sendDraft: SendDraft = async (_, __, list) => ({
      review: { list, sent: 0, notSent: 3 },
      isOpen,
      diagnostics: [],
    });
    expect(inShort(await run(root, { sendDraft }))).toEqual(["done", "2021-W18 made"]);
    isOpen = false;
    expect(inShort(await run(root, { sendDraft }))).toEqual(["done", "2021-W18 made"]);
    expect(inShort(await run(root, { sendDraft }))).toEqual(["nothing-due"]);
  });

  test("fails where no brief can be made, and is due again", async () => {
    const broken = readRepository("corpus/lexicon/themes.yaml").replace("themes:", "theemes:");
    const root = openTestWorkspace({ "corpus/lexicon/themes.yaml": broken });
    const failed = await run(root);
    expect(inShort(failed)).toEqual(["failed", "2021-W18 failed"]);
    expect(failed.issues[0]?.diagnostics[0]?.place?.file).toBe("corpus/lexicon/themes.yaml");
    writeFileSync(
      join(root, "corpus/lexicon/themes.yaml"),
      readRepository("corpus/lexicon/themes.yaml"),
    );
    expect(inShort(await run(root))).toEqual(["done", "2021-W18 made"]);
  });

  test("makes the brief where a feed does not answer, and names the feed", async () => {
    const settings = readRepository("briefwright.yaml");
    const feeds = "feeds: { gazette: { url: https://gazette.example.org/rss } }\n";
    const root = openTestWorkspace({ "briefwright.yaml": `${feeds}${settings}` });
    const result = await run(root);
    expect(inShort(result)).toEqual(["done", "2021-W18 made"]);
    expect(result.fetched).toEqual({ feeds: 1, failed: ["gazette"], new: 0 });
  });

  test("says what there is where nothing bears the name", async () => {
    const root = openTestWorkspace();
    const result = await runBriefs(collector(), {
      folder: root,
      what: "libya",
      isRehearsal: false,
    });
    expect(result).toMatchObject({ outcome: "failed", diagnostics: [{ code: "unknown-brief" }] });
  });
});
