/** What a command says under `--log json`: one object per line, and nothing else. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { jsonLog, logAskedFor, useLog } from "../../src/cli/log.js";
import { progress } from "../../src/cli/progress.js";
import { type LogLine, LogLineSchema } from "../../src/model/log-line.js";
import { openTestWorkspace, REPOSITORY } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => useLog(null));

const MAIN = join(REPOSITORY, "dist/cli/main.js");

function brief(args: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const options = { cwd, encoding: "utf8", env: { ...process.env, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], options);
  return { status, stdout, lines: parse(stderr) };
}

function parse(text: string): LogLine[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => LogLineSchema.parse(JSON.parse(line)));
}

describe("the built program under --log json", () => {
  test("logs diagnostics with code, place and hint, and leaves standard output as it is", () => {
    const root = openTestWorkspace({ "corpus/articles/notes.docx": "PK" });
    const { status, stdout, lines } = brief(["generate", "--log", "json"], root);
    expect(status).toBe(0);
    expect(stdout.split("\n")[0]).toBe("out/libya-weekly/2021-W18/brief.html");
    const faults = lines.filter(({ place }) => place?.file === "corpus/articles/notes.docx");
    expect(faults).toMatchObject([{ level: "warning", hint: expect.any(String) }]);
    expect(new Set(lines.map(({ command }) => command))).toEqual(new Set(["generate"]));
    expect(new Set(lines.map(({ run }) => run)).size).toBe(1);
    expect(lines.at(-1)).toMatchObject({ level: "info", code: "run-ended" });
  });

  test("is asked for by BRIEF_LOG as well, and logs wrong usage with its hint", () => {
    const { status, lines } = brief(["genrate"], REPOSITORY, { BRIEF_LOG: "json" });
    expect(status).toBe(2);
    expect(lines).toMatchObject([
      { level: "error", code: "usage", hint: "did you mean “generate”?", command: null },
      { level: "error", code: "run-ended" },
    ]);
  });

  test.each([
    [["generate", "--log", "xml"], {}],
    [["generate"], { BRIEF_LOG: "xml" }],
  ])("refuses a log that there is not with status 2: %j %j", (args, env) => {
    const options = { encoding: "utf8", env: { ...process.env, ...env } } as const;
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], options);
    expect(stderr).toMatch(/there is no log “xml”\n {2}hint: /);
    expect(status).toBe(2);
  });
});

describe("whether a log is asked for", () => {
  test("the flag stands above the environment, and words behind -- are none", () => {
    expect(logAskedFor(["generate", "--log=text"], { BRIEF_LOG: "json" })).toBeNull();
    expect(logAskedFor(["search", "--", "--log", "json"], {})).toBeNull();
    expect(logAskedFor(["generate", "--log", "json"], {})).not.toBeNull();
  });
});

describe("a log", () => {
  const written: string[] = [];
  const log = () => {
    written.length = 0;
    const at = new Date("2026-05-01T08:00:00Z");
    return jsonLog(
      ["generate"],
      (line) => written.push(line),
      () => at,
    );
  };

  test("holds progress now and then, and the end of work that took long", () => {
    useLog(log());
    let time = 0;
    const bar = progress("reading", 1_000, undefined, () => time);
    for (let second = 1; second <= 25; second += 1) {
      time = second * 1_000;
      bar.advance(10);
    }
    bar.end();
    expect(parse(written.join("")).map(({ message }) => message)).toEqual([
      "reading  100 of 1,000 (10 %)  10/s  1 min 30 s left",
      "reading  200 of 1,000 (20 %)  10/s  1 min 20 s left",
      "reading  250 of 1,000 (25 %)  10/s  1 min 15 s left",
    ]);
  });

  test("says nothing of progress that ends at once", () => {
    useLog(log());
    const bar = progress("reading", 2, undefined, () => 5);
    bar.advance(2);
    bar.end();
    expect(written).toEqual([]);
  });

  test("lets no control character through", () => {
    log().add({ level: "info", code: "note", message: "a\u001b[2J\u202eb" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    expect(written[0]).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(parse(written[0] ?? "")[0]?.message).toBe("a\u001b[2J\u202eb");
  });
});
