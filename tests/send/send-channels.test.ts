import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { manualClock } from "../../src/host/clock.js";
import { nodeHost } from "../../src/host/node.js";
import { nodeNetwork } from "../../src/host/node-network.js";
import { openLedger, readLedger } from "../../src/ledger/index.js";
import type { SendLine } from "../../src/model/send-result.js";
import { sendToChannels } from "../../src/send/send-channels.js";
import { APPROVED, openApprovedWorkspace } from "../release/approved-workspace.js";
import { readRepository } from "../workspace.js";

// An issue is made and approved first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DISTRIBUTION = `site: { baseUrl: "https://briefs.example.org" }
briefs: { libya-weekly: { release: { formats: [mail] } } }
channels:
  newsroom: { kind: slack, urlEnv: NEWSROOM, markings: ["TLP:GREEN"] }
  public: { kind: teams, urlEnv: NEWSROOM }
  bot: { kind: webhook, urlEnv: NEWSROOM, secretEnv: BOT_KEY, markings: ["TLP:AMBER"] }
`;

let root: string;
let server: Server;
let url: string;
let answers: number[] = [];
const taken: { readonly body: string; readonly signature: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const status = answers.shift() ?? 200;
      const signature = request.headers["x-briefwright-signature"];
      if (status < 300) taken.push({ body, signature: signature?.toString() });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/secret-hook`;
  const settings = readRepository("briefwright.yaml");
  root = await openApprovedWorkspace({
    "distribution.yaml": DISTRIBUTION,
    "briefwright.yaml": `network: { allow: ["127.0.0.1:${port}"] }\n${settings}`,
  });
});

afterAll(() => void server.close());

async function send(
  channels: readonly string[],
  more: { again?: boolean; isDryRun?: boolean } = {},
) {
  const lines: SendLine[] = [];
  const ends = await sendToChannels(
    {
      host: nodeHost,
      clock: manualClock(Date.parse("2021-05-10T07:00:00Z")),
      openLedger,
      readLedger,
      secret: (name) => (name === "NEWSROOM" ? url : name === "BOT_KEY" ? "key" : undefined),
      stop: new AbortController().signal,
      onLine: (line) => void lines.push(line),
      openPoster: (allow) => nodeNetwork({ userAgent: "test", allow }),
    },
    {
      folder: root,
      words: [APPROVED.brief, APPROVED.issue],
      channels,
      isDryRun: more.isDryRun ?? false,
      again: more.again ?? false,
      limit: undefined,
    },
  );
  const plan = lines.find((line) => line.kind === "plan");
  return { ends, verdict: plan?.recipients[0]?.verdict, told: JSON.stringify(lines) };
}

describe("a channel", () => {
  test("is told nothing in a look", async () => {
    const { verdict, ends } = await send(["newsroom"], { isDryRun: true });
    expect([verdict, ends[0]?.end, taken.length]).toEqual(["due", "dry-run", 0]);
  });

  test("is told once, in the words that were approved, with the permalink", async () => {
    const { ends, told } = await send(["newsroom"]);
    expect(ends[0]?.states?.sent).toBe(1);
    const [{ body = "" } = {}] = taken;
    expect(body).toContain("[TLP:GREEN]");
    expect(body).toContain("https://briefs.example.org/libya-weekly/2021-W18/v1.0/");
    expect(body).toContain("Mangoush");
    expect(told).not.toContain("secret-hook");
    const again = await send(["newsroom"]);
    expect([again.verdict, taken.length]).toEqual(["sent", 1]);
  });

  test("whose readers may not see the marking is refused", async () => {
    const { verdict } = await send(["public"]);
    expect([verdict, taken.length]).toEqual(["marking", 1]);
  });

  test("that breaks is not told again unless somebody asks, and is told by a signed post", async () => {
    answers = [500];
    const { ends } = await send(["bot"]);
    expect(ends[0]?.states?.unknown).toBe(1);
    expect((await send(["bot"])).verdict).toBe("unknown");
    await send(["bot"], { again: true });
    expect(taken).toHaveLength(2);
    expect(taken[1]?.signature).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
  });

  test("that is not there is named", async () => {
    const { ends } = await send(["newsrom"]);
    expect(ends[0]?.diagnostics).toMatchObject([
      { code: "unknown-channel", hint: "did you mean “newsroom”?" },
    ]);
  });
});
