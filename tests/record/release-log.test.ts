import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memoryHost } from "../../src/host/memory.js";
import { entriesOf, type ReleaseEvent, stateOf } from "../../src/model/release-log.js";
import { appendRelease, parseReleaseLog, readReleaseLog } from "../../src/record/index.js";

const home = { root: "/w", settings: { corpus: "corpus" } };
const PATH = "/w/corpus/record/weekly/2021-W18/release.jsonl";
const SEAL = "a".repeat(64);

const reviewed: ReleaseEvent = {
  kind: "reviewed",
  editions: [{ language: "en", seal: SEAL }],
  template: SEAL,
  style: SEAL,
  marking: SEAL,
  note: "read twice",
};
const released: ReleaseEvent = { kind: "released", editions: [{ language: "en", seal: SEAL }] };
const withdrawn: ReleaseEvent = { kind: "withdrawn", reason: "wrong week" };

async function logOf(events: readonly ReleaseEvent[], at = (i: number) => i) {
  const files = new Map<string, Uint8Array>();
  const host = memoryHost(files);
  const told = [];
  for (const [index, event] of events.entries()) {
    const line = {
      brief: "weekly",
      issue: "2021-W18",
      version: "1.0",
      by: "A. B.",
      at: new Date(Date.UTC(2021, 4, 10, at(index))).toISOString(),
      event,
    };
    told.push(...(await appendRelease(host, home, line)).diagnostics);
  }
  return { host, files, told, bytes: files.get(PATH) ?? new Uint8Array() };
}

const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
  diagnostics.map(({ code }) => code);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (words: string) => new TextEncoder().encode(words);

describe("a release log", () => {
  test("is read as it was written, each line with the hash of the one before it", async () => {
    const log = parseReleaseLog((await logOf([reviewed, released, withdrawn])).bytes, "log");
    expect([log.holds, log.diagnostics]).toEqual([true, []]);
    expect(log.entries.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, "reviewed"],
      [2, "released"],
      [3, "withdrawn"],
    ]);
    const [first, second] = log.entries;
    expect([first?.previous, second?.previous]).toEqual([null, first?.hash]);
  });

  test("that is not there has no lines, and holds", async () => {
    const log = await readReleaseLog(memoryHost(new Map()), home, "weekly", "2021-W18");
    expect([log.holds, log.entries, log.diagnostics]).toEqual([true, [], []]);
  });

  test("whose line was edited names it, and what stands behind it counts for nothing", async () => {
    const { bytes: whole } = await logOf([reviewed, withdrawn, released]);
    const log = parseReleaseLog(bytes(text(whole).replace("wrong week", "right week")), "log");
    expect(log.diagnostics).toMatchObject([
      {
        code: "release-log-broken",
        severity: "error",
        message: "was changed after it was written; 1 line behind it will not count",
        place: { file: "log", line: 2 },
      },
    ]);
    expect(log.entries.map(({ kind }) => kind)).toEqual(["reviewed"]);
  });

  test.each([
    ["taken out", (lines: string[]) => [lines[0], lines[2]], 2],
    ["put in twice", (lines: string[]) => [lines[0], lines[0], lines[1]], 2],
    ["moved", (lines: string[]) => [lines[1], lines[0], lines[2]], 1],
    ["emptied", (lines: string[]) => [lines[0], "", lines[2]], 2],
  ])("in which a line was %s names the place", async (_, change, line) => {
    const lines = text((await logOf([reviewed, released, withdrawn])).bytes)
      .trim()
      .split("\n");
    const log = parseReleaseLog(bytes(`${change(lines).join("\n")}\n`), "log");
    expect(log.holds).toBe(false);
    expect(log.diagnostics[0]?.place).toEqual({ file: "log", line });
  });

  test("with half a line at its end tells it, and is written on", async () => {
    const { host, files, bytes: whole } = await logOf([reviewed, released]);
    files.set(PATH, whole.slice(0, -20));
    const half = await readReleaseLog(host, home, "weekly", "2021-W18");
    expect([half.holds, codesOf(half), half.entries.length]).toEqual([
      true,
      ["release-log-half-line"],
      1,
    ]);
    const line = { brief: "weekly", issue: "2021-W18", version: "1.0", by: "C. D." };
    await appendRelease(host, home, { ...line, at: "2021-05-11T00:00:00Z", event: withdrawn });
    const mended = await readReleaseLog(host, home, "weekly", "2021-W18");
    expect([mended.holds, codesOf(mended)]).toEqual([true, []]);
    expect(mended.entries.map(({ kind }) => kind)).toEqual(["reviewed", "withdrawn"]);
  });

  test("that does not hold takes no line more", async () => {
    const { host, files, bytes: whole } = await logOf([reviewed]);
    files.set(PATH, bytes(text(whole).replace("read twice", "read thrice")));
    const line = { brief: "weekly", issue: "2021-W18", version: "1.0", by: "C. D." };
    const added = await appendRelease(host, home, {
      ...line,
      at: "2021-05-11T00:00:00Z",
      event: withdrawn,
    });
    expect([added.value, codesOf(added)]).toEqual([null, ["release-log-broken"]]);
  });

  test("tells of a clock that jumped back, and keeps the order of its lines", async () => {
    const { bytes: whole, told } = await logOf([reviewed, released, withdrawn], (i) => 9 - i);
    const log = parseReleaseLog(whole, "log");
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([
      ["clock-jumped-back", "warning"],
      ["clock-jumped-back", "warning"],
    ]);
    expect([log.holds, codesOf(log)]).toEqual([true, ["clock-jumped-back", "clock-jumped-back"]]);
    expect(stateOf(log.entries, "1.0")).toBe("withdrawn");
  });
});

test("any byte that is changed is found", async () => {
  const { bytes: whole } = await logOf([reviewed, released, withdrawn]);
  const anywhere = fc.nat(whole.length - 1);
  fc.assert(
    fc.property(anywhere, fc.integer({ min: 1, max: 255 }), (at, by) => {
      const altered = Uint8Array.from(whole);
      altered[at] = (altered[at] ?? 0) ^ by;
      const log = parseReleaseLog(altered, "log");
      expect([log.holds, log.diagnostics.length]).toEqual([false, 1]);
    }),
    { numRuns: 1500 },
  );
});

test("a write that is cut off anywhere leaves the lines before it, and is written on", async () => {
  const { host, files, bytes: whole } = await logOf([reviewed, released, withdrawn]);
  const line = { brief: "weekly", issue: "2021-W18", version: "1.0", by: "C. D." };
  for (let end = 0; end <= whole.length; end += 1) {
    const left = whole.slice(0, end);
    const log = parseReleaseLog(left, "log");
    const lines = text(left).split("\n").length - 1;
    const isWhole = left.length === 0 || text(left).endsWith("\n");
    expect([log.holds, codesOf(log)]).toEqual([true, isWhole ? [] : ["release-log-half-line"]]);
    expect(log.entries.length - lines).toBe(log.end === "unended" ? 1 : 0);
    files.set(PATH, left);
    await appendRelease(host, home, { ...line, at: "2021-06-01T00:00:00Z", event: withdrawn });
    const mended = await readReleaseLog(host, home, "weekly", "2021-W18");
    expect([mended.holds, mended.entries.length]).toEqual([true, log.entries.length + 1]);
  }
});

test("a version has the state that its last step gave it, and others have their own", async () => {
  const { entries } = parseReleaseLog((await logOf([reviewed])).bytes, "log");
  expect([stateOf(entries, "1.0"), stateOf(entries, "1.1")]).toEqual(["reviewed", "draft"]);
  expect(entriesOf(entries, "1.0", "reviewed")).toHaveLength(1);
  expect(entriesOf(entries, "1.0", "approved")).toEqual([]);
});
