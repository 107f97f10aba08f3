import { describe, expect, test } from "vitest";
import { loadEngines } from "../../src/config/engines-file.js";
import { sharedHost } from "../../src/config/shared-host.js";
import { memoryHost } from "../../src/host/memory.js";

const hostWith = (engines?: string) =>
  memoryHost(
    new Map(
      [
        ["/desk/briefwright.yaml", "briefs: {}\n"] as const,
        ...(engines === undefined ? [] : [["/desk/engines.yaml", engines] as const]),
      ].map(([path, text]) => [path, new TextEncoder().encode(text)]),
    ),
  );

const load = (engines: string | undefined, environment = {}) =>
  loadEngines(hostWith(engines), "/desk", environment);

describe("the engines of a workspace", () => {
  test("are none without a file and without a variable", async () => {
    expect(await load(undefined)).toEqual({ value: null, diagnostics: [] });
  });

  test("are none in a file of comments", async () => {
    expect(await load("# nothing yet\n\n")).toEqual({ value: null, diagnostics: [] });
  });

  test("are read with their addresses; jobs are kept where the ledger is", async () => {
    const { value, diagnostics } = await load(
      "corpus: opensearch://127.0.0.1:9200/desk\nledger: postgres://127.0.0.1:5432/desk\n",
    );
    expect(diagnostics).toEqual([]);
    const ledger = { url: "postgres://127.0.0.1:5432/desk", user: null, password: null };
    expect(value).toEqual({
      corpus: { url: "opensearch://127.0.0.1:9200/desk", user: null, password: null },
      ledger,
      queue: ledger,
      outputs: null,
    });
  });

  test("take user and password from variables alone", async () => {
    const file =
      "ledger: postgres://db/desk\nledgerUserEnv: DB_USER\nledgerPasswordEnv: DB_PASSWORD\n";
    const { value } = await load(file, { DB_USER: "brief", DB_PASSWORD: "secret" });
    expect(value?.ledger).toEqual({ url: "postgres://db/desk", user: "brief", password: "secret" });
  });

  test("tell of a variable that is not set", async () => {
    const { diagnostics } = await load("ledger: postgres://db/desk\nledgerPasswordEnv: NOWHERE\n");
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "variable-not-set: the environment variable NOWHERE is not set",
    ]);
  });

  test.each([
    ["ledger: postgres://brief:secret@db/desk\n", "leave the password out"],
    ["corpus: opensearch://brief:secret@db/desk\n", "leave the password out"],
    ["corpus: http://127.0.0.1:9200/desk\n", "write it as opensearch://"],
    ["corpus: opensearch://127.0.0.1:9200/\n", "write it as opensearch://"],
    ["ledger: mysql://db/desk\n", "write it as postgres://"],
    ["ledgr: postgres://db/desk\n", "ledgr"],
  ])("refuse %s", async (file, said) => {
    const { value, diagnostics } = await load(file);
    expect(value).toBeNull();
    expect(JSON.stringify(diagnostics)).toContain(said);
    expect(JSON.stringify(diagnostics)).not.toContain("secret");
  });

  test("are named by variables before the file", async () => {
    const { value } = await load("corpus: opensearch://a:9200/desk\n", {
      BRIEF_CORPUS: "opensearch://b:9200/desk",
    });
    expect(value?.corpus?.url).toBe("opensearch://b:9200/desk");
  });

  test("are told by the name of the variable where that is wrong", async () => {
    const { value, diagnostics } = await load(undefined, { BRIEF_LEDGER: "x" });
    expect(value).toBeNull();
    expect(diagnostics[0]?.message).toBe("BRIEF_LEDGER: write it as postgres://host:5432/database");
  });
});

describe("the host of a workspace", () => {
  test("is the machine's own where nothing is named", async () => {
    const host = hostWith();
    expect((await sharedHost(host, "/desk/corpus", {})).value).toBe(host);
  });

  test("knows the engines that the nearest workspace names", async () => {
    const host = hostWith("corpus: opensearch://a:9200/desk\n");
    const { value } = await sharedHost(host, "/desk/corpus/articles", {});
    expect(value?.engines?.corpus?.url).toBe("opensearch://a:9200/desk");
  });
});
