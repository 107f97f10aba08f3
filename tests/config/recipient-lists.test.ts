import { describe, expect, test } from "vitest";
import { loadRecipients } from "../../src/config/recipient-lists.js";
import { memoryHost } from "../../src/host/memory.js";
import { RecipientSchema } from "../../src/model/recipient.js";
import { SettingsSchema } from "../../src/model/settings.js";

const settings = SettingsSchema.parse({
  briefs: { weekly: { title: "Weekly" } },
  markings: [{ name: "house", labels: [{ label: "OPEN" }, { label: "INTERNAL" }] }],
});

async function load(files: Record<string, string | Uint8Array>, names: readonly string[]) {
  const entries = Object.entries(files).map(
    ([name, content]) =>
      [
        `/desk/corpus/recipients/${name}`,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      ] as const,
  );
  const { value, diagnostics } = await loadRecipients(
    memoryHost(new Map(entries)),
    { root: "/desk", settings },
    names,
  );
  return {
    recipients: (value ?? []).map((recipient) => RecipientSchema.parse(recipient)),
    told: diagnostics.map(
      ({ severity, place, message }) =>
        `${severity} ${place?.file.split("/").at(-1)}:${place?.line ?? ""} ${message}`,
    ),
  };
}

const READERS = `title: Readers
defaults: { language: tr, markings: ["TLP:GREEN"] }
recipients:
  - { name: Ada, address: ada@example.org }
  - { name: Çağrı, address: cagri@example.org, format: link, language: en, watermark: true }
`;

describe("a list of recipients", () => {
  test("in YAML gives its defaults to all who say nothing else", async () => {
    const { recipients, told } = await load({ "readers.yaml": READERS }, ["readers"]);
    expect(told).toEqual([]);
    expect(recipients).toMatchObject([
      {
        number: 1,
        name: "Ada",
        language: "tr",
        format: "pdf",
        markings: ["TLP:GREEN"],
        watermark: false,
      },
      {
        number: 2,
        name: "Çağrı",
        language: "en",
        format: "link",
        watermark: true,
        lists: ["readers"],
      },
    ]);
  });

  test.each([
    ["commas", 'name,address,markings\n"Öz, Ada",ada@example.org,TLP:GREEN\n'],
    [
      "semicolons, as spreadsheets write them",
      "\uFEFFName;E-Mail;Markings\nÖz, Ada;ada@example.org;TLP:GREEN\n",
    ],
  ])("in CSV may part its fields by %s", async (_, text) => {
    const { recipients, told } = await load({ "board.csv": text }, ["board"]);
    expect(told).toEqual([]);
    expect(recipients).toMatchObject([
      { name: "Öz, Ada", address: "ada@example.org", markings: ["TLP:GREEN"] },
    ]);
  });

  test("may come from a spreadsheet as UTF-16", async () => {
    const bytes = Buffer.from("\uFEFFname,address\nÇağrı,cagri@example.org\n", "utf16le");
    const { recipients } = await load({ "board.csv": bytes }, ["board"]);
    expect(recipients).toMatchObject([{ name: "Çağrı" }]);
  });

  test("lets those who are given no marking see what is public alone", async () => {
    const { recipients } = await load({ "a.csv": "address\nada@example.org\n" }, ["a"]);
    expect(recipients[0]?.markings).toEqual(["TLP:CLEAR"]);
  });

  test("names the line of each row that is wrong, and keeps the others", async () => {
    const text = `recipients:
  - { name: Ada, address: ada@example.org }
  - { name: Eve, address: "eve@example.org\\r\\nBcc: all@example.org" }
  - { name: Bo, adress: bo@example.org }
  - { name: Cy, address: cy@example.org, markings: ["TLP:WHITE"] }
  - { name: Di, address: di@example.org, format: fax }
  - { name: "Ev\\nil", address: evil@example.org }
  - { name: Flo, address: flo@example.org, passwordEnv: "pass word" }
  - { name: Gus, address: gus@example.org, openpgp: ../../etc/passwd }
`;
    const { recipients, told } = await load({ "a.yaml": text }, ["a"]);
    expect(recipients.map(({ name }) => name)).toEqual(["Ada"]);
    expect(told.map((line) => line.slice(0, "error a.yaml:3".length))).toEqual(
      expect.arrayContaining([
        "error a.yaml:3",
        "error a.yaml:4",
        "error a.yaml:5",
        "error a.yaml:6",
        "error a.yaml:7",
        "error a.yaml:8",
        "error a.yaml:9",
      ]),
    );
    expect(told.join("\n")).not.toContain("pass word");
  });

  test("costs one row of CSV where that row is broken", async () => {
    const text =
      'name,address\nAda,ada@example.org\nBo,bo@example.org,extra,more\n"Cy,cy@example.org\nDi,di@example.org\n';
    const { recipients, told } = await load({ "a.csv": text }, ["a"]);
    expect(recipients.map(({ name }) => name)).toEqual(["Ada", "Di"]);
    expect(told).toHaveLength(2);
  });
});

describe("several lists", () => {
  const both = (first: string, second: string) =>
    load(
      {
        "one.yaml": `recipients:\n  - ${first}\n`,
        "two.yaml": `recipients:\n  - ${second}\n`,
      },
      ["one", "two"],
    );

  test("give everybody one message", async () => {
    const { recipients, told } = await both(
      "{ address: ada@example.org }",
      "{ address: ada@example.org }",
    );
    expect(recipients).toMatchObject([{ lists: ["one", "two"], number: 1 }]);
    expect(told).toEqual([]);
  });

  test("know an address again in other letters", async () => {
    const { recipients, told } = await both(
      "{ address: Ada@example.org }",
      "{ address: ada@EXAMPLE.org }",
    );
    expect(recipients).toMatchObject([{ address: "Ada@example.org" }]);
    expect(told).toEqual([
      "info two.yaml:2 ada@example.org stands at corpus/recipients/one.yaml:2 already, with other address",
    ]);
  });

  test("let the stricter markings hold, and say so", async () => {
    const { recipients, told } = await both(
      '{ address: ada@example.org, markings: ["TLP:AMBER", INTERNAL] }',
      '{ address: ada@example.org, markings: ["TLP:GREEN"], watermark: true }',
    );
    expect(recipients).toMatchObject([{ markings: ["TLP:GREEN"], watermark: true }]);
    expect(told).toEqual([
      "warning two.yaml:2 ada@example.org stands at corpus/recipients/one.yaml:2 already, with other watermark, markings",
    ]);
  });

  test("encrypt where either says so, and refuse two ways at once", async () => {
    const { recipients } = await both(
      "{ address: ada@example.org }",
      "{ address: ada@example.org, passwordEnv: ADA }",
    );
    expect(recipients[0]?.encryption).toEqual({ kind: "password", passwordEnv: "ADA" });
    const { told } = await both(
      "{ address: ada@example.org, passwordEnv: EVE }",
      "{ address: ada@example.org, passwordEnv: ADA }",
    );
    expect(told[0]).toMatch(/^error two\.yaml:2 .* encrypted to in another way/);
  });

  test("are named where they are not there, with what was meant", async () => {
    const { told } = await load(
      { "readers.yaml": READERS, "a.yaml": "recipients: []\n", "a.csv": "address\n" },
      ["reader", "a"],
    );
    expect(told).toEqual([
      "error recipients: there is no list “reader”",
      "error recipients: the list “a” stands in a.csv and in a.yaml",
    ]);
  });
});
