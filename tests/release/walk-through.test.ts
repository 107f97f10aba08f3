import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { openWorkspace, type Workspace } from "../../src/config/workspace.js";
import type { Host } from "../../src/host/host.js";
import { nodeHost } from "../../src/host/node.js";
import { readLedger } from "../../src/ledger/index.js";
import type { Recipient } from "../../src/model/recipient.js";
import {
  ApproveResultSchema,
  ReviewResultSchema,
  StatusResultSchema,
  WithdrawResultSchema,
} from "../../src/model/release-results.js";
import { readReleaseLog, releasedIssues } from "../../src/record/index.js";
import { type ApproveRequest, approveIssue } from "../../src/release/approve-issue.js";
import { issueStatus } from "../../src/release/issue-status.js";
import { reviewIssue } from "../../src/release/review-issue.js";
import { verifyApproved } from "../../src/release/verify-approved.js";
import { withdrawIssue } from "../../src/release/withdraw-issue.js";
import { releaseIssue } from "../../src/release-issue.js";
import { renderIssueFile } from "../../src/render-issue-file.js";
import { rememberWorkspace } from "../opened-workspaces.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

// Each copy of an issue is made, and each check of a print makes it again.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NAME = ["libya-weekly", "2021-W18"];
const [BRIEF = "", ISSUE = ""] = NAME;
const RECORD = `corpus/record/${BRIEF}/${ISSUE}`;
const at = "2021-05-10T06:00:00.000Z";

const SETTINGS = (release: string) =>
  `site: { baseUrl: https://briefs.example.org }\nbriefs:\n  libya-weekly:\n    release: ${release}\n`;

const recipient: Recipient = {
  id: "r-0123456789ab",
  number: 1,
  name: "E. F.",
  address: "e.f@example.org",
  language: null,
  template: null,
  format: "pdf",
  markings: ["TLP:AMBER"],
  watermark: false,
  encryption: { kind: "none" },
  lists: ["desk"],
};

/** A workspace with a draft, and the same with it approved, each made once. */
let made: string;
let cleared: string;
let root: string;
let workspace: Workspace;

beforeAll(async () => {
  made = openTestWorkspace({ "distribution.yaml": SETTINGS("{ formats: [txt] }") });
  await generateIn(made, { formats: new Set(["json", "txt"]) });
  cleared = openTestWorkspace();
  await begin(made);
  await review();
  await approve();
  cpSync(root, cleared, { recursive: true });
});

beforeEach(() => begin(made));

async function begin(from: string): Promise<void> {
  root = openTestWorkspace();
  cpSync(from, root, { recursive: true });
  const { value } = await openWorkspace(nodeHost, root);
  if (value !== null) workspace = value;
}

const settings = (release: string) =>
  writeFileSync(join(root, "distribution.yaml"), SETTINGS(release));
const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) =>
  diagnostics.map(({ code }) => code);
const review = (by = "A. B.") =>
  reviewIssue(nodeHost, { words: NAME, folder: root, who: { by, at }, note: null });
const approve = (change: Partial<ApproveRequest> = {}, host: Host = nodeHost) =>
  approveIssue(host, {
    words: NAME,
    folder: root,
    who: { by: "C. D.", at },
    note: null,
    lists: ["desk"],
    embargo: null,
    sendBy: null,
    loadRecipients: async () => ({ value: [recipient], diagnostics: [] }),
    ...change,
  });
const verify = (version?: string) =>
  verifyApproved(nodeHost, workspace, { brief: BRIEF, issue: ISSUE, version });
const withdraw = (reason = "The date was wrong.") =>
  withdrawIssue(nodeHost, {
    ...{ words: NAME, folder: root, who: { by: "C. D.", at }, reason, readLedger },
  });
const kept = (path: string) => join(root, RECORD, "v1.0", path);

describe("an issue on its way", () => {
  test("is reviewed, approved, checked and printed from the record alone, and withdrawn", async () => {
    settings("{ formats: [html, pdf, mail, txt] }");
    const reviewed = await review();
    expect(reviewed.diagnostics).toEqual([]);
    expect(ReviewResultSchema.parse(reviewed).reviewed?.state).toBe("reviewed");
    const approved = await approve({ embargo: "2021-05-10T08:00:00.000Z" });
    expect(approved.diagnostics).toEqual([]);
    expect(ApproveResultSchema.parse(approved).approved).toMatchObject({
      version: "1.0",
      copies: ["brief.html", "brief.pdf", "brief.txt", "mail.html"].map((name) => `copies/${name}`),
      recipients: 1,
    });
    rmSync(join(root, "out"), { recursive: true });
    rmSync(join(root, "templates"), { recursive: true });
    for (const path of [
      "issue.json",
      "copies/brief.html",
      "copies/brief.pdf",
      "copies/mail.html",
    ]) {
      const { diagnostics } = await checkFile(nodeHost, kept(path));
      expect(diagnostics.map(({ code, message }) => `${path}: ${code} ${message}`)).toEqual([]);
    }
    const { value } = await verify();
    expect(value).toMatchObject({
      version: "1.0",
      state: "approved",
      approvedBy: "C. D.",
      permalink: `https://briefs.example.org/${BRIEF}/${ISSUE}/v1.0/`,
      embargo: "2021-05-10T08:00:00.000Z",
      recipients: [recipient],
      supersededBy: null,
      withdrawn: null,
    });
    const text = new TextDecoder().decode(value?.copies.get("brief.txt"));
    expect(text).toContain("Approved by C. D.");
    expect(text).toContain(`https://briefs.example.org/${BRIEF}/${ISSUE}/v1.0/`);
    expect(text).not.toContain("DRAFT");
    const again = await renderIssueFile(nodeHost, {
      file: kept("issue.json"),
      formats: new Set(["html", "pdf", "txt"] as const),
    });
    expect(again.diagnostics).toEqual([]);
    for (const [name, bytes] of again.files ?? []) {
      expect(Buffer.compare(bytes, value?.copies.get(name) ?? new Uint8Array()), name).toBe(0);
    }
    const withdrawn = await withdraw();
    expect(WithdrawResultSchema.parse(withdrawn).withdrawn?.state).toBe("withdrawn");
    expect(codesOf(await verify())).toEqual(["issue-withdrawn"]);
    expect(codesOf(await checkFile(nodeHost, kept("copies/brief.html")))).toEqual([
      "version-withdrawn",
    ]);
    const told = StatusResultSchema.parse(await issueStatus(nodeHost, NAME, root)).status;
    expect(told?.entries.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      "reviewed A. B.",
      "approved C. D.",
      "copies C. D.",
      "withdrawn C. D.",
    ]);
    expect(told?.versions).toMatchObject([{ state: "withdrawn", stands: true }]);
  });

  test.each([[["2021-W18"]], [["libya-weekly/2021-W18"]], [["libya-weekly 2021-W18"]]])(
    "is found by its name: %j",
    async (words) => {
      const { status } = await issueStatus(nodeHost, words, root);
      expect(status).toMatchObject({ brief: BRIEF, issue: ISSUE, versions: [] });
    },
  );

  test.each([["2021-W19"], ["../../etc"], ["no-brief 2021-W18"], [""]])(
    "is not found by another: %j",
    async (name) => {
      const result = await issueStatus(nodeHost, [name], root);
      expect([result.status, codesOf(result)]).toEqual([null, ["no-such-issue"]]);
    },
  );
});

describe("an approval is refused", () => {
  test("where nobody reviewed", async () => {
    expect(codesOf(await approve())).toEqual(["not-reviewed"]);
    expect(existsSync(join(root, RECORD, "v1.0"))).toBe(false);
  });

  test.each(["A. B.", " a.  b. "])("to the one who reviewed: %j", async (by) => {
    await review();
    expect(codesOf(await approve({ who: { by, at } }))).toEqual(["four-eyes"]);
  });

  test("and is not where the settings let one person do both", async () => {
    settings("{ formats: [txt], fourEyes: false }");
    expect((await approve()).approved?.state).toBe("approved");
    const { entries } = await readReleaseLog(nodeHost, workspace, BRIEF, ISSUE);
    expect(entries.map(({ kind }) => kind)).toEqual(["reviewed", "approved", "copies"]);
  });

  test("to whom the settings do not name, and so is a review", async () => {
    settings("{ formats: [txt], reviewers: [G. H.], approvers: [I. J.] }");
    expect(codesOf(await review())).toEqual(["not-allowed"]);
    expect((await review("G. H.")).reviewed?.state).toBe("reviewed");
    expect(codesOf(await approve())).toEqual(["not-allowed"]);
    expect((await approve({ who: { by: "I. J.", at } })).approved?.state).toBe("approved");
  });

  test("where the issue changed since it was reviewed", async () => {
    await review();
    const other = "Foreign forces leave\n\n4 May 2021\n\nForeign forces have begun to leave.\n";
    writeFileSync(join(root, "corpus/articles/late.txt"), other);
    await generateIn(root);
    const result = await approve();
    expect(codesOf(result)).toEqual(["changed-since-review"]);
    expect(result.diagnostics[0]?.message).toContain("the issue changed");
  });

  test("where the look of it changed since it was made", async () => {
    await review();
    const style = join(root, "templates/weekly/style.css");
    writeFileSync(style, `${readFileSync(style, "utf8")}\n.empty { display: none; }\n`);
    expect(codesOf(await approve())).toEqual(["template-changed"]);
  });

  test("where a list cannot be read", async () => {
    await review();
    const fault = { code: "no-list", severity: "error", message: "there is none" } as const;
    const result = await approve({
      loadRecipients: async () => ({ value: null, diagnostics: [fault] }),
    });
    expect(codesOf(result)).toEqual(["no-list"]);
    expect(existsSync(join(root, RECORD, "v1.0"))).toBe(false);
  });

  test("where nothing could be sent in time", async () => {
    await review();
    expect(codesOf(await approve({ sendBy: "2021-05-10T05:00:00Z" }))).toEqual([
      "send-by-too-early",
    ]);
    const times = { embargo: "2021-05-11T06:00:00Z", sendBy: "2021-05-11T05:00:00Z" };
    expect(codesOf(await approve(times))).toEqual(["send-by-too-early"]);
  });

  test("twice, and so are a review and a release behind it", async () => {
    await begin(cleared);
    expect(codesOf(await approve())).toEqual(["already-cleared"]);
    expect(codesOf(await review())).toEqual(["already-cleared"]);
    const file = join(root, "out", BRIEF, ISSUE, "issue.json");
    expect(codesOf(await releaseIssue(nodeHost, file, root))).toEqual(["already-released"]);
  });

  test("where the log was edited", async () => {
    await review();
    const log = join(root, RECORD, "release.jsonl");
    writeFileSync(log, readFileSync(log, "utf8").replace("A. B.", "C. D."));
    expect(codesOf(await approve())).toEqual(["release-log-broken"]);
  });
});

describe("an approval is void", () => {
  beforeEach(() => begin(cleared));
  const append = (path: string) => writeFileSync(path, `${readFileSync(path, "utf8")} `);
  test.each([
    ["issue.json", "the issue"],
    ["template/weekly/brief.hbs", "the template"],
    ["template/weekly/labels.en.yaml", "the template"],
    ["template/weekly/style.css", "the style"],
    ["template/mail/brief.hbs", "the template"],
    ["recipients.json", "the list of recipients"],
    ["evidence/a-1e8ceb15dd34/text.txt", "what the issue rests on"],
    ["copies/brief.txt", "the copy"],
  ])("where %s changed", async (path, part) => {
    append(kept(path));
    const result = await verify();
    expect([result.value, codesOf(result)]).toEqual([null, ["approval-void"]]);
    expect(result.diagnostics[0]?.message).toContain(part);
    expect(result.diagnostics[0]?.place?.file).toBe(`${RECORD}/v1.0/${path}`);
  });

  test("and whoever checks the issue in the record is told", async () => {
    append(kept("template/weekly/style.css"));
    expect(codesOf(await checkFile(nodeHost, kept("issue.json")))).toEqual(["approval-void"]);
  });

  test("where a file is gone, and where one was put there", async () => {
    rmSync(kept("copies/brief.txt"));
    expect(codesOf(await verify())).toEqual(["approval-void"]);
    writeFileSync(kept("template/weekly/partials/more.hbs"), "more");
    expect(codesOf(await verify())).toEqual(["approval-void"]);
  });

  test("where the log was edited", async () => {
    const log = join(root, RECORD, "release.jsonl");
    writeFileSync(log, readFileSync(log, "utf8").replace('"recipients":1', '"recipients":2'));
    expect(codesOf(await verify())).toEqual(["release-log-broken"]);
  });
});

describe("a copy that says it is approved", () => {
  test("fails wherever the record does not say so", async () => {
    settings("{ formats: [html, pdf, mail] }");
    await review();
    await approve();
    const copies = ["brief.html", "brief.pdf", "mail.html"];
    const away = join(root, "out", BRIEF, ISSUE);
    for (const name of copies) cpSync(kept(`copies/${name}`), join(away, name));
    for (const name of copies) {
      expect(codesOf(await checkFile(nodeHost, join(away, name)))).toEqual([]);
    }
    const outside = mkdtempSync(join(tmpdir(), "briefwright-away-"));
    rememberWorkspace(outside);
    cpSync(kept("copies/brief.html"), join(outside, "brief.html"));
    expect(codesOf(await checkFile(nodeHost, join(outside, "brief.html")))).toEqual([
      "approval-not-verified",
      "quotations-not-verified",
    ]);
    rmSync(join(root, RECORD), { recursive: true });
    for (const name of copies) {
      expect(codesOf(await checkFile(nodeHost, join(away, name)))).toContain("approval-unfounded");
    }
    const page = readFileSync(join(away, "brief.html"), "utf8").replaceAll("C. D.", "X. Y.");
    writeFileSync(join(away, "brief.html"), page);
    const forged = await checkFile(nodeHost, join(away, "brief.html"));
    expect(codesOf(forged)).toContain("printed-words-differ");
  });
});

describe("a process that dies", () => {
  /** Dies at its nth write: before it, or behind it. */
  function dyingHost(nth: number, when: "before" | "behind"): Host {
    let writes = 0;
    const dying = async <T>(write: () => Promise<T>): Promise<T> => {
      writes += 1;
      if (writes === nth && when === "before") throw new Error("killed");
      const done = await write();
      if (writes === nth) throw new Error("killed");
      return done;
    };
    return {
      ...nodeHost,
      writeFile: (...given) => dying(() => nodeHost.writeFile(...given)),
      writeFiles: (...given) => dying(() => nodeHost.writeFiles(...given)),
      appendLine: (...given) => dying(() => nodeHost.appendLine(...given)),
    };
  }

  test.each([1, 2, 3, 4].flatMap((nth) => [[nth, "before"] as const, [nth, "behind"] as const]))(
    "at write %i, %s it, is made up for by the same command",
    async (nth, when) => {
      await review();
      await expect(approve({}, dyingHost(nth, when))).rejects.toThrow("killed");
      const { issues } = await releasedIssues(nodeHost, workspace, BRIEF);
      const isApproved = nth > 2 || (nth === 2 && when === "behind");
      expect(issues.map(({ standing }) => standing)).toEqual(isApproved ? ["approved"] : []);
      if (nth < 4 || when === "before") expect((await verify()).value).toBeNull();
      // What was frozen is enough: nobody needs the draft any more.
      if (nth > 1) rmSync(join(root, "out"), { recursive: true });
      await approve();
      const { value } = await verify();
      expect(value?.state).toBe("approved");
      expect(value?.entries.map(({ kind }) => kind)).toEqual(["reviewed", "approved", "copies"]);
    },
  );
});

test("what was released before there was a log counts as released, and can be approved", async () => {
  await releaseIssue(nodeHost, join(root, "out", BRIEF, ISSUE, "issue.json"), root);
  const standing = async () =>
    (await releasedIssues(nodeHost, workspace, BRIEF)).issues.map((issue) => issue.standing);
  expect(await standing()).toEqual(["released"]);
  await review();
  expect(await standing()).toEqual(["released"]);
  await approve();
  expect(await standing()).toEqual(["approved"]);
  expect((await verify()).value?.version).toBe("1.0");
  await withdraw();
  expect(await standing()).toEqual(["withdrawn"]);
});
