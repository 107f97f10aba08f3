/** Two weeks of one brief: the first is released, the second says what changed since. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkIssueFile } from "../src/check/check-issue-file.js";
import { nodeHost } from "../src/host/node.js";
import { parseWeek } from "../src/issue/index.js";
import { sealOf } from "../src/issue/seal.js";
import type { Issue } from "../src/model/issue.js";
import { type GenerateRequest, generate } from "../src/pipeline.js";
import { releaseIssue } from "../src/release-issue.js";
import { outline } from "./templating/outline.js";
import { REPOSITORY } from "./workspace.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const GOLDEN = new URL("golden/two-weeks.txt", import.meta.url);
const root = mkdtempSync(join(tmpdir(), "briefwright-weeks-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function make(week: string, request: Partial<GenerateRequest> = {}, folder = root) {
  const formats = new Set(["json", "html"] as const);
  const result = await generate(nodeHost, {
    folder,
    period: parseWeek(week),
    formats,
    template: "long",
    ...request,
  });
  if (result.made === null) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return { ...result, issue: result.made.issue };
}

const fileOf = (week: string, name: string) => join(root, "out/alpine-tunnel", week, name);

let first: Issue;
let second: Issue;

beforeAll(async () => {
  cpSync(join(REPOSITORY, "tests/samples/two-weeks"), root, { recursive: true });
  first = (await make("2023-W19")).issue;
  const { release, diagnostics } = await releaseIssue(nodeHost, fileOf("2023-W19", "issue.json"));
  expect(diagnostics).toEqual([]);
  expect(release).not.toBeNull();
  second = (await make("2023-W20")).issue;
});

/** Kind, and the files of both sides. */
function changesOf(theme: string, issue = second): string[] {
  const files = new Map(issue.sources.map(({ article, file }) => [article, file.slice(0, 2)]));
  const since = issue.themes.find(({ id }) => id === theme)?.since ?? [];
  return since.map(({ kind, citations }) =>
    [kind, ...citations.map(({ article }) => files.get(article))].join(" "),
  );
}

describe("the first issue", () => {
  test("compares with nothing, and says so", () => {
    expect(first.previous).toBeNull();
    expect(first.themes.map(({ since, lastIssue, status }) => [since, lastIssue, status])).toEqual([
      [null, null, "baseline"],
      [null, null, "baseline"],
      [null, null, "baseline"],
    ]);
    const page = outline(readFileSync(fileOf("2023-W19", "brief.html"), "utf8"));
    expect(page).toContain("First issue: nothing to compare.");
    expect(page).toContain("Compared with no earlier issue");
  });
});

describe("the second issue", () => {
  test("names the issue that it is compared with, and counts it among what it is made from", () => {
    const { id, number, version, seal } = first;
    expect(second.previous).toEqual({ issue: id, number, version, seal });
    expect(second.inputs.at(-1)?.name).toBe("record/2023-W19/v1.0/issue.json");
  });

  test("tells a revised figure with both, a reprint and a retelling as going on", () => {
    expect(changesOf("works")).toEqual([
      "since-revised 01 06",
      "since-continued 03 10",
      "since-continued 01 06",
      "since-continued 05 08",
    ]);
    const [revised] = second.themes[0]?.since ?? [];
    expect(revised?.params.values).toEqual(["12 workers", "Seventeen workers"]);
  });

  test("tells what was turned round, what is new and what went quiet", () => {
    expect(changesOf("freight")).toEqual([
      "since-reversed 02 07",
      "since-new 09",
      "since-new 09",
      "since-quiet 04",
    ]);
  });

  test("has the number of the last issue and the volume before", () => {
    expect(second.themes.map(({ lastIssue }) => lastIssue)).toEqual([3, 2, 1]);
    expect(second.themes.map(({ volume }) => volume.map(({ reports }) => reports))).toEqual([
      [3],
      [2],
      [1],
    ]);
  });

  test("draws no arrow by itself", () => {
    expect(second.themes.map(({ status }) => status)).toEqual(Array(3).fill("not-assessed"));
  });

  test("says what the golden outline says (UPDATE_GOLDEN=1 writes it anew)", () => {
    const page = outline(readFileSync(fileOf("2023-W20", "brief.html"), "utf8"));
    const text = page.slice(0, page.indexOf("## Sources"));
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(GOLDEN, text);
    expect(text).toBe(readFileSync(GOLDEN, "utf8"));
  });

  test("is the same when it is made again", async () => {
    expect((await make("2023-W20")).issue.seal).toBe(second.seal);
  });

  test("compares with nothing as of a day before the last issue's cut-off", async () => {
    const { issue } = await make("2023-W20", { asOf: "2023-05-13", out: join(root, "as-of") });
    expect(issue.previous).toBeNull();
  });
});

describe("the last issue", () => {
  /** A workspace of its own, with files changed. */
  function copyWith(change: (folder: string) => void): string {
    const folder = mkdtempSync(join(root, "copy-"));
    for (const part of ["briefwright.yaml", "corpus"]) {
      cpSync(join(root, part), join(folder, part), { recursive: true });
    }
    change(folder);
    return folder;
  }

  test("brings the text of an article along that the corpus has lost", async () => {
    const folder = copyWith((copy) => rmSync(join(copy, "corpus/articles/04-court.txt")));
    const { issue, made } = await make("2023-W20", {}, folder);
    const source = issue.sources.find(({ file }) => file === "04-court.txt");
    expect(source).toMatchObject({ inPeriod: false });
    expect(changesOf("freight", issue)).toContain("since-quiet 04");
    const text = made?.files.find((file) => file.endsWith(`${source?.article}/text.txt`)) ?? "";
    expect(readFileSync(text, "utf8")).toContain("Italy will take France to the European court");
    const checked = await checkIssueFile(
      nodeHost,
      text.replace(/evidence.*/, "issue.json"),
      folder,
    );
    expect(checked.diagnostics).toEqual([]);
  });

  test("is compared with where its articles are too old to be background", async () => {
    const folder = copyWith((copy) => {
      const settings = join(copy, "briefwright.yaml");
      const text = readFileSync(settings, "utf8").replace("desk:", "backgroundDays: 1\n    desk:");
      writeFileSync(settings, text);
    });
    const { issue, made } = await make("2023-W20", {}, folder);
    expect(changesOf("freight", issue)).toEqual(changesOf("freight"));
    const file = made?.files.find((name) => name.endsWith("issue.json")) ?? "";
    expect((await checkIssueFile(nodeHost, file, folder)).diagnostics).toEqual([]);
  });

  test("is compared with as far as a changed page still says its words, and the rest is told", async () => {
    const page = (words: string) =>
      `<html lang="en"><head><title>Minister: no end to night ban on trucks</title>
<link rel="canonical" href="https://transit.example/night-ban">
<meta property="article:published_time" content="2023-05-10T08:00:00Z"></head><body><article>
<h1>Minister: no end to night ban on trucks</h1><p>${words}</p>
<p>Hauliers say that the night ban on trucks costs them two hours on every trip between France and Italy.</p>
</article></body></html>`;
    const said = "France will not lift the night ban on trucks through the Alps this summer";
    const folder = copyWith((copy) => {
      rmSync(join(copy, "corpus/articles/02-night-ban.txt"));
      rmSync(join(copy, "corpus/record"), { recursive: true });
    });
    const file = join(folder, "corpus/articles/02-night-ban.html");
    writeFileSync(file, page(`${said}, Transport Minister Claire Morel said on Tuesday.`));
    const { made } = await make("2023-W19", {}, folder);
    const issue = made?.files.find((name) => name.endsWith("issue.json")) ?? "";
    expect((await releaseIssue(nodeHost, issue)).release).not.toBeNull();
    writeFileSync(file, page("Claire Morel has yet to decide on the night ban on trucks."));
    const { diagnostics } = await make("2023-W20", {}, folder);
    expect(diagnostics).toMatchObject([
      { code: "last-issue-words-gone", place: { file: "02-night-ban.html" } },
    ]);
  });

  test("is not cited where the desk has taken an article out", async () => {
    const folder = copyWith((copy) => {
      const notes = join(copy, "corpus/desk/alpine-tunnel");
      mkdirSync(notes, { recursive: true });
      writeFileSync(
        join(notes, "2023-W20.yaml"),
        "exclude:\n  - { article: 04-court.txt, reason: withdrawn }\n",
      );
    });
    const { issue } = await make("2023-W20", {}, folder);
    expect(changesOf("freight", issue)).not.toContain("since-quiet 04");
    expect(issue.sources.map(({ file }) => file)).not.toContain("04-court.txt");
  });

  test("that is not as it was released is told, and not compared with", async () => {
    const folder = copyWith((copy) => {
      const file = join(copy, "corpus/record/alpine-tunnel/2023-W19/v1.0/issue.json");
      writeFileSync(file, readFileSync(file, "utf8").replace("12 workers", "13 workers"));
    });
    const { issue, diagnostics } = await make("2023-W20", {}, folder);
    expect(issue.previous).toBeNull();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
      "seal-broken",
      "warning",
    ]);
  });
});

describe("the check", () => {
  async function codesAfter(change: (issue: Issue) => void): Promise<string[]> {
    const changed = structuredClone(second);
    change(changed);
    changed.seal = sealOf(changed);
    const file = fileOf("2023-W20", "changed.json");
    writeFileSync(file, JSON.stringify(changed));
    const { diagnostics } = await checkIssueFile(nodeHost, file, root);
    return [...new Set(diagnostics.map(({ code }) => code))];
  }

  const freight = ({ themes }: Issue) => {
    const [, theme] = themes;
    if (theme?.since == null) throw new Error("no second theme");
    return { ...theme, since: theme.since };
  };

  test("finds the second issue without fault", async () => {
    expect(await codesAfter(() => {})).toEqual([]);
  });

  test.each<[string, string, (issue: Issue) => void]>([
    ["a change left out", "comparison-differs", (issue) => void freight(issue).since.shift()],
    [
      "a new statement said to be quiet",
      "comparison-differs",
      (issue) => {
        for (const finding of freight(issue).since) {
          if (finding.kind === "since-new") finding.kind = "since-quiet";
        }
      },
    ],
    [
      "another number of the last issue",
      "comparison-differs",
      ({ themes: [theme] }) => {
        if (theme) theme.lastIssue = 9;
      },
    ],
    [
      "another volume of the last issue",
      "comparison-differs",
      ({ themes: [theme] }) => {
        if (theme?.volume[0]) [theme.lastIssue, theme.volume[0].reports] = [9, 9];
      },
    ],
    [
      "another last issue",
      "comparison-differs",
      (issue) => {
        if (issue.previous) issue.previous.number = 7;
      },
    ],
    [
      "no last issue",
      "comparison-differs",
      (issue) => {
        issue.previous = null;
      },
    ],
    [
      "an arrow without a reason",
      "status-unsupported",
      ({ themes: [theme] }) => {
        if (theme) theme.status = "up";
      },
    ],
    [
      "another figure before",
      "comparison-differs",
      ({ themes: [theme] }) => {
        const [revised] = theme?.since ?? [];
        if (revised) revised.params.values = ["13 workers", "Seventeen workers"];
      },
    ],
  ])("finds %s", async (_, code, change) => {
    expect(await codesAfter(change)).toContain(code);
  });
});
