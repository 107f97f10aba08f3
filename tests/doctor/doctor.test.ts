/** What `brief doctor` finds in workspaces that are in order, and in those that are not. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { examine, type ProgramFacts, type Request } from "../../src/doctor/index.js";
import type { DiskRoom, Machine } from "../../src/host/machine.js";
import { nodeHost } from "../../src/host/node.js";
import { openLedger } from "../../src/ledger/index.js";
import { type DoctorResult, DoctorResultSchema } from "../../src/model/doctor.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

const ROOM: DiskRoom = { free: 50e9, total: 100e9, filesLeft: 90, disk: "1", isWritable: true };

const MACHINE: Machine = {
  node: "24.15.0",
  platform: "linux x64",
  cores: 4,
  memory: 8e9,
  timeZone: "Europe/Berlin",
  temporary: "/tmp",
  now: () => Date.parse("2026-05-10T08:00:00Z"),
  roomAt: async () => ROOM,
  installed: async () => "1.0.0",
};

const PROGRAM: ProgramFacts = {
  version: "0.1.0",
  node: ">=24.15",
  packages: { yaml: "2.9.1" },
  optional: { pg: "^8.23.1", "@opensearch-project/opensearch": "^3.9.0" },
};

async function doctor(
  root: string,
  { machine, ...request }: Partial<Omit<Request, "machine">> & { machine?: Partial<Machine> } = {},
): Promise<DoctorResult> {
  const result = await examine({
    host: nodeHost,
    own: nodeHost,
    folder: root,
    faults: [],
    program: PROGRAM,
    secret: () => undefined,
    asksNetwork: false,
    ...request,
    machine: { ...MACHINE, ...machine },
  });
  return DoctorResultSchema.parse(result);
}

const of = ({ findings }: DoctorResult, check: string) =>
  findings.filter((one) => one.check === check).map(({ check: _, ...found }) => found);
const faults = ({ findings }: DoctorResult) =>
  findings.filter(({ state }) => state === "error" || state === "warning");

describe("a workspace in order", () => {
  test("has nothing to tell against it, before its first brief and after it", async () => {
    const root = openTestWorkspace();
    expect(faults(await doctor(root))).toEqual([]);
    await generateIn(root);
    const result = await doctor(root);
    expect(faults(result)).toEqual([]);
    expect(of(result, "index").map(({ found }) => found)).toEqual([
      "5 articles, 2019-12-14 to 2021-05-06, 3 without a stated day",
      "the newest article is 1,830 days old",
      "holds all that the folder holds",
    ]);
    expect(of(result, "lexicon")[0]?.found).toMatch(/^4 themes, \d+ terms, /);
  });

  test("is told how far its index is behind", async () => {
    const root = openTestWorkspace();
    await generateIn(root);
    write(root, "corpus/articles/new.txt", "Grain\n\nPrices rose on 3 May 2021.\n");
    const lag = of(await doctor(root), "index").at(-1);
    expect(lag).toEqual({ state: "ok", found: "the next command brings it up: 1 file to read" });
  });
});

describe("what does not hold", () => {
  test("is the missing workspace, and what needs none is looked at all the same", async () => {
    const result = await doctor("/");
    expect(faults(result).map(({ check }) => check)).toEqual(["workspace"]);
    expect(of(result, "fonts")[0]?.state).toBe("ok");
    expect(of(result, "lexicon")[0]?.state).toBe("skipped");
  });

  test.each([
    ["lexicon", { "corpus/lexicon/themes.yaml": "themes: []\n" }],
    ["lexicon", { "corpus/lexicon/outlets.yaml": null }],
    ["templates", { "templates/weekly/brief.hbs": "{{cites this}}\n" }],
    ["mail", { "distribution.yaml": "mail: { relay: { host: x } }\n" }],
  ])("is an error of the check %s: %j", async (check, changes: Record<string, string | null>) => {
    const result = await doctor(openTestWorkspace(changes));
    expect(new Set(faults(result).map((one) => one.check))).toEqual(new Set([check]));
    expect(faults(result)[0]?.state).toBe("error");
    expect(faults(result)[0]?.place).toEqual(expect.anything());
  });

  test("is a secret of mail that is not set, and never told where it is", async () => {
    const mail = `mail:
  relay: { host: relay.example.org, userEnv: RELAY_USER, passwordEnv: RELAY_PASSWORD }
  from: { address: desk@example.org }
`;
    const root = openTestWorkspace({ "distribution.yaml": mail });
    const unset = await doctor(root);
    expect(of(unset, "mail").map(({ hint }) => hint)).toEqual([
      "set the environment variable RELAY_USER",
      "set the environment variable RELAY_PASSWORD",
    ]);
    const set = await doctor(root, { secret: () => "s3cret" });
    expect(of(set, "mail").map(({ state }) => state)).toEqual(["ok", "skipped"]);
    expect(JSON.stringify(set)).not.toContain("s3cret");
  });

  test("is a relay that does not answer, where the network may be asked", async () => {
    const mail = `mail:
  relay: { host: 127.0.0.1, port: 1, security: none }
  from: { address: desk@example.org }
`;
    const root = openTestWorkspace({ "distribution.yaml": mail });
    const result = await doctor(root, { asksNetwork: true });
    expect(of(result, "mail").at(-1)).toMatchObject({
      state: "error",
      found: expect.stringMatching(/^the relay cannot be used: /),
    });
  });

  test("is a disk without room, and one that nobody may write to", async () => {
    const root = openTestWorkspace();
    const full = await doctor(root, { machine: { roomAt: async () => ({ ...ROOM, free: 5e6 }) } });
    expect(of(full, "disk")).toMatchObject([
      { state: "error", found: expect.stringMatching(/^5.0 MB of 100 GB/) },
    ]);
    const locked = { ...ROOM, isWritable: false };
    const told = await doctor(root, { machine: { roomAt: async () => locked } });
    expect(of(told, "disk").slice(1)).toHaveLength(4);
  });

  test("is a package that is gone, with what installs it", async () => {
    const result = await doctor(openTestWorkspace(), {
      host: {
        ...nodeHost,
        engines: {
          corpus: null,
          ledger: { url: "postgres://127.0.0.1:1/brief", user: null, password: null },
          queue: null,
          outputs: null,
        },
      },
      machine: { installed: async (name) => (name === "pg" ? null : "1.0.0") },
    });
    expect(of(result, "node").slice(1)).toEqual([
      {
        state: "error",
        found: "the package pg is not installed",
        hint: "npm install pg@8.23.1",
      },
    ]);
  });

  test("is a clock before this program, and an article of a day to come", async () => {
    const root = openTestWorkspace();
    await generateIn(root);
    const result = await doctor(root, { machine: { now: () => Date.parse("2019-05-01") } });
    expect(of(result, "clock")[0]?.state).toBe("error");
    expect(of(result, "index")[1]).toMatchObject({
      state: "warning",
      found: expect.stringMatching(/which is to come/),
    });
  });

  test("is an index of another program: it is told, and made anew by the next command", async () => {
    const root = openTestWorkspace();
    write(root, ".briefwright/index.sqlite", "no database at all, but a text of some length\n");
    expect(of(await doctor(root), "index")).toMatchObject([{ state: "warning" }]);
  });
});

describe("the ledger", () => {
  const key = {
    brief: "libya-weekly",
    issue: "2021-W18",
    version: "1.0",
    occasion: "issue",
    channel: "mail",
    recipient: "a@example.org",
  } as const;
  const at = "2026-05-10T07:00:00.000Z";

  test("tells what nobody knows the end of", async () => {
    const root = openTestWorkspace();
    const path = join(root, "corpus/record/deliveries.sqlite");
    mkdirSync(dirname(path), { recursive: true });
    const ledger = await openLedger(path);
    await ledger.begin(key, { address: "a@example.org", messageId: null, copy: null, at });
    await ledger.settle(key, { state: "unknown", response: "connection lost", at });
    await ledger.close();
    const told = of(await doctor(root), "ledger");
    expect(told.map(({ state }) => state)).toEqual(["ok", "warning"]);
    expect(told[1]?.hint).toMatch(/--retry-unknown/);
  });

  test("and a record that were left behind when they began to be shared are an error", async () => {
    const root = openTestWorkspace();
    write(root, "corpus/record/libya-weekly/2021-W18/release.jsonl", "");
    const ledger = { url: "postgres://127.0.0.1:1/brief", user: null, password: null };
    const host = {
      ...nodeHost,
      engines: { corpus: null, ledger, queue: null, outputs: null },
      exists: async (path: string) => !path.includes("/record") && nodeHost.exists(path),
    };
    expect(of(await doctor(root, { host }), "record").at(-1)).toMatchObject({
      state: "error",
      place: { file: "corpus/record/libya-weekly/2021-W18/release.jsonl" },
    });
  });

  test("that is damaged stops everything", async () => {
    const root = openTestWorkspace();
    write(root, "corpus/record/deliveries.sqlite", "x".repeat(5_000));
    expect(of(await doctor(root), "ledger")).toMatchObject([{ state: "error" }]);
  });
});

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
