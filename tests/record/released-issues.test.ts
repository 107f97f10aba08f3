import { beforeAll, describe, expect, test } from "vitest";
import { memoryHost } from "../../src/host/memory.js";
import { canonicalJson, sealOf } from "../../src/issue/seal.js";
import {
  appendRelease,
  briefsOfRecord,
  lastReleased,
  readReleased,
  releasedIssues,
  releasedVersions,
} from "../../src/record/index.js";
import { readRepository } from "../workspace.js";

const HOME = { root: "/house", settings: { corpus: "corpus" } };
const SAMPLE = "tests/samples/issue-1";

let sample: Record<string, unknown>;
let files: Map<string, Uint8Array>;

beforeAll(() => {
  sample = JSON.parse(readRepository(`${SAMPLE}/issue.json`));
});

const bytes = (text: string) => new TextEncoder().encode(text);
const place = (id: string, version: string) =>
  `/house/corpus/record/libya-weekly/${id}/v${version}/issue.json`;

/** A released issue as the first program wrote it, sealed anew. */
function issueOf(change: Record<string, unknown>): Uint8Array {
  const issue = { ...sample, ...change };
  return bytes(JSON.stringify({ ...issue, seal: sealOf(issue) }));
}

function week(number: number, from: string, to: string, more: Record<string, unknown> = {}) {
  const id = `2021-W${number}`;
  const period = { from, to, basis: "publication", week: number };
  return { id, period, cutOff: `${to}T18:00:00.000Z`, ...more };
}

const W17 = week(17, "2021-04-26", "2021-05-02");
const W18 = week(18, "2021-05-03", "2021-05-09");

function openRecord(record: Record<string, Uint8Array>) {
  files = new Map(Object.entries(record));
  return memoryHost(files);
}

const versions = (issues: readonly { id: string; version: string }[]) =>
  issues.map(({ id, version }) => `${id} ${version}`);

describe("what is released", () => {
  test("is the highest version of each issue, by period", async () => {
    const host = openRecord({
      [place("2021-W18", "1.0")]: issueOf(W18),
      [place("2021-W17", "1.10")]: issueOf({ ...W17, version: "1.10" }),
      [place("2021-W17", "1.9")]: issueOf({ ...W17, version: "1.9" }),
    });
    const { issues, diagnostics } = await releasedIssues(host, HOME, "libya-weekly");
    expect(versions(issues)).toEqual(["2021-W17 1.10", "2021-W18 1.0"]);
    expect(diagnostics).toEqual([]);
    const all = await releasedVersions(host, HOME, "libya-weekly");
    expect(versions(all.issues)).toEqual(["2021-W17 1.9", "2021-W17 1.10", "2021-W18 1.0"]);
    expect(await briefsOfRecord(host, HOME)).toEqual(["libya-weekly"]);
  });

  test("is nothing where there is no record", async () => {
    const host = openRecord({});
    expect(await releasedIssues(host, HOME, "libya-weekly")).toEqual({
      issues: [],
      diagnostics: [],
    });
    expect(await briefsOfRecord(host, HOME)).toEqual([]);
  });

  test.each<[string, Uint8Array]>([
    ["broken JSON", bytes('{"schema": "briefwright/issue/1", ')],
    ["no issue", bytes("[]")],
    ["nothing", bytes("")],
  ])("is no older version in the place of one that is %s", async (_, broken) => {
    const host = openRecord({
      [place("2021-W17", "1.0")]: issueOf(W17),
      [place("2021-W18", "1.0")]: issueOf(W18),
      [place("2021-W18", "1.1")]: broken,
    });
    const { issues, diagnostics } = await releasedIssues(host, HOME, "libya-weekly");
    expect(versions(issues)).toEqual(["2021-W17 1.0"]);
    expect(diagnostics).toMatchObject([
      {
        code: "record-unreadable",
        place: { file: "corpus/record/libya-weekly/2021-W18/v1.1/issue.json" },
      },
    ]);
  });

  test("is no older version in the place of one whose issue.json is gone", async () => {
    const host = openRecord({
      [place("2021-W18", "1.0")]: issueOf(W18),
      "/house/corpus/record/libya-weekly/2021-W18/v1.1/manifest.json": bytes("{}"),
      "/house/corpus/record/libya-weekly/2021-W18/v1.1/brief.html": bytes("x"),
    });
    const { issues, diagnostics } = await releasedIssues(host, HOME, "libya-weekly");
    expect(issues).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "record-unreadable",
        place: { file: "corpus/record/libya-weekly/2021-W18/v1.1/issue.json" },
      },
    ]);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ["another version", place("2021-W18", "1.1"), W18],
    ["another issue", place("2021-W19", "1.0"), W18],
    ["another brief", place("2021-W18", "1.0"), { ...W18, brief: { id: "other" } }],
    ["a folder that names no version", place("2021-W18", "1.01"), W18],
    ["a folder of no issue", "/house/corpus/record/libya-weekly/copy/issue.json", W18],
  ])("is nothing that lies in the place of %s", async (_, path, change) => {
    const host = openRecord({ [path]: issueOf(change), [place("2021-W17", "1.0")]: issueOf(W17) });
    const { issues, diagnostics } = await releasedIssues(host, HOME, "libya-weekly");
    expect(versions(issues)).toEqual(["2021-W17 1.0"]);
    expect(diagnostics).toMatchObject([{ code: "record-misplaced", severity: "warning" }]);
  });

  test("leaves what else lies in the record alone", async () => {
    const host = openRecord({
      [place("2021-W18", "1.0")]: issueOf(W18),
      "/house/corpus/record/README.md": bytes("ours"),
      "/house/corpus/record/libya-weekly/2021-W18/approvals.jsonl": bytes("{}"),
      "/house/corpus/record/libya-weekly/2021-W18/v1.0/evidence/a-1/raw.json": bytes("{"),
    });
    const { issues, diagnostics } = await releasedIssues(host, HOME, "libya-weekly");
    expect(versions(issues)).toEqual(["2021-W18 1.0"]);
    expect(diagnostics).toEqual([]);
  });
});

describe("the last issue", () => {
  const read = async () => {
    const host = openRecord({
      [place("2021-W17", "1.0")]: issueOf(W17),
      [place("2021-W18", "1.0")]: issueOf(W18),
    });
    return (await releasedIssues(host, HOME, "libya-weekly")).issues;
  };

  test("ends before the period begins", async () => {
    const issues = await read();
    const last = (from: string) =>
      lastReleased(issues, { from, cutOff: "2022-01-01T00:00:00.000Z" })?.id;
    expect(last("2021-05-10")).toBe("2021-W18");
    expect(last("2021-05-03")).toBe("2021-W17");
    expect(last("2021-04-26")).toBeUndefined();
  });

  test("was there by the cut-off", async () => {
    const cutOff = "2021-05-05T23:59:00.000Z";
    expect(lastReleased(await read(), { from: "2021-05-10", cutOff })?.id).toBe("2021-W17");
  });
});

describe("a released issue", () => {
  async function readFrom(record: Record<string, Uint8Array>) {
    const host = openRecord(record);
    const [released] = (await releasedIssues(host, HOME, "libya-weekly")).issues;
    if (released === undefined) throw new Error("nothing is released");
    return readReleased(host, released);
  }

  function evidence(article: string, nested = false): readonly [string, Uint8Array] {
    const name = nested ? `evidence/${article}/text.txt` : `evidence/${article}.txt`;
    const path = place("2021-W18", "1.0").replace("issue.json", name);
    return [path, bytes(readRepository(`${SAMPLE}/evidence/${article}.txt`))];
  }

  const ARTICLES = [
    "a-1e8ceb15dd34",
    "a-602dbf27306f",
    "a-61eeb5bbd797",
    "a-b5d13f0539a6",
    "a-dd26b20779e4",
  ];
  const asWritten = () => bytes(readRepository(`${SAMPLE}/issue.json`));

  test("is read with the texts that it cites, in both forms of the evidence", async () => {
    const texts = ARTICLES.map((article, index) => evidence(article, index % 2 === 0));
    const { value, diagnostics } = await readFrom({
      [place("2021-W18", "1.0")]: asWritten(),
      ...Object.fromEntries(texts),
    });
    expect(diagnostics).toEqual([]);
    expect(value?.issue.schema).toBe("briefwright/issue/3");
    expect(value?.issue.seal).toBe(sample.seal);
    expect([...(value?.texts.keys() ?? [])].sort()).toEqual(ARTICLES);
  });

  test("is used by nothing once its seal is broken", async () => {
    const altered = readRepository(`${SAMPLE}/issue.json`).replace("North Africa", "South Africa");
    const { value, diagnostics } = await readFrom({ [place("2021-W18", "1.0")]: bytes(altered) });
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: "seal-broken", severity: "error" }]);
  });

  test("lacks a text that is not the one that it cited, and says so", async () => {
    const [first = ["", bytes("")] as const, ...others] = ARTICLES.map((id) => evidence(id));
    const { value, diagnostics } = await readFrom({
      [place("2021-W18", "1.0")]: asWritten(),
      [first[0]]: bytes("other words"),
      ...Object.fromEntries(others.slice(1)),
    });
    expect(value?.texts.size).toBe(3);
    expect(diagnostics.map(({ code }) => code).sort()).toEqual([
      "evidence-changed",
      "evidence-missing",
    ]);
  });

  test("holds its seal however its keys are ordered", async () => {
    const sorted = bytes(canonicalJson(sample));
    const { value } = await readFrom({ [place("2021-W18", "1.0")]: sorted });
    expect(value?.issue.id).toBe("2021-W18");
  });
});

describe("a release log beside the versions", () => {
  const by = { by: "A. B.", at: "2021-05-10T06:00:00Z" };
  const seal = "a".repeat(64);
  const standingOf = async (host: ReturnType<typeof openRecord>) =>
    (await releasedIssues(host, HOME, "libya-weekly")).issues.map(({ id, version, standing }) =>
      [id, version, standing].join(" "),
    );
  const withdraw = (host: ReturnType<typeof openRecord>, version: string) =>
    appendRelease(host, HOME, {
      ...{ brief: "libya-weekly", issue: "2021-W18", version, ...by },
      event: { kind: "withdrawn", reason: "The week was wrong." },
    });
  const frozen = (id: string) => place(id, "1.0").replace("issue.json", "template/template.json");

  test("makes an issue whose latest version was withdrawn no last one, with all of it", async () => {
    const host = openRecord({
      [place("2021-W17", "1.0")]: issueOf(W17),
      [place("2021-W18", "1.0")]: issueOf(W18),
      [place("2021-W18", "1.1")]: issueOf({ ...W18, version: "1.1" }),
    });
    await withdraw(host, "1.1");
    const { issues } = await releasedIssues(host, HOME, "libya-weekly");
    expect(await standingOf(host)).toEqual(["2021-W17 1.0 released", "2021-W18 1.1 withdrawn"]);
    const next = { from: "2021-05-10", cutOff: "2021-05-16T18:00:00.000Z" };
    expect(lastReleased(issues, next)?.id).toBe("2021-W17");
  });

  test("leaves out what was frozen for an approval that never came", async () => {
    const host = openRecord({
      [place("2021-W18", "1.0")]: issueOf(W18),
      [frozen("2021-W18")]: bytes("{}"),
    });
    const hashes = { template: seal, style: seal, marking: seal, note: null };
    await appendRelease(host, HOME, {
      ...{ brief: "libya-weekly", issue: "2021-W18", version: "1.0", ...by },
      event: { kind: "reviewed", editions: [{ language: "en", seal }], ...hashes },
    });
    expect(await standingOf(host)).toEqual([]);
  });

  test("that does not hold takes no issue away, and is told", async () => {
    const host = openRecord({ [place("2021-W18", "1.0")]: issueOf(W18) });
    await withdraw(host, "1.0");
    const log = "/house/corpus/record/libya-weekly/2021-W18/release.jsonl";
    files.set(log, bytes(`${new TextDecoder().decode(files.get(log)).replace("wrong", "right")}`));
    expect(await standingOf(host)).toEqual(["2021-W18 1.0 released"]);
    const { diagnostics } = await releasedIssues(host, HOME, "libya-weekly");
    expect(diagnostics).toMatchObject([{ code: "release-log-broken", severity: "warning" }]);
  });
});
