/** One brief in two languages, side by side: neither takes a file of the other. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { checkFile } from "../src/check/check-file.js";
import { checkIssueFile } from "../src/check/check-issue-file.js";
import { nodeHost } from "../src/host/node.js";
import { IssueSchema } from "../src/model/issue.js";
import type { Lexicon } from "../src/model/lexicon.js";
import { firstLanguage, issueFolder } from "../src/records.js";
import { releaseIssue } from "../src/release-issue.js";
import { reproduceIssue } from "../src/reproduce/reproduce-issue.js";
import { untitledThemes } from "../src/study/untitled-themes.js";
import { generateIn, openTestWorkspace, readOut } from "./workspace.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PAGE = new Set(["html", "pdf", "json"] as const);
const OWN = ["brief.html", "brief.pdf", "coverage.json", "evidence", "issue.json", "manifest.json"];

let root = "";
const folderOf = (...below: string[]) => join(root, "out/libya-weekly/2021-W18", ...below);

beforeAll(async () => {
  root = openTestWorkspace();
  for (const language of ["ar", undefined, "ar"]) {
    const { made, diagnostics } = await generateIn(root, { formats: PAGE, language });
    expect(diagnostics).toEqual([]);
    expect(made).not.toBeNull();
  }
});

describe("a brief in its second language", () => {
  test("stands whole in a folder of its own, in that of the first", () => {
    expect(readdirSync(folderOf()).sort()).toEqual(["ar", ...OWN]);
    expect(readdirSync(folderOf("ar")).sort()).toEqual(OWN);
  });

  test("is printed in that language, evidence included", () => {
    expect(readOut(root, "ar/brief.html").toString()).toContain('<html lang="ar" dir="rtl">');
    expect(readOut(root, "ar/evidence/index.html").toString()).toContain("شواهد العدد 1");
    expect(readOut(root, "brief.html").toString()).toContain('<html lang="en" dir="ltr">');
  });

  test("holds against its sources", async () => {
    const { diagnostics } = await checkIssueFile(nodeHost, folderOf("ar/issue.json"), root);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(["brief.html", "brief.pdf"])("holds as it is printed, in %s", async (file) => {
    const { diagnostics } = await checkFile(nodeHost, folderOf("ar", file), root);
    expect(diagnostics).toEqual([]);
  });

  test("is made again from its manifest", async () => {
    const again = await reproduceIssue(nodeHost, { file: folderOf("ar"), folder: root });
    expect(again).toMatchObject({ holds: true, outputs: [], inputs: [] });
  });

  test("is not what is released", async () => {
    const { release, diagnostics } = await releaseIssue(nodeHost, folderOf("ar"), root);
    expect(release).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toContain("release-other-language");
  });

  test("is left out of the release of the first", async () => {
    const { release } = await releaseIssue(nodeHost, folderOf(), root);
    expect(release?.files).toContain("issue.json");
    expect(release?.files.filter((file) => file.startsWith("ar/"))).toEqual([]);
    expect(release?.leftOut).toContain("ar/issue.json");
  });
});

describe("a language that the template does not speak", () => {
  test.each(["sw", "en-../../x"])("is refused with those that it speaks: %s", async (language) => {
    const { made, diagnostics } = await generateIn(root, { language });
    expect(made).toBeNull();
    expect(diagnostics.at(-1)).toMatchObject({
      code: "no-labels",
      hint: expect.stringContaining("it speaks en, tr, ar, ru, fr, de"),
    });
  });
});

test("the folder of an issue is that of its brief's first language, or one in it", () => {
  const issue = IssueSchema.parse(JSON.parse(readOut(root, "ar/issue.json").toString()));
  expect(issueFolder(issue, ["en", "ar"])).toBe("libya-weekly/2021-W18/ar");
  expect(issueFolder(issue, ["ar", "en"])).toBe("libya-weekly/2021-W18");
  expect(firstLanguage([])).toBe("en");
});

describe("titles of themes", () => {
  const inputs = [{ name: "corpus/lexicon/themes.yaml", sha256: "" }];
  const noteFor = (title: Readonly<Record<string, string>>, language: string) => {
    const themes = { themes: [{ id: "water", title }] } as unknown as Lexicon["themes"];
    return untitledThemes({ themes, inputs }, ["water"], language).map(({ message }) => message);
  };

  test("that the page's language lacks are told in one note", () => {
    expect(noteFor({ en: "Water" }, "tr")).toEqual([
      'no title in "tr" of water: the English one is printed',
    ]);
  });

  test("are found without the region of the page's language", () => {
    expect(noteFor({ pt: "Água" }, "pt-BR")).toEqual([]);
  });

  test("are not missed where a theme has none at all, and goes by its id", () => {
    expect(noteFor({}, "tr")).toEqual([]);
  });
});
