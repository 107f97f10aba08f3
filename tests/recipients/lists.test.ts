import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { schemesWith } from "../../src/model/marking.js";
import { mergeRecipients, readList } from "../../src/recipients/index.js";

/** Texts by file name, to who is on them and what is told, in lines. */
function read(files: Record<string, string>) {
  const lists = Object.entries(files).map(([file, text]) => ({
    name: file.replace(/\.\w+$/, ""),
    ...readList(text, file),
  }));
  const merged = mergeRecipients(lists, schemesWith([]));
  const diagnostics = [...lists.flatMap((list) => list.diagnostics), ...merged.diagnostics];
  return {
    recipients: merged.recipients,
    told: diagnostics.map((one) => formatDiagnostic(one).split("\n")[0]),
  };
}

const yaml = (...rows: string[]) =>
  `recipients:\n${rows.map((row) => `  - { ${row} }\n`).join("")}`;

describe("a list in YAML", () => {
  test("gives each row what its head says, where the row does not", () => {
    const { recipients, told } = read({
      "desk.yaml": `defaults: { language: tr, format: link, markings: ["TLP:GREEN"], watermark: true }\n${yaml("name: Ada, address: ada@example.org", 'address: bo@example.org, format: html, markings: ["TLP:RED"]')}`,
    });
    expect(told).toEqual([]);
    expect(recipients).toMatchObject([
      { number: 1, name: "Ada", language: "tr", format: "link", markings: ["TLP:GREEN"] },
      {
        number: 2,
        name: "",
        language: "tr",
        format: "html",
        markings: ["TLP:RED"],
        watermark: true,
      },
    ]);
  });

  test("loses a wrong row, told with its line, and keeps the others", () => {
    const { recipients, told } = read({
      "desk.yaml": yaml(
        "name: Ada, address: ada@example.org",
        "name: Bo, adress: bo@example.org",
        'address: "c@example.org\\r\\nBcc: d@example.org"',
        "address: e@example.org, passwordEnv: hunter two",
        "address: f@example.org, openpgp: ../../etc/passwd",
        "address: g@example.org, markings: [TLP:WHITE]",
      ),
    });
    expect(recipients.map(({ address }) => address)).toEqual(["ada@example.org"]);
    expect(told.map((line) => /^\w+: desk\.yaml:(\d+)/.exec(line ?? "")?.[1])).toEqual(
      expect.arrayContaining(["3", "4", "5", "6", "7"]),
    );
  });

  test("never repeats what may be a secret", () => {
    const { told } = read({
      "desk.yaml": yaml('address: e@example.org, passwordEnv: "hunter two"'),
    });
    expect(told.join()).not.toContain("hunter");
    expect(told).toHaveLength(1);
  });
});

describe("a list in CSV", () => {
  test.each([
    ["commas", 'name,address,markings\n"Reader, C.",c@example.org,TLP:GREEN;TLP:AMBER\n'],
    ["semicolons", 'Name;E-Mail;Markings\r\n"Reader, C.";c@example.org;TLP:GREEN|TLP:AMBER\r\n'],
  ])("is read with %s", (_, text) => {
    const { recipients, told } = read({ "desk.csv": text });
    expect(told).toEqual([]);
    expect(recipients).toMatchObject([
      { name: "Reader, C.", address: "c@example.org", markings: ["TLP:GREEN", "TLP:AMBER"] },
    ]);
  });

  test("tells the line of a fault behind a cell of two lines", () => {
    const { recipients, told } = read({
      "desk.csv": 'name,address\n"A\nB",a@example.org\nC,c@example.org\nD,d@example@org\n',
    });
    expect(recipients.map(({ name }) => name)).toEqual(["C"]);
    expect(told.map((line) => line?.split(" ")[1])).toEqual(["desk.csv:2", "desk.csv:5"]);
  });

  test("without a column of addresses is told with the names that there are", () => {
    const { recipients, told } = read({ "desk.csv": "who,where\nA,a@example.org\n" });
    expect([recipients, told]).toEqual([[], ["error: desk.csv:1 no column is named address"]]);
  });
});

describe("what people are shown", () => {
  const shown = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const blocks = shown("src/recipients/README.md").matchAll(/```(yaml|csv)\n(.*?)```/gs);

  test.each([
    ...Array.from(blocks, ([, form = "", text = ""]) => [`readers.${form}`, text] as const),
    ["starter.yaml", shown("starter/corpus/recipients/readers.yaml")] as const,
  ])("is a list without a fault: %s", (file, text) => {
    const { recipients, told } = read({ [file]: text });
    expect(told).toEqual([]);
    expect(recipients.length).toBeGreaterThan(0);
  });
});

describe("somebody on two lists", () => {
  const both = (one: string, two: string) =>
    read({
      "desk.yaml": yaml(`address: ada@example.org, ${one}`),
      "partners.yaml": yaml(`address: ADA@EXAMPLE.ORG, ${two}`),
    });

  test("gets one message, and stands on both", () => {
    const { recipients, told } = both("name: Ada", "name: Ada");
    expect(recipients).toMatchObject([{ address: "ada@example.org", lists: ["desk", "partners"] }]);
    expect(told).toEqual([expect.stringContaining("with other address")]);
  });

  test("sees what both let them see", () => {
    const { recipients, told } = both("markings: [TLP:AMBER]", "markings: [TLP:GREEN]");
    expect(recipients[0]?.markings).toEqual(["TLP:GREEN"]);
    expect(told).toEqual([expect.stringMatching(/^warning: partners\.yaml:2:\d+ .*markings/)]);
  });

  test("gets no PDF where one row says so, marked and locked where one row says so", () => {
    const { recipients } = both("format: pdf", "format: link, watermark: true, passwordEnv: ADA");
    expect(recipients).toMatchObject([
      { format: "link", watermark: true, encryption: { kind: "password", passwordEnv: "ADA" } },
    ]);
  });

  test("is not encrypted to in two ways", () => {
    const { told } = both("passwordEnv: ADA", "openpgp: keys/ada.asc");
    expect(told).toEqual([expect.stringContaining("error: partners.yaml:2")]);
  });

  test("is told of no field that one row leaves out", () => {
    const { recipients, told } = read({
      "desk.yaml": yaml("address: ada@example.org"),
      "partners.yaml": yaml("address: ada@example.org, name: Ada, language: tr"),
    });
    expect([recipients[0]?.name, recipients[0]?.language, told]).toEqual(["Ada", "tr", []]);
  });
});
