import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkIssueFile } from "../src/check/check-issue-file.js";
import { nodeHost } from "../src/host/node.js";
import { sealOf } from "../src/issue/seal.js";
import type { Issue } from "../src/model/issue.js";
import { ReleaseSchema } from "../src/model/release.js";
import { releaseIssue } from "../src/release-issue.js";
import { generateIn, openTestWorkspace } from "./workspace.js";

// Each test makes a whole issue first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let folder: string;
let file: string;
let record: string;

beforeEach(async () => {
  root = openTestWorkspace();
  await generateIn(root, { formats: new Set(["json", "html"]) });
  folder = join(root, "out/libya-weekly/2021-W18");
  file = join(folder, "issue.json");
  record = join(root, "corpus/record/libya-weekly/2021-W18");
});

const filesOf = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1))
    .sort();

const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
  diagnostics.map(({ code }) => code);

/** As somebody would who makes an issue by other means: sealed again, without a manifest. */
function change(alter: (issue: Issue) => void): void {
  const issue: Issue = JSON.parse(readFileSync(file, "utf8"));
  alter(issue);
  issue.seal = sealOf(issue);
  writeFileSync(file, JSON.stringify(issue));
  rmSync(join(folder, "manifest.json"), { force: true });
}

test("a release keeps the whole folder of the issue, byte for byte, and still holds there", async () => {
  const { release, diagnostics } = await releaseIssue(nodeHost, file);
  expect(diagnostics).toEqual([]);
  expect(ReleaseSchema.parse(release)).toMatchObject({
    brief: "libya-weekly",
    issue: "2021-W18",
    version: "1.0",
    supersedes: null,
    folder: "corpus/record/libya-weekly/2021-W18/v1.0",
    leftOut: [],
  });
  const kept = join(record, "v1.0");
  expect(filesOf(kept)).toEqual(filesOf(folder));
  for (const name of filesOf(folder)) {
    expect(readFileSync(join(kept, name))).toEqual(readFileSync(join(folder, name)));
  }
  const checked = await checkIssueFile(nodeHost, join(kept, "issue.json"));
  expect(checked.diagnostics).toEqual([]);
});

test("a release takes the folder of an issue for its issue", async () => {
  const { release, diagnostics } = await releaseIssue(nodeHost, folder);
  expect([release?.version, diagnostics]).toEqual(["1.0", []]);
});

test("a release leaves out what is no part of the issue, and names it", async () => {
  writeFileSync(join(folder, "notes.txt"), "ours");
  symlinkSync("/etc/hostname", join(folder, "link.txt"));
  const { release } = await releaseIssue(nodeHost, file);
  expect(release?.leftOut).toEqual(["link.txt", "notes.txt"]);
  expect(filesOf(join(record, "v1.0"))).not.toContain("notes.txt");
});

describe("nothing is released", () => {
  test("that does not hold", async () => {
    writeFileSync(file, readFileSync(file, "utf8").replace("North Africa", "South Africa"));
    const result = await releaseIssue(nodeHost, file);
    expect(result.release).toBeNull();
    expect(codesOf(result)).toContain("seal-broken");
    expect(codesOf(result).at(-1)).toBe("release-refused");
    expect(existsSync(record)).toBe(false);
  });

  test("twice", async () => {
    await releaseIssue(nodeHost, file);
    expect(codesOf(await releaseIssue(nodeHost, file))).toEqual(["already-released"]);
  });

  test("over another issue of the same version", async () => {
    await releaseIssue(nodeHost, file);
    writeFileSync(
      join(root, "corpus/articles/late.txt"),
      "Foreign forces leave\n\n4 May 2021\n\nForeign forces have begun to leave the country.\n",
    );
    await generateIn(root);
    const before = filesOf(record);
    expect(codesOf(await releaseIssue(nodeHost, file))).toEqual(["version-taken"]);
    expect(filesOf(record)).toEqual(before);
  });

  test("over a folder that holds no issue that can be read", async () => {
    mkdirSync(join(record, "v1.0"), { recursive: true });
    writeFileSync(join(record, "v1.0", "issue.json"), "{");
    expect(codesOf(await releaseIssue(nodeHost, file))).toEqual(["version-taken"]);
    expect(readFileSync(join(record, "v1.0", "issue.json"), "utf8")).toBe("{");
  });

  test("that does not say which released version it takes the place of", async () => {
    await releaseIssue(nodeHost, file);
    change((issue) => {
      issue.version = "1.1";
    });
    expect(codesOf(await releaseIssue(nodeHost, file))).toContain("revision-differs");
    change((issue) => {
      issue.revision = { supersedes: { version: "1.0", seal: "0".repeat(64) }, changes: [] };
    });
    expect(codesOf(await releaseIssue(nodeHost, file))).toContain("revision-differs");
  });

  test("that takes the place of a version that is not in the record", async () => {
    change((issue) => {
      issue.version = "1.1";
      issue.revision = { supersedes: { version: "1.0", seal: "0".repeat(64) }, changes: [] };
    });
    expect(codesOf(await releaseIssue(nodeHost, file))).toContain("release-out-of-order");
  });

  test.each(["../../../escaped", "a/b", "..", ".hidden", "con:", "x".repeat(300)])(
    "outside the record: %s",
    async (name) => {
      change((issue) => {
        issue.brief.id = name;
      });
      expect(codesOf(await releaseIssue(nodeHost, file))).toContain("release-unnameable");
    },
  );

  test("that lies in no workspace, or is no issue.json", async () => {
    const nowhere = await releaseIssue(nodeHost, file, "/");
    expect(codesOf(nowhere)).toEqual(["no-workspace"]);
    const coverage = await releaseIssue(nodeHost, join(folder, "coverage.json"));
    expect(codesOf(coverage)).toEqual(["release-misnamed"]);
    const missing = await releaseIssue(nodeHost, join(root, "nothing/issue.json"));
    expect(codesOf(missing)).toEqual(["host"]);
  });
});
