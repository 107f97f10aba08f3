/** The built program as a user runs it: exit status, standard output, standard error. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { COMMANDS, FLAGS } from "../../src/cli/usage-words.js";
import { ThemesReportSchema } from "../../src/model/analysis.js";
import { ReadingSchema } from "../../src/model/article.js";
import { ExplanationSchema } from "../../src/model/explanation.js";
import {
  INSPECT_LINES,
  SuggestedTermLineSchema,
  TriedTermLineSchema,
} from "../../src/model/inspect.js";
import { openTestWorkspace, REPOSITORY } from "../workspace.js";

// Every test starts the program anew, some of them twice.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = join(REPOSITORY, "dist/cli/main.js");

function brief(
  args: readonly string[],
  cwd = REPOSITORY,
  env: Record<string, string> = {},
  input = "",
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    input,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  return { status, stdout, stderr };
}

const jsonLines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("brief generate", () => {
  test("tells what was read, cited and left out, and prints where the files are", () => {
    const root = openTestWorkspace({ "corpus/articles/notes.docx": "PK" });
    const { status, stdout, stderr } = brief(["generate"], root);
    expect(status).toBe(0);
    expect(stderr).toMatch(/read +5 of 6 files: 2 in the period, 3 outside it/);
    expect(stderr).toMatch(/cites +5 articles: 2 of the period, 3 as background/);
    expect(stderr).toMatch(/notes\.docx: unreadable \(.+\)/);
    const files = stdout.trimEnd().split("\n");
    expect(files.slice(0, 2)).toEqual([
      "out/libya-weekly/2021-W18/brief.html",
      "out/libya-weekly/2021-W18/brief.pdf",
    ]);
    for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
  });

  test("gives the same bytes in another folder, time zone and locale, and a second time", () => {
    const first = openTestWorkspace();
    const second = openTestWorkspace();
    const odd = { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" };
    expect(brief(["generate"], first).status).toBe(0);
    const filesOf = (root: string) =>
      readdirSync(join(root, "out"), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.\w+$/.test(file))
        .sort();
    for (const [root, env] of [
      [first, {}],
      [second, odd],
    ] as const) {
      const before = new Map(
        filesOf(first).map((file) => [file, readFileSync(join(first, "out", file))]),
      );
      expect(brief(["generate"], root, env).status).toBe(0);
      expect(filesOf(root)).toEqual([...before.keys()]);
      for (const [file, bytes] of before) {
        expect(readFileSync(join(root, "out", file)).equals(bytes), file).toBe(true);
      }
    }
  });

  test("prints its result as one JSON object with --json", () => {
    const { status, stdout } = brief(
      ["generate", "--json", "--format", "json"],
      openTestWorkspace(),
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ brief: "libya-weekly", issue: "2021-W18" });
  });

  test("prints a line per stage with --timings", () => {
    const { stderr } = brief(["generate", "--timings"], openTestWorkspace());
    for (const stage of ["read", "analyse", "compose", "check", "fill", "html", "pdf", "write"]) {
      expect(stderr).toMatch(new RegExp(`^${stage}: \\d+ ms$`, "m"));
    }
  });

  test("fails with status 1 where there is no workspace", () => {
    const nowhere = mkdtempSync(join(tmpdir(), "briefwright-none-"));
    const { status, stderr } = brief(["generate"], nowhere);
    rmSync(nowhere, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toMatch(/no briefwright\.yaml/);
    expect(stderr).toMatch(/hint: /);
  });

  test("fails with status 1 for a brief that the settings do not know, and suggests one", () => {
    const { status, stderr } = brief(["generate", "--brief", "lybia-weekly"], openTestWorkspace());
    expect(status).toBe(1);
    expect(stderr).toMatch(/did you mean "libya-weekly"/);
  });
});

describe("wrong usage ends with status 2 and says what to write instead", () => {
  test.each([
    [["genrate"], /“genrate”\s+hint: did you mean “generate”/],
    [["genrate", "--json"], /“genrate”\s+hint: did you mean “generate”/],
    [["generate", "--html", "x"], /“--html” is a flag of other commands/],
    [["generate", "--wek", "2021-W18"], /“--wek”\s+hint: did you mean “--week”/],
    [["generate", "--week", "2021-W54"], /no week “2021-W54”/],
    [["generate", "--from", "2021-05-09", "--to", "2021-05-03"], /ends before it starts/],
    [["generate", "--from", "2021-02-30", "--to", "2021-05-03"], /no day “2021-02-30”/],
    [["generate", "--format", "odt"], /no format “odt”/],
    [["generate", "--from", "2021-05-03"], /--from needs --to/],
    [["generate", "--out"], /out/],
    [["generate", "--out", ""], /--out names no folder/],
    [["generate", "--from", "0000-01-01", "--to", "0001-01-01"], /no day “0000-01-01”/],
    [["inspect", "themse"], /“themes”/],
    [["inspect", "summary", "--method", "nosuch"], /“nosuch”\s+hint: .*lead, lexrank, centroid$/m],
    [["inspect", "summary", "--method", "lexrnk"], /hint: did you mean “lexrank”/],
    [["inspect", "themes", "--words", "50"], /--words is for the stage “summary” alone/],
    [["inspect", "dates", "--method", "lead"], /--method is for the stage “summary” alone/],
    [["inspect", "reading", "--themes", "themes.yaml"], /--themes changes nothing of a reading/],
    [["inspect", "themes", "--html", "page.html"], /no page of the stage “themes”/],
    [["inspect", "reading", "--html", "page.html", "--json"], /exclude each other/],
    [["inspect", "reading", "--html", "article.txt"], /“article\.txt” is no \.html/],
    [["check"], /issue/],
    [["evidence"], /brief evidence needs the path of an issue\.json/],
    [["evidence", "--zip", "x.zip"], /brief evidence needs the path of an issue\.json/],
    [["reproduce"], /brief reproduce needs the path of an issue\.json/],
    [["add"], /brief add needs files, folders/],
    [["add", "--dryrun", "x"], /“--dryrun”\s+hint: did you mean “--dry-run”/],
    [["add", "x", "--as", "../y"], /--as cannot name a file “\.\.\/y”/],
    [["add", "corpus", "--as", "y"], /--as names one file/],
    [["add", "ftp://example.org/a"], /is no address of the web/],
    [["add", "-", "-"], /“-” stands there twice/],
    [[], /command/],
  ])("brief %j", (args, expected) => {
    const { status, stdout, stderr } = brief(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(expected);
    expect(stderr).toMatch(/hint: /);
    expect(stdout).toBe("");
  });
});

describe("brief check", () => {
  test("passes a fresh issue and fails a changed corpus", () => {
    const root = openTestWorkspace();
    brief(["generate", "--format", "json"], root);
    const issue = "out/libya-weekly/2021-W18/issue.json";
    expect(brief(["check", issue], root)).toMatchObject({ status: 0, stderr: "" });
    rmSync(join(root, "corpus/articles/003_18b334cd7a472c5f.txt"));
    const failed = brief(["check", issue], root);
    expect(failed.status).toBe(1);
    expect(failed.stdout).toMatch(/003_18b334cd7a472c5f\.txt is no longer in the corpus/);
  });

  test("fails with status 1 for a file that is not there", () => {
    const { status, stderr } = brief(["check", "none.json"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/none\.json/);
  });
});

describe("brief inspect", () => {
  test("prints one article per line in the shape that is published", () => {
    const { status, stdout } = brief(["inspect", "reading", "--json"]);
    expect(status).toBe(0);
    const readings = jsonLines(stdout).map((line) => ReadingSchema.parse(line));
    expect(readings.map(({ file }) => file.slice(0, 3))).toEqual([
      "000",
      "001",
      "002",
      "003",
      "004",
    ]);
  });

  test("reads one file by itself, without what other articles would say of its date", () => {
    const { stdout } = brief([
      "inspect",
      "reading",
      "corpus/articles/000_d633f055d85d57e5.txt",
      "--json",
    ]);
    const [reading] = jsonLines(stdout).map((line) => ReadingSchema.parse(line));
    expect(reading?.file).toBe("000_d633f055d85d57e5.txt");
    expect(reading?.inferred).toBeNull();
  });

  test("prints themes with passages whose offsets count in the cleaned text", () => {
    const readings = jsonLines(brief(["inspect", "reading", "--json"]).stdout).map((line) =>
      ReadingSchema.parse(line),
    );
    const reports = jsonLines(brief(["inspect", "themes", "--json"]).stdout).map((line) =>
      ThemesReportSchema.parse(line),
    );
    expect(reports).toHaveLength(5);
    for (const [index, { id, passages }] of reports.entries()) {
      const text = readings[index]?.paragraphs.join("\n\n") ?? "";
      expect(id).toBe(readings[index]?.id);
      for (const { start, end, text: quote } of passages) {
        expect(text.slice(start, end)).toBe(quote);
      }
    }
  });

  test.each(Object.keys(INSPECT_LINES) as (keyof typeof INSPECT_LINES)[])(
    "prints %s in the shape that is published",
    (stage) => {
      const { status, stdout } = brief(["inspect", stage, "--json"]);
      expect(status).toBe(0);
      for (const line of stdout === "" ? [] : jsonLines(stdout)) INSPECT_LINES[stage].parse(line);
    },
  );

  const GIVEN = '{"id":"x-1","text":"“We leave,” Ana Ruiz said.\\n\\nShe left."}\n{"id":2}\n';

  test("looks at articles on standard input, ids and offsets as they were given", () => {
    const args = ["inspect", "sentences", "-", "--json"];
    const { status, stdout, stderr } = brief(args, tmpdir(), {}, GIVEN);
    expect([status, jsonLines(stdout)]).toEqual([
      0,
      [
        {
          id: "x-1",
          language: expect.any(String),
          sentences: [
            { start: 0, end: 26, text: "“We leave,” Ana Ruiz said." },
            { start: 28, end: 37, text: "She left." },
          ],
        },
      ],
    ]);
    expect(stderr).toMatch(/-:2 “text” is missing or wrong/);
  });

  test("fails where standard input holds no article, and says so beside what paths hold", () => {
    const args = ["inspect", "sentences", "-", "--json"];
    const alone = brief(args, tmpdir(), {}, "{}\n");
    expect([alone.status, alone.stdout]).toEqual([1, ""]);
    expect(alone.stderr).toMatch(/-:1 “id” is missing.+error: - no article was given\s+hint: /s);
    const beside = brief([...args, "corpus/articles"]);
    expect([beside.status, jsonLines(beside.stdout).length]).toEqual([0, 5]);
    expect(beside.stderr).toMatch(/warning: - no article was given/);
  });

  test("lists the themes that an article scored for, and no others", () => {
    const folder = mkdtempSync(join(tmpdir(), "briefwright-"));
    const themes = "leaving: { terms: [leave, left] }\nstaying: { terms: [stay] }\n";
    writeFileSync(join(folder, "themes.yaml"), themes);
    const args = ["inspect", "themes", "-", "--themes", "themes.yaml", "--json"];
    const input = '{"id":"x","text":"They left."}\n{"id":"y","text":"It rains."}\n';
    const lines = jsonLines(brief(args, folder, {}, input).stdout);
    rmSync(folder, { recursive: true });
    const listed = lines.map((line) => ThemesReportSchema.parse(line).themes.map(({ id }) => id));
    expect(listed).toEqual([["leaving"], []]);
  });

  test("labels them by a short file of themes, without a workspace", () => {
    const folder = mkdtempSync(join(tmpdir(), "briefwright-"));
    writeFileSync(join(folder, "themes.yaml"), "leaving: { terms: [leave, left] }\n");
    const args = ["inspect", "themes", "-", "--themes", "themes.yaml", "--json"];
    const [report] = jsonLines(brief(args, folder, {}, GIVEN).stdout);
    rmSync(folder, { recursive: true });
    expect(ThemesReportSchema.parse(report).themes[0]).toMatchObject({ id: "leaving" });
  });

  test("shows text to a person without --json", () => {
    const { stdout } = brief(["inspect", "figures"]);
    expect(stdout).toMatch(/more than 20,000 foreign fighters/);
  });

  test("shows what reading kept beside what it removed, without colours in a pipe", () => {
    const { status, stdout } = brief(["inspect", "reading"], REPOSITORY, { NO_COLOR: "" });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^agency +RT$/m);
    expect(stdout).toMatch(/Khaled Al-Mishri, +│ read more$/m);
    expect(stdout).not.toContain("\u001b");
  });

  test("colours it where the terminal is said to have colours", () => {
    const { stdout } = brief(["inspect", "reading"], REPOSITORY, {
      NO_COLOR: "",
      FORCE_COLOR: "1",
    });
    expect(stdout).toContain("\u001b[31mread more\u001b[39m");
  });

  test("writes the page of a reading, again over its own, and over nothing else", () => {
    const root = openTestWorkspace({ "saved.html": "<p>A page of somebody else.</p>" });
    const page = ["inspect", "reading", "corpus/articles", "--html", "page.html"];
    expect(brief(page, root)).toMatchObject({ status: 0, stdout: "", stderr: "wrote page.html\n" });
    expect(readFileSync(join(root, "page.html"), "utf8")).toMatch(/<del dir="auto">read more</);
    expect(brief(page, root).status).toBe(0);
    const { status, stderr } = brief(page.with(-1, "saved.html"), root);
    expect(status).toBe(2);
    expect(stderr).toMatch(/“saved\.html” is there already/);
    expect(readFileSync(join(root, "saved.html"), "utf8")).toBe("<p>A page of somebody else.</p>");
  });

  test.each([["--html"], ["--html="], ["--html=-"]])("prints the page with %s alone", (flag) => {
    const { status, stdout } = brief(["inspect", "reading", flag]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n.+<\/html>\n$/s);
  });

  test("says that it needs a workspace where a stage does", () => {
    const article = join(REPOSITORY, "corpus/articles/000_d633f055d85d57e5.txt");
    const { status, stderr } = brief(["inspect", "themes", article], tmpdir());
    expect(status).toBe(1);
    expect(stderr).toMatch(/no briefwright\.yaml/);
  });

  test("ends quietly where the reader of a pipe has seen enough", () => {
    const script = `"${process.execPath}" "${MAIN}" inspect sentences | head -1`;
    const { stderr } = spawnSync("sh", ["-c", script], { cwd: REPOSITORY, encoding: "utf8" });
    expect(stderr).toBe("");
  });

  test("fails with status 1 for a path that is not there", () => {
    const { status, stderr } = brief(["inspect", "reading", "nowhere"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/nowhere/);
  });
});

describe("brief themes", () => {
  test("tries terms on the corpus", () => {
    const lines = jsonLines(brief(["themes", "try", "ceasefire; truce", "--json"]).stdout);
    const tried = lines.map((line) => TriedTermLineSchema.parse(line));
    expect(tried.map(({ term, articles }) => [term, articles.length])).toEqual([
      ["ceasefire", 2],
      ["truce", 0],
    ]);
  });

  test("hints at terms that nearly every article holds, of twenty or more, and at those of none", () => {
    const given = (count: number) =>
      Array.from({ length: count }, (_, id) => JSON.stringify({ id, text: "They left." })).join(
        "\n",
      );
    const args = ["themes", "try", "left; stay", "--in", "-"];
    const few = brief(args, tmpdir(), {}, given(19));
    expect(few.stderr).toMatch(/^info: no article holds "stay"\s+hint: .+\n$/);
    const many = brief(args, tmpdir(), {}, given(20));
    expect(many.stderr).toMatch(/^warning: "left" is in 20 of 20 articles.+\s+hint: /);
  });

  test("says why it has nothing to suggest", () => {
    const folder = mkdtempSync(join(tmpdir(), "briefwright-"));
    writeFileSync(join(folder, "themes.yaml"), "leaving: { terms: [leave, left] }\n");
    const args = ["themes", "suggest", "leaving", "--themes", "themes.yaml", "--in", "-"];
    const of = (text: string) => brief(args, folder, {}, JSON.stringify({ id: "x", text }));
    expect(of("It rains.").stderr).toMatch(/no passage carries the theme “leaving”/);
    expect(of("They left.").stderr).toMatch(/nothing stands out in the passages/);
    rmSync(folder, { recursive: true });
  });

  test("says which suggestions may be chance, to people", () => {
    const { stdout } = brief(["themes", "suggest", "foreign_forces"]);
    for (const [, score = "", chance] of stdout.matchAll(
      /^\S.*? {2}([\d.]+) in \d+ articles?(.*)$/gm,
    )) {
      expect(chance).toBe(Number(score) < 2 ? ", may be chance" : "");
    }
  });

  test("suggests phrases for a theme", () => {
    const { status, stdout } = brief(["themes", "suggest", "ceasefire", "--json", "--limit", "1"]);
    expect(status).toBe(0);
    for (const line of stdout === "" ? [] : jsonLines(stdout)) SuggestedTermLineSchema.parse(line);
  });

  test("names the theme that was meant", () => {
    const { status, stderr } = brief(["themes", "suggest", "ceasefir"]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/did you mean “ceasefire”/)]);
  });
});

describe("brief explain", () => {
  test("says of an article where it came from, what was removed, its themes and its statements", () => {
    const { status, stdout } = brief(["explain", "002_449ef38def325648.txt"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/background: before the period/);
    expect(stdout).toMatch(/inferred {4}2020-12-26/);
    expect(stdout).toMatch(/read as +text, utf-8/);
    expect(stdout).toMatch(/ceasefire +12 of 4, assigned/);
    expect(stdout).toMatch(/read-more +2 parts/);
  });

  test("says of quoted words where they stand, why they are printed, and where", () => {
    const { status, stdout } = brief(["explain", "training agreement"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/001_5709e4275fb3b6b0\.txt:819-976/);
    expect(stdout).toMatch(/chosen: number \d of at most 4/);
    expect(stdout).toMatch(/bottom line/);
  });

  test("names what has the place of a passage that is not printed", () => {
    const { status, stdout } = brief(["explain", "002_449ef38def325648.txt:500"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/not chosen: over the limit of 3/);
    expect(stdout).toMatch(/\(s-[0-9a-f]{12}\)/);
  });

  test("prints one JSON object of a documented shape", () => {
    const { status, stdout } = brief(["explain", "cite-2b", "--json"]);
    expect(status).toBe(0);
    expect(ExplanationSchema.parse(JSON.parse(stdout)).kind).toBe("statement");
  });

  test("fails with status 1 for a name that nothing has", () => {
    const { status, stderr } = brief(["explain", "xyzzy"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/no article, passage, statement or finding is called/);
  });
});

describe("brief", () => {
  test("answers --version with the version alone", () => {
    const { version } = JSON.parse(
      execFileSync(process.execPath, ["-p", "JSON.stringify(require('./package.json'))"], {
        cwd: REPOSITORY,
        encoding: "utf8",
      }),
    );
    expect(brief(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("lists every command with --help on standard output", () => {
    const { status, stdout } = brief(["--help"]);
    expect(status).toBe(0);
    for (const command of COMMANDS) {
      expect(stdout).toContain(`brief ${command}`);
    }
  });

  test("suggests exactly the flags that the commands have", () => {
    const nested = [
      ...["try", "suggest"].map((action) => ["themes", action]),
      ...["new", "check"].map((action) => ["desk", action]),
      ...["export", "import"].map((action) => ["corpus", action]),
      ...["new", "take", "list", "check", "upgrade", "data", "picture"].map((action) => [
        "template",
        action,
      ]),
    ];
    const helps = [[], ...COMMANDS.map((command) => [command]), ...nested].map(
      (command) => brief([...command, "--help"]).stdout,
    );
    const flags = helps.flatMap((help) =>
      Array.from(help.matchAll(/^ +(?:-\w, )?--([\w-]+)/gm), ([, flag]) => flag),
    );
    expect([...new Set(flags)].sort()).toEqual([...FLAGS].sort());
  });

  test("gives the notes that it began as JSON, and why it began none", () => {
    const root = openTestWorkspace();
    const file = "corpus/desk/libya-weekly/2021-W18.yaml";
    const begin = () => brief(["desk", "new", "2021-W18", "--json"], root);
    expect(JSON.parse(begin().stdout)).toEqual({ file, diagnostics: [] });
    const again = begin();
    expect(again.status).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({
      file: null,
      diagnostics: [{ code: "notes-there" }],
    });
  });

  test("gives an option in front of -- nothing of what stands behind it", () => {
    const root = openTestWorkspace();
    const [file = ""] = readdirSync(join(root, "corpus/articles"));
    const path = `corpus/articles/${file}`;
    const { status, stdout } = brief(["inspect", "reading", "--html", "--", path], root);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/i);
    expect(readdirSync(join(root, "corpus/articles"))).toContain(file);
  });

  test("never lets an article drive the terminal", () => {
    const hostile =
      "Foreign fighters\u001b]0;owned\u0007 leave on May 5, 2021\n\nThe fighters left.\n";
    const root = openTestWorkspace({ "corpus/articles/hostile.txt": hostile });
    const { stdout, stderr } = brief(["inspect", "reading"], root);
    expect(stdout + stderr).not.toContain("\u001b");
    expect(stdout + stderr).not.toContain("\u0007");
  });
});
