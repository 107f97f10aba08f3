import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Announcement, announce, type Posting, postBody } from "../../src/channels/index.js";
import { slackBody } from "../../src/channels/slack.js";
import { TEAMS_LIMIT, teamsBody } from "../../src/channels/teams.js";
import { webhookBody, webhookHeaders } from "../../src/channels/webhook.js";
import { manualClock } from "../../src/host/clock.js";
import { nodeNetwork } from "../../src/host/node-network.js";
import type { Issue } from "../../src/model/issue.js";
import { readRepository } from "../workspace.js";

const TOLD: Announcement = {
  brief: "weekly",
  issue: "2021-W18",
  version: "1.0",
  occasion: "issue",
  seal: "0".repeat(64),
  marking: "TLP:GREEN",
  language: "en",
  direction: "ltr",
  title: "Weekly",
  edition: "Issue 1 · 3 to 9 May 2021",
  notice: null,
  bottomLine: ["“One thing happened.” (Gazette, 4 May)"],
  link: { url: "https://briefs.example.org/weekly/2021-W18/v1.0/", words: "Read the brief" },
};

interface Block {
  readonly text?: { readonly type: string; readonly text: string };
  readonly elements?: readonly { readonly type: string; readonly text: string }[];
}

const blocksOf = (told: Announcement): Block[] => JSON.parse(slackBody(told)).blocks;
const cardOf = (told: Announcement) => JSON.parse(teamsBody(told)).attachments[0].content;

describe("what a channel is told", () => {
  const page = `<!doctype html><html lang="tr" dir="ltr"><body>
    <h1 data-part="title">Haftalık</h1><p data-part="edition">Sayı 1</p>
    <p data-part="bottom-line">“Söz &lt;bir&gt;.”
      <i>(Gazete)</i></p><p data-part="bottom-line">İki.</p><p>Not this.</p>
    <a data-part="full" href="https://elsewhere.example.org">Tamamı</a></body></html>`;
  const issue = {
    brief: { id: "weekly", title: "Weekly", language: "tr" },
    id: "2021-W18",
    version: "1.1",
    seal: "f".repeat(64),
    marking: { label: "TLP:CLEAR" },
  } as Issue;
  const told = (bytes: Uint8Array | null, baseUrl?: string) =>
    announce({ issue, page: bytes, occasion: "issue", notice: null, baseUrl });

  test("is taken from the approved message, word for word", () => {
    const { title, edition, bottomLine, link, language } = told(
      new TextEncoder().encode(page),
      "https://briefs.example.org/",
    );
    expect([title, edition, language]).toEqual(["Haftalık", "Sayı 1", "tr"]);
    expect(bottomLine).toEqual(["“Söz <bir>.” (Gazete)", "İki."]);
    expect(link).toEqual({
      url: "https://briefs.example.org/weekly/2021-W18/v1.1/",
      words: "Tamamı",
    });
  });

  test("is the title and the name of the issue where no message was made", () => {
    expect(told(null)).toMatchObject({
      title: "Weekly",
      edition: "weekly 2021-W18",
      bottomLine: [],
      link: null,
    });
  });
});

describe("Slack", () => {
  test("shows marking, title, edition, lines and the link", () => {
    const words = blocksOf(TOLD).map(({ text, elements }) => text?.text ?? elements?.[0]?.text);
    expect(words).toEqual([
      "[TLP:GREEN] Weekly",
      "Issue 1 · 3 to 9 May 2021",
      "“One thing happened.” (Gazette, 4 May)",
      "<https://briefs.example.org/weekly/2021-W18/v1.0/|Read the brief>",
      "TLP:GREEN",
    ]);
  });

  test("takes no markup and calls nobody, whatever the news say", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const line = `${words} <!channel> *bold* <https://evil.example.org|here>`;
        const told = { ...TOLD, title: line, bottomLine: [line], link: null };
        const { blocks, text } = JSON.parse(slackBody(told));
        expect(JSON.stringify(blocks)).not.toContain("mrkdwn");
        expect(text).not.toMatch(/[<>]/);
      }),
    );
  });

  test("counts letters outside the basic plane as two, and cuts none of them in half", () => {
    const [header] = blocksOf({ ...TOLD, title: "𐐀".repeat(200) });
    const words = JSON.stringify(header);
    expect(JSON.parse(words).text.text.length).toBeLessThanOrEqual(150);
    expect(words.isWellFormed()).toBe(true);
    expect(words).not.toMatch(/\\ud[89a-f]/i);
  });

  test("keeps to fifty blocks of three thousand letters, and cuts no line", () => {
    const long = "x".repeat(3001);
    const told = {
      ...TOLD,
      bottomLine: [long, ...Array.from({ length: 80 }, (_, n) => `Line ${n}`)],
    };
    const blocks = blocksOf(told);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(blocks)).not.toContain("xxx");
    for (const { text } of blocks) expect(text?.text.length ?? 0).toBeLessThanOrEqual(3000);
  });
});

describe("Teams", () => {
  test("has the marking at both ends, and the link as its action", () => {
    const { body, actions, version } = cardOf(TOLD);
    const words = body.map(({ inlines }: { inlines: { text: string }[] }) => inlines[0]?.text);
    expect([words[0], words.at(-1)]).toEqual(["TLP:GREEN", "TLP:GREEN"]);
    expect(words).toContain(TOLD.bottomLine[0]);
    expect(actions).toEqual([
      { type: "Action.OpenUrl", title: "Read the brief", url: TOLD.link?.url },
    ]);
    expect(version).toBe("1.5");
  });

  test("never has more than 28 KB: lines that do not fit are left out whole", () => {
    const bottomLine = Array.from({ length: 40 }, (_, n) => `${n} ${"ليبيا ".repeat(200)}`);
    const body = teamsBody({ ...TOLD, bottomLine });
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(TEAMS_LIMIT);
    const shown = JSON.stringify(cardOf({ ...TOLD, bottomLine }).body);
    expect(bottomLine.filter((line) => shown.includes(line)).length).toBeGreaterThan(5);
  });

  test("runs from right to left where the brief does", () => {
    expect(cardOf({ ...TOLD, direction: "rtl" }).rtl).toBe(true);
  });
});

describe("a webhook", () => {
  test("signs the instant and the body", () => {
    const body = webhookBody(TOLD);
    const headers = webhookHeaders(body, {
      secret: "s3cret",
      now: 1_620_000_000_999,
      delivery: "d",
    });
    const expected = createHmac("sha256", "s3cret").update(`1620000000.${body}`).digest("hex");
    expect(headers["x-briefwright-signature"]).toBe(`t=1620000000,v1=${expected}`);
  });

  test("is verified by the lines of the README", async () => {
    const readme = readRepository("src/channels/README.md");
    const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
    const { holds } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const body = webhookBody(TOLD);
    const signed = webhookHeaders(body, {
      secret: "s3cret",
      now: 1_620_000_000_000,
      delivery: "d",
    });
    const header = signed["x-briefwright-signature"];
    expect(holds(header, body, "s3cret", 1_620_000_010)).toBe(true);
    expect(holds(header, body, "s3cret", 1_620_000_400)).toBe(false);
    expect(holds(header, `${body} `, "s3cret", 1_620_000_010)).toBe(false);
    expect(holds(header, body, "other", 1_620_000_010)).toBe(false);
  });

  test("says in its body what it is", () => {
    expect(JSON.parse(webhookBody(TOLD))).toMatchObject({
      schema: "briefwright/announcement/1",
      marking: "TLP:GREEN",
      permalink: TOLD.link?.url,
    });
  });
});

describe("what becomes of a posting", () => {
  const SECRET_PATH = "/hooks/T000/secret-token";

  async function post(
    status: number | "drop",
    headers: Record<string, string> = {},
  ): Promise<Posting> {
    const server = createServer((request, response) => {
      request.resume().on("end", () => {
        if (status === "drop") request.socket.destroy();
        else response.writeHead(status, headers).end("no_service\n");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const network = nodeNetwork({ userAgent: "test", allow: [`127.0.0.1:${port}`] });
    try {
      return await postBody({ kind: "slack" }, slackBody(TOLD), means(network, port));
    } finally {
      await network.close();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  const means = (poster: ReturnType<typeof nodeNetwork>, port: number) => ({
    poster,
    clock: manualClock(Date.parse("2021-05-10T06:00:00Z")),
    url: `http://127.0.0.1:${port}${SECRET_PATH}`,
    secret: undefined,
    delivery: "d",
  });

  test.each([
    [200, "accepted"],
    [202, "accepted"],
    [302, "permanent"],
    [400, "permanent"],
    [404, "permanent"],
    [410, "permanent"],
    [408, "unknown"],
    [500, "unknown"],
    [502, "unknown"],
    [503, "temporary"],
    [429, "temporary"],
    ["drop", "unknown"],
  ] as const)("%s is %s", async (status, kind) => {
    const posting = await post(status);
    expect(posting.kind).toBe(kind);
    expect(JSON.stringify(posting)).not.toContain("secret-token");
  });

  test("waits as long as it is asked to, and a day at most", async () => {
    expect((await post(429, { "retry-after": "30" })).retryAfterMs).toBe(30_000);
    expect((await post(503, { "retry-after": "Mon, 10 May 2021 06:02:00 GMT" })).retryAfterMs).toBe(
      120_000,
    );
    expect((await post(503, { "retry-after": "99999999" })).retryAfterMs).toBe(24 * 3600 * 1000);
  });

  test("nothing is sent where nobody listens, or where nothing may be sent", async () => {
    const network = nodeNetwork({ userAgent: "test", allow: ["127.0.0.1:9"] });
    expect((await postBody({ kind: "slack" }, slackBody(TOLD), means(network, 9))).kind).toBe(
      "temporary",
    );
    const refused = await postBody({ kind: "slack" }, slackBody(TOLD), means(network, 80));
    expect(refused.kind).toBe("permanent");
    expect(JSON.stringify(refused)).not.toContain("secret-token");
    await network.close();
  });
});
