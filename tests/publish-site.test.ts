import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { manualClock } from "../src/host/clock.js";
import { nodeHost } from "../src/host/node.js";
import { allCitationsOf } from "../src/issue/index.js";
import type { Issue } from "../src/model/issue.js";
import { PublishResultSchema } from "../src/model/site.js";
import { type PublishRequest, publishSite } from "../src/publish-site.js";
import { approveIssue } from "../src/release/approve-issue.js";
import { reviewIssue } from "../src/release/review-issue.js";
import { withdrawIssue } from "../src/release/withdraw-issue.js";
import { escapeText } from "../src/site/markup.js";
import { generateIn, openTestWorkspace, readRepository } from "./workspace.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const DISTRIBUTION = `site:
  title: Briefs of the house
  baseUrl: https://briefs.example.org/archive/
briefs:
  libya-weekly:
    release: { formats: [html, txt] }
    fileName: "{marking} {brief} {issue}"
`;
const EMBARGO = "2021-05-12T06:00:00.000Z";
const RECORD = "corpus/record/libya-weekly/2021-W18";
const LATER = Date.parse("2021-06-01T00:00:00.000Z");

let root: string;

/** Version 1.0 was approved; 1.1 took its place, under an embargo. */
beforeAll(async () => {
  root = openTestWorkspace({ "distribution.yaml": DISTRIBUTION });
  await generateIn(root, { formats: new Set(["json", "html"]) });
  await clear("2021-05-10T08:00:00.000Z", null);
  const file = join(root, "corpus/articles/001_5709e4275fb3b6b0.txt");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("13,000 Syrians", "12,000 Syrians"));
  await generateIn(root, { formats: new Set(["json", "html"]), isReissue: true });
  await clear("2021-05-11T08:00:00.000Z", EMBARGO);
});

async function clear(at: string, embargo: string | null): Promise<void> {
  const request = { words: [join(root, "out/libya-weekly/2021-W18")], folder: root, note: null };
  const reviewed = await reviewIssue(nodeHost, { ...request, who: { by: "ann", at } });
  const { approved, diagnostics } = await approveIssue(nodeHost, {
    ...request,
    who: { by: "bob", at },
    lists: [],
    embargo,
    sendBy: null,
    loadRecipients: async () => ({ value: [], diagnostics: [] }),
  });
  expect(approved, JSON.stringify([reviewed.diagnostics, diagnostics])).not.toBeNull();
}

async function publish(request: Partial<PublishRequest> = {}, now = LATER) {
  return publishSite(nodeHost, manualClock(now), { folder: root, ...request });
}

const filesIn = (folder: string | null) =>
  readdirSync(folder ?? "", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice((folder ?? "").length + 1))
    .sort();

const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
  diagnostics.map(({ code }) => code);

describe("the site of those who may see it", () => {
  test("serves the approved copy byte for byte, beside the issue and the passages that it cites", async () => {
    const result = await publish({ markings: ["TLP:GREEN"] });
    expect(result.diagnostics).toEqual([]);
    expect(PublishResultSchema.parse(result)).toMatchObject({ issues: 1, withheld: [] });
    const folder = result.folder ?? "";
    expect(folder).toBe(join(root, "out/site/tlp-green"));
    for (const [shown, kept] of [
      ["v1.0/brief.html", "v1.0/copies/brief.html"],
      ["v1.1/brief.html", "v1.1/copies/brief.html"],
      ["v1.1/brief.txt", "v1.1/copies/brief.txt"],
      ["v1.1/issue.json", "v1.1/issue.json"],
    ]) {
      const bytes = readFileSync(join(folder, "libya-weekly/2021-W18", shown ?? ""));
      expect(bytes.equals(readFileSync(join(root, RECORD, kept ?? ""))), shown).toBe(true);
    }
    const issue: Issue = JSON.parse(
      readFileSync(join(folder, "libya-weekly/2021-W18/v1.1/issue.json"), "utf8"),
    );
    const missing = allCitationsOf(issue).filter(({ article, start, end, quote }) => {
      const path = `libya-weekly/2021-W18/v1.1/evidence/${article}/index.html`;
      const text = readFileSync(join(folder, path), "utf8");
      return !text.includes(`id="p-${start}-${end}"`) || !text.includes(escapeText(quote));
    });
    expect(missing).toEqual([]);
  });

  test("leads each statement to its place in the copy", async () => {
    const { folder } = await publish({ markings: ["TLP:GREEN"] });
    const theme = join(folder ?? "", "libya-weekly/themes/foreign_forces/index.html");
    const links = readFileSync(theme, "utf8").matchAll(/class="in-brief" href="([^"]+)"/g);
    const page = readFileSync(join(folder ?? "", "libya-weekly/2021-W18/v1.1/brief.html"), "utf8");
    const anchors = Array.from(links, ([, href = ""]) => href.split("#")[1] ?? "");
    expect(anchors.length).toBeGreaterThan(5);
    expect(anchors.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test("says of the earlier version what took its place, and tells feeds of the latest", async () => {
    const { folder } = await publish({ markings: ["TLP:GREEN"] });
    const former = join(folder ?? "", "libya-weekly/2021-W18/v1.0/index.html");
    expect(readFileSync(former, "utf8")).toContain("Version 1.1 of 11 May 2021");
    const feed = JSON.parse(readFileSync(join(folder ?? "", "feed.json"), "utf8"));
    expect(feed.items).toMatchObject([
      {
        id: "https://briefs.example.org/archive/libya-weekly/2021-W18/",
        date_published: "2021-05-10T08:00:00.000Z",
        date_modified: EMBARGO,
      },
    ]);
  });

  test("is the same the second time", async () => {
    await publish({ markings: ["TLP:GREEN"] });
    const again = await publish({ markings: ["TLP:GREEN"] });
    expect(again).toMatchObject({ written: [], removed: [] });
  });

  test("knows nothing of a version whose embargo is not over", async () => {
    const out = join(root, "out/site/before");
    const result = await publish({ markings: ["TLP:GREEN"], out }, Date.parse(EMBARGO) - 1);
    expect(result.withheld).toMatchObject([{ version: "1.1", why: "embargo" }]);
    const told = filesIn(out).filter((path) =>
      /v1\.1|12,000 Syrians/.test(path + readFileSync(join(out, path), "utf8")),
    );
    expect(told).toEqual([]);
    const after = await publish({ markings: ["TLP:GREEN"], out }, Date.parse(EMBARGO));
    expect(after.written).toContain("libya-weekly/2021-W18/v1.1/brief.html");
  });
});

test("whole articles are shown where the settings say so, and else what is quoted of them", async () => {
  const out = join(root, "out/site/evidence");
  const wholeArticles = () => filesIn(out).filter((path) => /\/(?:text|raw)\.txt$/.test(path));
  await publish({ markings: ["TLP:GREEN"], out });
  expect(wholeArticles()).toEqual([]);
  const settings = join(root, "distribution.yaml");
  writeFileSync(settings, DISTRIBUTION.replace("site:", "site:\n  evidence: kept"));
  await publish({ markings: ["TLP:GREEN"], out });
  expect(wholeArticles().length).toBe(20);
  writeFileSync(settings, DISTRIBUTION);
  const { removed } = await publish({ markings: ["TLP:GREEN"], out });
  expect(removed.filter((path) => path.endsWith("raw.txt")).length).toBe(10);
  expect(wholeArticles()).toEqual([]);
});

describe("the site of everybody", () => {
  test("has no trace of what is marked for fewer", async () => {
    const result = await publish();
    expect(result.withheld).toMatchObject([{ why: "marking" }, { why: "marking" }]);
    const empty = await publish({
      folder: openTestWorkspace({ "distribution.yaml": DISTRIBUTION }),
    });
    const contents = (folder: string | null) =>
      filesIn(folder).map((path) => [path, readFileSync(join(folder ?? "", path), "base64")]);
    expect(contents(result.folder)).toEqual(contents(empty.folder));
  });

  test("has what a house scheme calls public", async () => {
    const scheme = `markings:\n  - { name: House, public: true, labels: [{ label: Open }, { label: Closed }] }\n`;
    const settings = scheme + readRepository("briefwright.yaml");
    const folder = openTestWorkspace({ "briefwright.yaml": settings });
    const result = await publish({ folder });
    expect(result.scope.markings).toEqual(["TLP:CLEAR", "Open"]);
    expect(result.folder).toBe(join(folder, "out/site/public"));
    const style = readFileSync(join(result.folder ?? "", "assets/markings.css"), "utf8");
    expect(style).toContain('"Open"');
    expect(style).not.toMatch(/Closed|GREEN/);
  });
});

describe("nothing is made", () => {
  test.each([
    [{ markings: ["TLP:GREN"] }, "unknown-marking"],
    [{ briefs: ["libya"] }, "unknown-name"],
    [{ folder: "/" }, "no-workspace"],
  ] as const)("for %j", async (request, code) => {
    const result = await publish(request);
    expect([result.folder, codesOf(result)]).toEqual([null, [code]]);
  });

  test("into the site of everybody for those who may see more", async () => {
    const { folder } = await publish();
    const result = await publish({ markings: ["TLP:RED"], out: folder ?? "" });
    expect(codesOf(result)).toEqual(["site-of-others"]);
  });
});

test("an issue of which a copy is not as it was approved is left out whole, and named", async () => {
  const copy = join(root, RECORD, "v1.0/copies/brief.html");
  const before = readFileSync(copy);
  writeFileSync(copy, "forged");
  const result = await publish({ markings: ["TLP:GREEN"], out: join(root, "out/site/broken") });
  writeFileSync(copy, before);
  expect(result.issues).toBe(0);
  expect(result.diagnostics).toMatchObject([{ severity: "error" }]);
});

test("what is withdrawn goes from the site, and leaves its place and the reason", async () => {
  const green = { markings: ["TLP:GREEN"] };
  await publish(green);
  const { withdrawn } = await withdrawIssue(nodeHost, {
    readLedger: async () => null,
    words: ["libya-weekly", "2021-W18"],
    folder: root,
    who: { by: "ann", at: "2021-05-20T08:00:00.000Z" },
    reason: "A source has retracted its report.",
  });
  expect(withdrawn).not.toBeNull();
  const { folder, removed } = await publish(green);
  expect(removed).toContain("libya-weekly/2021-W18/v1.1/brief.html");
  const page = join(folder ?? "", "libya-weekly/2021-W18/v1.1/index.html");
  expect(readFileSync(page, "utf8")).toContain("A source has retracted its report.");
});
