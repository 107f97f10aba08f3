import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manualClock } from "../../src/host/clock.js";
import { nodeHost } from "../../src/host/node.js";
import { nodeServe } from "../../src/host/node-web.js";
import { openLedger } from "../../src/ledger/index.js";
import { unsubscribeToken } from "../../src/mail/index.js";
import { type AnswerLine, type DeskServer, serveDesk } from "../../src/serve/serve-desk.js";

const SECRET = "0123456789abcdef0123456789abcdef";
const ADA = "r-0123456789ab";

let root: string;
let server: DeskServer;
const lines: AnswerLine[] = [];

const means = {
  host: nodeHost,
  clock: manualClock(Date.parse("2021-05-10T06:00:00Z")),
  serve: nodeServe,
  secret: (name: string) => (name === "LEAVE_SECRET" ? SECRET : undefined),
  onAnswer: (line: AnswerLine) => void lines.push(line),
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "brief-serve-"));
  writeFileSync(
    join(root, "briefwright.yaml"),
    "briefs:\n  weekly: { title: Haftalık <b>, languages: [en, tr, ar] }\n",
  );
  writeFileSync(
    join(root, "distribution.yaml"),
    `mail:
  relay: { host: relay.example.org }
  from: { address: desk@example.org }
  unsubscribe: { url: "https://briefs.example.org/desk/unsubscribe", secretEnv: LEAVE_SECRET }
`,
  );
  const site = join(root, "out/site/public");
  mkdirSync(join(site, "weekly"), { recursive: true });
  writeFileSync(join(site, "index.html"), "<!doctype html><title>Archive</title>");
  writeFileSync(join(site, "weekly/index.html"), "<!doctype html><title>Weekly</title>");
  writeFileSync(join(site, "weekly/feed.xml"), "<feed/>");
  writeFileSync(join(site, ".hidden"), "no");
  symlinkSync(join(root, "briefwright.yaml"), join(site, "settings.txt"));
  server = await serveDesk(means, { folder: root, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const address = (path: string) => `http://127.0.0.1:${server.port}${path}`;
const linkOf = (recipientId: string, secret = SECRET) =>
  address(`/desk/unsubscribe?t=${unsubscribeToken(secret, { brief: "weekly", recipientId })}`);

const click = (url: string, body = "List-Unsubscribe=One-Click") =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body,
  });

async function left(): Promise<string[]> {
  const ledger = await openLedger(join(root, "corpus/record/deliveries.sqlite"));
  const told = (await ledger.suppressions()).map(
    (one) => `${one.recipient} ${one.brief} ${one.reason}`,
  );
  await ledger.close();
  return told;
}

describe("the way out of a list", () => {
  test("opening the link asks, and takes nobody off: what scans mail opens links", async () => {
    const answer = await fetch(linkOf(ADA), { headers: { "accept-language": "fr, tr;q=0.9" } });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('lang="tr"');
    expect(page).toContain("Haftalık &lt;b&gt;");
    expect(page).toContain('<form method="post"');
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect((await fetch(linkOf(ADA), { method: "HEAD" })).status).toBe(200);
    expect(await left()).toEqual([]);
  });

  test.each([
    "",
    "List-Unsubscribe=Two-Clicks",
    "list-unsubscribe=One-Click",
    `List-Unsubscribe=One-Click&${"x".repeat(5000)}`,
  ])("a post of “%.40s” is no click", async (body) => {
    expect((await click(linkOf(ADA), body)).status).toBe(400);
    expect(await left()).toEqual([]);
  });

  test("nobody is taken off by a link that was not sent", async () => {
    const forged = [
      linkOf(ADA, "another secret, just as long as it"),
      address("/desk/unsubscribe"),
      address("/desk/unsubscribe?t="),
      linkOf(ADA).replace(/.(?=.{21}$)/, (first) => (first === "A" ? "B" : "A")),
      address(`/desk/unsubscribe?t=${"x".repeat(3000)}`),
    ];
    for (const url of forged) expect((await click(url)).status).toBe(400);
    expect(await left()).toEqual([]);
  });

  test("one click takes the recipient off that brief, and a second one changes nothing", async () => {
    const answer = await click(linkOf(ADA));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("You have left the list");
    expect((await click(linkOf(ADA))).status).toBe(200);
    expect(await left()).toEqual([`${ADA} weekly unsubscribed`]);
  });

  test("a click may come as a form in parts, and where a proxy takes its folder away", async () => {
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    const other = "r-ffffffffffff";
    const url = linkOf(other).replace("/desk/", "/");
    expect((await fetch(url, { method: "POST", body: form })).status).toBe(200);
    expect(await left()).toContain(`${other} weekly unsubscribed`);
  });

  test("a form that is made to be a burden is answered at once", async () => {
    const before = performance.now();
    const answer = await fetch(linkOf(ADA), {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: `--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n${"a\r\n".repeat(30)}`,
    });
    expect(answer.status).toBe(400);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test("clicks of nobody's do not hold up anybody's", async () => {
    const forged = linkOf(ADA, "another secret, just as long as it");
    for (let count = 0; count < 600; count += 1) await click(forged);
    expect((await click(linkOf(ADA))).status).toBe(200);
    const statuses = new Set<number>();
    for (let count = 0; count < 600; count += 1)
      statuses.add((await click(linkOf(ADA), "")).status);
    expect([...statuses]).toEqual([400, 503]);
  });

  test("no line of the log says who left", () => {
    expect(JSON.stringify(lines)).not.toMatch(/t=|r-0123/);
    expect(lines).toContainEqual({ method: "POST", path: "/desk/unsubscribe", status: 200 });
  });

  test("other methods are refused", async () => {
    expect((await fetch(linkOf(ADA), { method: "DELETE" })).status).toBe(405);
  });
});

describe("the archive", () => {
  test("serves its files with their types, and knows those that have not changed", async () => {
    const answer = await fetch(address("/weekly/"));
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await answer.text()).toContain("Weekly");
    const etag = answer.headers.get("etag") ?? "";
    const again = await fetch(address("/weekly/"), { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    const feed = await fetch(address("/weekly/feed.xml"));
    expect(feed.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  });

  test("leads from a folder to its page", async () => {
    const answer = await fetch(address("/weekly"), { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([308, "weekly/"]);
  });

  test.each([
    "/.hidden",
    "/settings.txt",
    "/../../../briefwright.yaml",
    "/%2e%2e/%2e%2e/briefwright.yaml",
    "/..%2f..%2fbriefwright.yaml",
    "/%00",
    "/%zz",
    "/missing",
    `/${"a".repeat(3000)}`,
  ])("has nothing at %.60s", async (path) => {
    expect(await rawStatus(path)).toBe(404);
  });

  /** As no browser would send it: nothing in the path is put in order first. */
  function rawStatus(path: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const socket = connect(server.port, "127.0.0.1", () =>
        socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`),
      );
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(Number(text.split(" ")[1])));
      socket.on("error", reject);
    });
  }

  test("says that it is well", async () => {
    expect(await (await fetch(address("/health"))).text()).toBe("ok\n");
  });
});

test("nothing is served where there is nothing, or where the secret is not set", async () => {
  const empty = mkdtempSync(join(tmpdir(), "brief-serve-"));
  writeFileSync(join(empty, "briefwright.yaml"), "briefs: { weekly: { title: W } }\n");
  await expect(serveDesk(means, { folder: empty, port: 0 })).rejects.toMatchObject({
    diagnostics: [{ code: "nothing-to-serve" }],
  });
  const unset = { ...means, secret: () => undefined };
  await expect(serveDesk(unset, { folder: root, port: 0 })).rejects.toMatchObject({
    diagnostics: [{ code: "mail-secret" }],
  });
  rmSync(empty, { recursive: true });
});
