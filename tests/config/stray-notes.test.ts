/** Files of desk notes that no issue reads are told, so that no edit is lost without a word. */
import { describe, expect, it } from "vitest";
import { strayNotes } from "../../src/config/stray-notes.js";
import { loadDeskNotes, openWorkspace } from "../../src/config/workspace.js";
import { memoryHost } from "../../src/host/memory.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";

const SETTINGS = `briefs:
  sahel-weekly: {title: Sahel Weekly, marking: {label: "TLP:GREEN", statement: Recipients may share this.}}
`;

async function opened(files: Record<string, string>) {
  const texts = Object.entries(files).map(([path, text]) => [`corpus/desk/${path}`, text] as const);
  const host = memoryHost(
    new Map(
      [["briefwright.yaml", SETTINGS] as const, ...texts].map(([path, text]) => [
        `/w/${path}`,
        new TextEncoder().encode(text),
      ]),
    ),
  );
  const { value } = await openWorkspace(host, "/w");
  if (value === null) throw new Error("no workspace");
  return { host, workspace: value };
}

async function told(...paths: string[]): Promise<string> {
  const { host, workspace } = await opened(Object.fromEntries(paths.map((path) => [path, ""])));
  const found = await strayNotes(host, workspace, (name) => /^\d{4}-W\d\d$/.test(name));
  return found.map(formatDiagnostic).join("\n");
}

describe("desk notes that nobody reads", () => {
  it("are none where each is named after an issue of a brief", async () => {
    expect(
      await told("sahel-weekly/2021-W18.yaml", "standing/scope.md", "withdrawn.yaml", "notes.txt"),
    ).toBe("");
  });

  it("are those of a brief that the settings do not name", async () => {
    expect(await told("sahel-wekly/2021-W18.yaml")).toMatch(
      /sahel-wekly\/2021-W18\.yaml nobody reads these notes: there is no brief "sahel-wekly"\n {2}hint: did you mean "sahel-weekly"\?/,
    );
  });

  it("are those of a week that there is not", async () => {
    expect(await told("sahel-weekly/week 18.yaml")).toContain('there is no issue "week 18"');
  });

  it("are those with another ending, and making their issue says so too", async () => {
    expect(await told("sahel-weekly/2021-W18.yml")).toContain("notes end in .yaml");
    const { host, workspace } = await opened({ "sahel-weekly/2021-W18.yml": "pins: []\n" });
    const loaded = await loadDeskNotes(host, workspace, "sahel-weekly", "2021-W18");
    expect(loaded.diagnostics.map(({ code }) => code)).toEqual(["unread-notes"]);
  });
});
