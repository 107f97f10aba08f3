import { beforeAll, describe, expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { nodeHost } from "../../src/host/node.js";
import { generateIn, openTestWorkspace, readRepository } from "../workspace.js";
import { fileOf } from "./print.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PARTIALS = "templates/weekly/partials";
const NAMES = ["brief.html", "brief.pdf"];

let root: string;

async function printWithout(...parts: readonly (readonly [string, string])[]): Promise<void> {
  const changes = parts.map(([file, words]) => {
    const path = `${PARTIALS}/${file}`;
    const partial = readRepository(path);
    expect(partial).toContain(words);
    return [path, partial.replace(words, "")];
  });
  root = openTestWorkspace(Object.fromEntries(changes));
  await generateIn(root, { formats: new Set(["html", "pdf", "json"] as const) });
}

async function faultsOf(name: string): Promise<string[]> {
  const { diagnostics } = await checkFile(nodeHost, fileOf(root, name), root);
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe("a template that does not print the owner of an outlet of a state", () => {
  beforeAll(() =>
    printWithout([
      "source.hbs",
      '{{#if agency.owner}}{{label "sources.owner" owner=agency.owner}}{{/if}}',
    ]),
  );

  test.each(NAMES)("is told of %s by name", async (name) => {
    expect(await faultsOf(name)).toEqual([
      "provenance-not-printed: nothing says of Sputnik: Russian state (Rossiya Segodnya)",
      "provenance-not-printed: nothing says of RT: Russian state",
    ]);
  });
});

describe("a template that does not print the steps of a claim", () => {
  beforeAll(() =>
    printWithout(
      ["who-says-what.hbs", "{{number depth}}"],
      ["steps.hbs", '<span class="badge">{{label "count.steps" n=steps}}</span>'],
    ),
  );

  test.each(NAMES)("is told of %s where there is more than one", async (name) => {
    expect(await faultsOf(name)).toEqual([
      expect.stringMatching(
        /^provenance-not-printed: nothing says of s-\w+ that it came by 2 steps$/,
      ),
    ]);
  });
});

describe("a template that prints a statement without its source", () => {
  beforeAll(() => printWithout(["key-messages.hbs", "{{cite this}}"]));

  test.each(NAMES)("is told of %s by the statement", async (name) => {
    const faults = await faultsOf(name);
    expect(faults.length).toBeGreaterThan(1);
    for (const fault of faults) {
      expect(fault).toMatch(/^citation-not-printed: nothing says where s-\w+ stands$/);
    }
  });
});
