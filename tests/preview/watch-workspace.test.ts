/** What of the changes of files is told, and when: with a clock that a test moves on. */
import { describe, expect, it } from "vitest";
import type { Workspace } from "../../src/config/workspace.js";
import type { Watch } from "../../src/host/watch.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { type Change, watchWorkspace } from "../../src/preview/watch-workspace.js";

const ROOT = "/desk";
const WORKSPACE = {
  root: ROOT,
  settings: { corpus: "corpus", templates: "templates" },
} as unknown as Workspace;

function open(sizes: Record<string, number> = {}) {
  let now = 1000;
  let timers: { at: number; call: () => void }[] = [];
  const changes: Change[] = [];
  const faults: Diagnostic[] = [];
  let request: Parameters<Watch>[0] | null = null;
  const watch: Watch = (asked) => {
    request = asked;
    return { close: () => undefined };
  };
  const later = (ms: number, call: () => void) => {
    const timer = { at: now + ms, call };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const host = { sizeOf: async (path: string) => sizes[path.slice(ROOT.length + 1)] ?? 10 };
  watchWorkspace(
    WORKSPACE,
    { host, watch, now: () => now, later },
    (change) => changes.push(change),
    (fault) => faults.push(fault),
  );
  return {
    changes,
    faults,
    sizes,
    touch: (path: string) => request?.onChange(`${ROOT}/${path}`),
    fail: (path: string, reason: string) => request?.onFault(`${ROOT}/${path}`, reason),
    skips: (path: string) => request?.isSkipped(path === "" ? ROOT : `${ROOT}/${path}`),
    pass: async (ms: number) => {
      for (const end = now + ms; now < end; ) {
        now += 1;
        const due = timers.filter(({ at }) => at <= now);
        timers = timers.filter(({ at }) => at > now);
        for (const { call } of due) call();
        if (due.length > 0) await new Promise((done) => setImmediate(done));
      }
    },
  };
}

const files = ({ changes }: { readonly changes: readonly Change[] }) =>
  changes.map((change) => change.files);

describe("a change", () => {
  it("is told once it is quiet, with the time at which it was noticed", async () => {
    const watched = open();
    watched.touch("templates/weekly/style.css");
    await watched.pass(19);
    expect(watched.changes).toEqual([]);
    await watched.pass(2);
    expect(watched.changes).toEqual([
      { files: ["templates/weekly/style.css"], corpus: false, since: 1000 },
    ]);
  });

  it("of many files at once is one", async () => {
    const watched = open();
    for (let file = 0; file < 500; file += 1) watched.touch(`corpus/articles/${file}.txt`);
    watched.touch("corpus/lexicon/themes.yaml");
    await watched.pass(50);
    expect(watched.changes).toHaveLength(1);
    expect(watched.changes[0]).toMatchObject({ corpus: true });
    expect(watched.changes[0]?.files).toHaveLength(501);
  });

  it("of a file that is written in pieces waits for the last piece", async () => {
    const watched = open();
    for (let piece = 0; piece < 5; piece += 1) {
      watched.touch("templates/weekly/brief.hbs");
      await watched.pass(15);
    }
    expect(watched.changes).toEqual([]);
    await watched.pass(10);
    expect(files(watched)).toEqual([["templates/weekly/brief.hbs"]]);
  });

  it("of a file that was made empty waits for what comes into it", async () => {
    const watched = open({ "templates/weekly/brief.hbs": 0 });
    watched.touch("templates/weekly/brief.hbs");
    await watched.pass(200);
    expect(watched.changes).toEqual([]);
    watched.sizes["templates/weekly/brief.hbs"] = 900;
    watched.touch("templates/weekly/brief.hbs");
    await watched.pass(50);
    expect(files(watched)).toEqual([["templates/weekly/brief.hbs"]]);
  });

  it("of a file that stays empty is told after half a second", async () => {
    const watched = open({ "templates/weekly/brief.hbs": 0 });
    watched.touch("templates/weekly/brief.hbs");
    await watched.pass(700);
    expect(files(watched)).toEqual([["templates/weekly/brief.hbs"]]);
  });

  it("that never ends is told all the same", async () => {
    const watched = open();
    for (let time = 0; time < 300; time += 1) {
      watched.touch("templates/weekly/brief.hbs");
      await watched.pass(10);
    }
    expect(watched.changes.length).toBeGreaterThan(0);
  });

  it.each([
    "templates/weekly/.style.css.swp",
    "templates/weekly/style.css~",
    "templates/weekly/#style.css#",
    "templates/weekly/4913",
    "templates/weekly/style.css.tmp",
    "corpus/desk/weekly/.new-0123456789abcdef",
    ".git/index",
    "out/weekly/2021-W18/brief.html",
    "node_modules/x/index.js",
    "notes.txt",
  ])("of %s is none of a brief's", async (path) => {
    const watched = open();
    watched.touch(path);
    await watched.pass(50);
    expect(watched.changes).toEqual([]);
  });

  it.each([
    "briefwright.yaml",
    "corpus/articles/a.txt",
    "corpus/lexicon/themes.yaml",
    "corpus/desk/weekly/2021-W18.yaml",
    "corpus/desk/standing/scope.md",
    "corpus/record/weekly/2021-W17/v1.0/issue.json",
    "templates/weekly/labels.en.yaml",
    "templates/own/logo.png",
  ])("of %s is one", async (path) => {
    const watched = open();
    watched.touch(path);
    await watched.pass(50);
    expect(files(watched)).toEqual([[path]]);
  });
});

describe("a folder", () => {
  it.each([
    ["", false],
    ["corpus", false],
    ["corpus/articles/deep", false],
    ["templates/weekly/partials", false],
    ["node_modules", true],
    ["out", true],
    [".git", true],
    ["corpus/.cache", true],
  ])("is looked into where briefs are made from it: %j", (path, isSkipped) => {
    expect(open().skips(path)).toBe(isSkipped);
  });

  it("that cannot be watched is told, with what to do", () => {
    const watched = open();
    watched.fail("corpus/articles", "ENOSPC");
    expect(watched.faults[0]).toMatchObject({
      code: "not-watched",
      place: { file: "corpus/articles" },
      hint: expect.stringContaining("max_user_watches"),
    });
  });
});
