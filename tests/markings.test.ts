import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { checkFile } from "../src/check/check-file.js";
import { nodeHost } from "../src/host/node.js";
import { generateIn, openTestWorkspace, readOut, readRepository } from "./workspace.js";

// A test makes a whole issue.
vi.setConfig({ testTimeout: 60_000 });

const SETTINGS = readRepository("briefwright.yaml");
const OUTLETS = readRepository("corpus/lexicon/outlets.yaml");

const marked = (label: string) => SETTINGS.replace("label: TLP:GREEN", `label: ${label}`);
/** One of the outlets that the sample brief cites. */
const restrictedTo = (label: string) =>
  OUTLETS.replace(/( +)(grade: [^\n]*\n)/g, `$1marking: "${label}"\n$1$2`);

const HOUSE = `markings:
  - name: house
    labels:
      - { label: OPEN, colour: "#ffffff", background: "#00512d" }
      - { label: INTERNAL, colour: "#ffffff", background: "#7a0019", statement: For the house alone. }
`;

const made = async (
  changes: Record<string, string>,
  formats: readonly ("json" | "html" | "pdf" | "txt" | "md")[] = ["json"],
) => {
  const root = openTestWorkspace(changes);
  return { root, ...(await generateIn(root, { formats: new Set(formats) })) };
};

describe("a brief that cites what is restricted", () => {
  test("is not made under a marking that restricts less, and the source is named", async () => {
    const { made: issue, diagnostics } = await made({
      "corpus/lexicon/outlets.yaml": restrictedTo("TLP:AMBER"),
    });
    expect(issue).toBeNull();
    const faults = diagnostics.filter(({ code }) => code === "marking-too-low");
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.message).toMatch(
      /^\[\d\] \S+ is TLP:AMBER, and the brief that cites it is TLP:GREEN$/,
    );
  });

  test.each(["TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"])("is made as %s", async (label) => {
    const { made: issue } = await made({
      "corpus/lexicon/outlets.yaml": restrictedTo("TLP:AMBER"),
      "briefwright.yaml": marked(label),
    });
    expect(issue?.issue.marking.label).toBe(label);
  });

  test("is not made where nobody can say which of two schemes restricts more", async () => {
    const { made: issue } = await made({
      "corpus/lexicon/outlets.yaml": restrictedTo("TLP:CLEAR"),
      "briefwright.yaml": `${HOUSE}${marked("INTERNAL")}`,
    });
    expect(issue).toBeNull();
  });
});

describe("a marking of the house", () => {
  test("is printed in its colours, says what it allows, and holds under the check", async () => {
    const { root, diagnostics } = await made(
      { "briefwright.yaml": `${HOUSE}${marked("INTERNAL").replace(/\n +statement:[^\n]*/, "")}` },
      ["json", "html", "pdf"],
    );
    expect(diagnostics).toEqual([]);
    const page = readOut(root, "brief.html").toString();
    expect(/--marking-background:\s*#7a0019/.test(page)).toBe(true);
    expect(page.includes("For the house alone.")).toBe(true);
    for (const name of ["issue.json", "brief.html", "brief.pdf"]) {
      const file = join(root, "out/libya-weekly/2021-W18", name);
      const checked = await checkFile(nodeHost, file);
      expect(checked.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });
});

test("every form says the marking, in its metadata too", async () => {
  const { root } = await made({}, ["json", "html", "pdf", "txt", "md"]);
  for (const name of ["brief.html", "brief.txt", "brief.md"]) {
    expect(readFileSync(join(root, "out/libya-weekly/2021-W18", name), "utf8")).toContain(
      "TLP:GREEN",
    );
  }
  const pdf = readOut(root, "brief.pdf").toString("latin1");
  expect(pdf).toContain("<pdf:Keywords>TLP:GREEN</pdf:Keywords>");
});
