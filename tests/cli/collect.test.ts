/** `brief add` and `brief fetch` as a user runs them, against a server of our own. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { AddedSchema, FetchedFeedSchema } from "../../src/model/collection.js";
import { openTestWorkspace, REPOSITORY, readRepository } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000 });

const MAIN = join(REPOSITORY, "dist/cli/main.js");

function brief(args: readonly string[], cwd: string, input = "") {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  child.stdin.end(input);
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

const story = (name: string) =>
  `The port of ${name} reopened on Monday\n\nShips that had waited for a week came in first, the harbour master said.\n`;
const page = (name: string) =>
  `<!doctype html><html lang="en"><head><title>The port of ${name} reopened</title></head><body><article><h1>The port of ${name} reopened</h1><p>Ships that had waited for a week came in first, the harbour master said on Monday.</p><p>The town had waited for them with some impatience, and with bread for sale.</p></article></body></html>`;

const manyStories = (count: number) => {
  const names = Array.from({ length: count }, (_, index) => `${1000 + index}`);
  return Object.fromEntries(names.map((name) => [`in/${name}.txt`, story(name)]));
};

const articlesIn = (root: string) =>
  readdirSync(join(root, "corpus/articles"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(txt|md|html|json|xml)$/.test(file) && !/^00\d_/.test(file))
    .sort();

describe("brief add", () => {
  test("adds a mixed folder, and tells of each file what was read", async () => {
    const root = openTestWorkspace({
      "in/a.txt": story("Alba"),
      "in/deep/b.html": page("Brac"),
      "in/logo.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      "in/.hidden.txt": story("Crna"),
    });
    symlinkSync("/etc/hostname", join(root, "in/link.txt"));
    const { status, stdout, stderr } = await brief(["add", "in"], root);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^added +in\/a\.txt -> corpus\/articles\/in\/a\.txt: The port of Alba/m);
    expect(stdout).toMatch(/^added +in\/deep\/b\.html -> .+: The port of Brac.+\[undated\]$/m);
    expect(stdout).toMatch(/^skipped +in\/logo\.png: /m);
    expect(stdout).toMatch(/^skipped +in\/link\.txt: is a link/m);
    expect(stderr).toMatch(/^added 2 files; 2 articles, 2 undated; 2 skipped$/m);
    expect(articlesIn(root)).toEqual(["in/a.txt", "in/deep/b.html"]);
  });

  test("adds nothing twice", async () => {
    const root = openTestWorkspace({ "in/a.txt": story("Alba") });
    await brief(["add", "in/a.txt"], root);
    const { status, stdout } = await brief(["add", "in"], root);
    expect(status).toBe(0);
    expect(stdout).toBe("known    in/a.txt: already there as corpus/articles/a.txt\n");
  });

  test("takes a pattern that the shell left alone", async () => {
    const root = openTestWorkspace({
      "in/2021/a.txt": story("Alba"),
      "in/2021/b.md": story("Brac"),
      "in/.old/c.txt": story("Crna"),
    });
    expect((await brief(["add", "in/**/*.txt"], root)).status).toBe(0);
    expect(articlesIn(root)).toEqual(["2021/a.txt"]);
    const { status, stderr } = await brief(["add", "in/*.docx"], root);
    expect(status).toBe(1);
    expect(stderr).toMatch(/in\/\*\.docx fits no file/);
  });

  test("takes standard input, under a name or its own", async () => {
    const root = openTestWorkspace();
    await brief(["add", "-"], root, story("Alba"));
    await brief(["add", "-", "--as", "wire/brac.txt"], root, story("Brac"));
    expect(articlesIn(root)).toEqual([
      expect.stringMatching(/^stdin-[0-9a-f]{8}\.txt$/),
      "wire/brac.txt",
    ]);
  });

  test("prints one JSON object per input, and rehearses", async () => {
    const root = openTestWorkspace({ "in/a.txt": story("Alba"), "in/b.txt": story("Brac") });
    const { status, stdout } = await brief(["add", "in", "--json", "--dry-run"], root);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    const added = lines.map((line) => AddedSchema.parse(JSON.parse(line)));
    expect(added.map(({ file }) => file)).toEqual(["in/a.txt", "in/b.txt"]);
    expect(articlesIn(root)).toEqual([]);
  });

  test("fails where something that was named gave nothing, and adds the rest", async () => {
    const root = openTestWorkspace({ "in/a.txt": story("Alba"), "in/empty.txt": "" });
    const { status, stdout, stderr } = await brief(
      ["add", "nowhere", "in/empty.txt", "in/a.txt"],
      root,
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/^failed +nowhere$\n^failed +in\/empty\.txt$\n^added +in\/a\.txt/m);
    expect(stderr).toMatch(/nowhere .+\n +hint: /);
  });

  test("keeps a large import out of the folder of articles, and knows it again", async () => {
    const root = openTestWorkspace({ "in/a.txt": story("Alba"), "in/b.txt": story("Brac") });
    const first = await brief(["add", "in", "--store-only"], root);
    expect(first).toMatchObject({ status: 0, stderr: "imported 2 files; 2 articles, 2 undated\n" });
    expect(articlesIn(root)).toEqual([]);
    const again = await brief(["add", "in/a.txt"], root);
    expect(again.stdout).toMatch(/^known +in\/a\.txt/);
    const found = await brief(["explain", "in/a.txt"], root);
    expect(found.stdout).toMatch(/^in\/a\.txt \(a-/);
  });

  test("stops between two files where a person interrupts it, and goes on from there", async () => {
    const root = openTestWorkspace(manyStories(400));
    const child = spawn(process.execPath, [MAIN, "add", "in"], { cwd: root });
    child.stdout.once("data", () => child.kill("SIGINT"));
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(status).toBe(1);
    const before = articlesIn(root);
    expect(before.length).toBeLessThan(400);
    for (const file of before) {
      const kept = readFileSync(join(root, "corpus/articles", file), "utf8");
      expect(kept).toBe(story(file.slice(3, 7)));
    }
    const { stderr } = await brief(["add", "in"], root);
    expect(stderr).toContain(`${before.length} already there`);
    expect(articlesIn(root)).toHaveLength(400);
  });

  test("goes on where the reader of its lines has left", async () => {
    const root = openTestWorkspace(manyStories(100));
    const child = spawn(process.execPath, [MAIN, "add", "in"], { cwd: root });
    child.stdout.once("data", () => child.stdout.destroy());
    child.stderr.once("data", () => child.stderr.destroy());
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(articlesIn(root)).toHaveLength(100);
  });

  test("takes what stands behind -- for files, whatever they are called", async () => {
    const root = openTestWorkspace({ "-a.txt": story("Alba"), "b.txt": story("Brac") });
    const { status, stdout } = await brief(["add", "-C", ".", "--", "-a.txt", "b.txt"], root);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^added +-a\.txt -> .+\nadded +b\.txt -> /);
    const piped = await brief(["add", "--json", "--", "-"], root, story("Crna"));
    expect(JSON.parse(piped.stdout)).toMatchObject({ input: "-", status: "added" });
  });

  test("says of a folder without files that it is empty", async () => {
    const root = openTestWorkspace({ "in/.hidden.txt": story("Alba") });
    const { status, stdout, stderr } = await brief(["add", "in"], root);
    expect(status).toBe(1);
    expect(stdout).toBe("failed   in\n");
    expect(stderr).toMatch(/in holds no file\n +hint: .+hidden/);
  });

  test("says of what it skips what to do about it", async () => {
    const root = openTestWorkspace({
      "in/a.txt": story("Alba"),
      "in/old.rtf": "{\\rtf1\\ansi Ships that had waited for a week came in first.}",
    });
    const { stdout } = await brief(["add", "in"], root);
    expect(stdout).toMatch(/^skipped +in\/old\.rtf: .+ \(.*save it as .+\)$/m);
  });

  test("never lets a title drive the terminal", async () => {
    const root = openTestWorkspace({
      "in/a.html": page("Alba\u001b]0;owned\u0007\u202e").replaceAll("&", ""),
    });
    const { stdout, stderr } = await brief(["add", "in"], root);
    expect(stdout).toContain("\\u001b]0;owned");
    for (const control of ["\u001b", "\u0007", "\u202e"]) {
      expect(stdout + stderr).not.toContain(control);
    }
  });

  test("refuses an address of the house", async () => {
    const root = openTestWorkspace();
    const { status, stderr } = await brief(["add", "http://127.0.0.1/secret"], root);
    expect(status).toBe(1);
    expect(stderr).toMatch(/no address of the public internet\s+hint: .+network\.allow/);
  });
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A workspace that may ask a server of ours. */
async function openServed(listener: RequestListener, feeds: Record<string, string> = {}) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const end = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const named = Object.entries(feeds).map(
    ([name, rest]) => `  ${name}: { url: "http://${end}${rest} }`,
  );
  const settings = [
    readRepository("briefwright.yaml"),
    `network: { allow: ["${end}"] }`,
    "politeness: { delayMs: 0 }",
    ...(named.length > 0 ? ["feeds:", ...named] : []),
    "",
  ].join("\n");
  return { root: openTestWorkspace({ "briefwright.yaml": settings }), end };
}

describe("pages and feeds", () => {
  const serve: RequestListener = ({ url, headers }, response) => {
    if (url === "/alba") response.end(page("Alba"));
    else if (url !== "/rss") response.writeHead(404).end();
    else if (headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else {
      const items = ["alba", "brac"].map(
        (name) =>
          `<item><title>The port of ${name} reopened</title><link>http://${headers.host}/${name}</link><pubDate>Mon, 03 May 2021 08:00:00 GMT</pubDate><description>Ships that had waited for a week came in first, the harbour master said.</description></item>`,
      );
      response.writeHead(200, { etag: '"1"', "content-type": "application/rss+xml" });
      response.end(
        `<rss version="2.0"><channel><title>Gazette</title>${items.join("")}</channel></rss>`,
      );
    }
  };

  test("a page is kept with where it came from, and read from there", async () => {
    const { root, end } = await openServed(serve);
    const { status, stdout } = await brief(["add", `http://${end}/alba`], root);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /-> corpus\/articles\/127\.0\.0\.1\/alba-[0-9a-f]{8}\.html: The port of Alba/,
    );
    const [file = "", record = ""] = articlesIn(root);
    const { url, sha256 } = JSON.parse(readFileSync(join(root, "corpus/articles", record), "utf8"));
    expect(url).toBe(`http://${end}/alba`);
    expect(sha256.slice(0, 8)).toBe(/-(\w{8})\.html$/.exec(file)?.[1]);
    const read = await brief(["inspect", "reading", "corpus/articles/127.0.0.1", "--json"], root);
    expect(JSON.parse(read.stdout)).toMatchObject({ url: `http://${end}/alba` });
  });

  test("feeds are fetched, and fetched again only where something is new", async () => {
    const { root } = await openServed(serve, {
      gazette: '/rss", outlet: Alba Gazette',
      gone: '/none"',
    });
    const first = await brief(["fetch"], root);
    expect(first.status).toBe(1);
    expect(first.stdout).toMatch(/^gazette +ok +2 +0 +2021-05-03 +quiet for \d+ days$/m);
    expect(first.stdout).toMatch(/^gone +failed +0 +0 +answers 404$/m);
    expect(first.stderr).toMatch(/^2 new articles of 2 feeds; 1 failed$/m);
    const second = await brief(["fetch", "gazette", "--json"], root);
    expect(second.status).toBe(0);
    expect(FetchedFeedSchema.parse(JSON.parse(second.stdout))).toMatchObject({
      status: "not-changed",
      known: 2,
    });
    expect(existsSync(join(root, ".briefwright/feeds.json"))).toBe(true);
    const read = await brief(["inspect", "reading", "--json"], root);
    expect(read.stdout.match(/"outlet":"Alba Gazette"/g)).toHaveLength(2);
  });

  test("an item whose page was added as a file is known", async () => {
    const { root, end } = await openServed(serve, { gazette: '/rss"' });
    const saved = page("Alba").replace(
      "<title>",
      `<link rel="canonical" href="http://${end}/alba"><title>`,
    );
    await brief(["add", "-", "--as", "alba.html"], root, saved);
    const { stdout } = await brief(["fetch", "--json"], root);
    expect(JSON.parse(stdout)).toMatchObject({ new: 1, known: 1 });
  });

  test("a feed that nobody knows is told with the nearest name", async () => {
    const { root } = await openServed(serve, { gazette: '/rss"' });
    const { status, stderr } = await brief(["fetch", "gazete"], root);
    expect(status).toBe(1);
    expect(stderr).toMatch(/no feed "gazete"\s+hint: did you mean "gazette"/);
  });
});
