/** The built program as a user runs it: `brief render`. */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { openTestWorkspace, REPOSITORY } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MAIN = join(REPOSITORY, "dist/cli/main.js");
const ISSUE = "out/libya-weekly/2021-W18/issue.json";

const root = openTestWorkspace({
  "page/page.html": `<!doctype html><html lang="en"><title>T</title><link rel="stylesheet" href="style.css"><p>One line.`,
  "page/style.css": "p {\n  filter: blur(2px);\n}\n",
});

function brief(...args: readonly string[]) {
  const env = { ...process.env, NO_COLOR: "1" };
  return spawnSync(process.execPath, [MAIN, ...args], { cwd: root, env });
}
const words = (output: Buffer) => output.toString("utf8");

beforeAll(() => {
  const { status, stderr } = brief("generate");
  if (status !== 0) throw new Error(words(stderr));
});

describe("brief render page.html", () => {
  test("writes the PDF beside the page and names what it could not do", () => {
    const { status, stdout, stderr } = brief("render", "page/page.html");
    expect(status).toBe(0);
    expect(words(stdout)).toBe("page/page.pdf\n");
    expect(words(stderr)).toMatch(/^warning: page\/style\.css:2:3 .*"filter"/m);
    expect(readFileSync(join(root, "page/page.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("gives the same bytes on standard output and in a file", () => {
    const { stdout } = brief("render", "page/page.html", "-o", "-");
    brief("render", "page/page.html", "-o", "other.pdf");
    expect(stdout.equals(readFileSync(join(root, "other.pdf")))).toBe(true);
  });

  test("writes the file that a link leads to, and leaves the link", () => {
    symlinkSync("linked.pdf", join(root, "link.pdf"));
    writeFileSync(join(root, "linked.pdf"), "");
    expect(brief("render", "page/page.html", "-o", "link.pdf").status).toBe(0);
    expect(lstatSync(join(root, "link.pdf")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, "linked.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("answers in JSON", () => {
    const { stdout } = brief("render", "page/page.html", "--json");
    expect(JSON.parse(words(stdout))).toMatchObject({
      page: "page/page.html",
      files: [{ file: "page/page.pdf", bytes: expect.any(Number) }],
      diagnostics: [{ code: "unsupported-property", hint: expect.any(String) }],
    });
  });

  test.each([
    [["nowhere.html"], 1, /cannot read this path/],
    [["page/page.html", "--date", "2021-13-01"], 2, /there is no day/],
    [["page/page.html", "-o", "-", "--json"], 2, /share standard output/],
    [["page/page.html", "--template", "weekly"], 2, /--template is for an issue/],
    [["page/page.html", "-o", "./page/../page/page.html"], 2, /would replace its page/],
    [[], 2, /needs the path of a page\.html or an issue\.json/],
  ])("%j ends with status %i", (args, expected, message) => {
    const { status, stderr } = brief("render", ...args);
    expect(words(stderr)).toMatch(message);
    expect(status).toBe(expected);
  });
});

describe("brief render issue.json", () => {
  test("prints again what generate had printed, byte for byte", () => {
    const { status, stdout, stderr } = brief("render", ISSUE, "-o", "again");
    expect(words(stderr)).toBe("");
    expect(status).toBe(0);
    expect(words(stdout)).toBe("again/brief.html\nagain/brief.pdf\n");
    for (const file of ["brief.html", "brief.pdf"]) {
      const [was, is] = [join(root, ISSUE, "..", file), join(root, "again", file)];
      expect(readFileSync(is).equals(readFileSync(was)), file).toBe(true);
    }
  });

  test("writes one of them where a file is named", () => {
    brief("render", ISSUE, "-o", "one/page.html");
    expect(existsSync(join(root, "one/page.html"))).toBe(true);
    expect(existsSync(join(root, "one/page.pdf"))).toBe(false);
  });

  test("says that the template has changed since", () => {
    const style = join(root, "templates/weekly/style.css");
    const before = readFileSync(style, "utf8");
    writeFileSync(style, `${before}\nh2 { color: #000000; }\n`);
    const { status, stderr } = brief("render", ISSUE, "-o", "changed.pdf");
    writeFileSync(style, before);
    expect(status).toBe(0);
    expect(words(stderr)).toMatch(/info: templates\/weekly\/style\.css is not as it was/);
  });

  test("refuses an issue that was altered", () => {
    const altered = readFileSync(join(root, ISSUE), "utf8").replace('"number": 1', '"number": 2');
    writeFileSync(join(root, "altered.json"), altered);
    const { status, stderr } = brief("render", "altered.json");
    expect(words(stderr)).toMatch(/does not match its seal/);
    expect(status).toBe(1);
  });
});
