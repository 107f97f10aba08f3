import { beforeEach, describe, expect, test } from "vitest";
import { type Host, HostError } from "../../src/host/host.js";
import { memoryHost } from "../../src/host/memory.js";
import { applyPlan, planSite, SITE_MANIFEST } from "../../src/site/index.js";
import { editionOf, recordOf } from "./editions.js";
import { siteOf } from "./site-of.js";

const FOLDER = "/out/site/public";
const SCOPE = { markings: ["TLP:CLEAR"], briefs: null };
const WITHDRAWN = { at: "2021-06-02T10:00:00.000Z", reason: "wrong" };

const first = editionOf("2021-W18");
const second = editionOf("2021-W19");

let files: Map<string, Uint8Array>;
let host: Host;

beforeEach(() => {
  files = recordOf([first, second]);
  host = memoryHost(files);
});

function publish(editions = [first, second], changes = {}, on = host) {
  const plan = planSite(siteOf(editions), new Map([["site.css", encode("p {}")]]));
  return applyPlan(on, { folder: FOLDER, scope: SCOPE, plan, dryRun: false, ...changes });
}

const encode = (text: string) => new TextEncoder().encode(text);
const there = () => [...files.keys()].filter((path) => path.startsWith(`${FOLDER}/`)).toSorted();
const codesOf = (diagnostics: readonly { code: string }[]) => diagnostics.map(({ code }) => code);

describe("what is written", () => {
  test("is all of it the first time, and nothing the second time", async () => {
    const once = await publish();
    expect(once.value?.written.length).toBe(there().length - 1);
    const before = new Map(files);
    const twice = await publish();
    expect(twice.value).toMatchObject({ written: [], removed: [] });
    expect([...files]).toEqual([...before]);
  });

  test("is the copy as it was approved, byte for byte", async () => {
    await publish();
    const { from } = first.files.get("brief.html") ?? { from: "" };
    expect(files.get(`${FOLDER}/weekly/2021-W18/v1.0/brief.html`)).toEqual(files.get(from));
  });

  test("is only what changed", async () => {
    await publish([first]);
    const { value } = await publish();
    expect(value?.written).toContain("weekly/2021-W19/v1.0/brief.html");
    expect(value?.written).not.toContain("weekly/2021-W18/v1.0/brief.html");
    expect(value?.written).not.toContain("assets/site.css");
  });

  test("takes the place of a file that somebody changed", async () => {
    await publish();
    files.set(`${FOLDER}/weekly/2021-W18/v1.0/brief.html`, encode("forged"));
    const { value } = await publish();
    expect(value?.written).toEqual(["weekly/2021-W18/v1.0/brief.html"]);
  });

  test("is nothing where it is only asked what would be", async () => {
    const { value } = await publish([first], { dryRun: true });
    expect(value?.written).toContain("index.html");
    expect(there()).toEqual([]);
  });

  test("is no copy that changed in the record meanwhile", async () => {
    const { from } = first.files.get("brief.html") ?? { from: "" };
    files.set(from, encode("something else"));
    const { diagnostics } = await publish();
    expect(codesOf(diagnostics)).toEqual(["site-copy-changed"]);
    expect(there()).not.toContain(`${FOLDER}/weekly/2021-W18/v1.0/brief.html`);
  });
});

describe("what is removed", () => {
  test("is what the site no longer has, and nothing of others", async () => {
    await publish();
    files.set(`${FOLDER}/CNAME`, encode("briefs.example.org"));
    files.set(`${FOLDER}/weekly/2021-W19/v1.0/ours.txt`, encode("ours"));
    const { value } = await publish([first, { ...second, withdrawn: WITHDRAWN }]);
    expect(value?.removed).toContain("weekly/2021-W19/v1.0/brief.html");
    expect(there().filter((path) => path.includes("W19/v1.0"))).toEqual([
      `${FOLDER}/weekly/2021-W19/v1.0/index.html`,
      `${FOLDER}/weekly/2021-W19/v1.0/ours.txt`,
    ]);
    expect(there()).toContain(`${FOLDER}/CNAME`);
  });

  test("goes even where an earlier run ended before it was done", async () => {
    const writes: string[] = [];
    const failing: Host = {
      ...host,
      async writeFile(path, bytes) {
        writes.push(path);
        if (writes.length === 20) throw new HostError("cannot write this path (ENOSPC)", path, "");
        await host.writeFile(path, bytes);
      },
    };
    await expect(publish([first, second], {}, failing)).rejects.toBeInstanceOf(HostError);
    await publish([first]);
    const clean = memoryHost(recordOf([first]));
    await publish([first], {}, clean);
    const expected = (await clean.listFiles(FOLDER)).map(({ path }) => `${FOLDER}/${path}`);
    expect(there().filter((path) => !path.endsWith(SITE_MANIFEST))).toEqual(expected);
  });
});

describe("nothing is written", () => {
  test("into a folder of others", async () => {
    files.set(`${FOLDER}/thesis.docx`, encode("mine"));
    const { value, diagnostics } = await publish();
    expect([value, codesOf(diagnostics)]).toEqual([null, ["site-folder-taken"]]);
  });

  test("into the site of another audience", async () => {
    await publish();
    const scope = { markings: ["TLP:AMBER"], briefs: null };
    const { value, diagnostics } = await publish([first], { scope });
    expect([value, codesOf(diagnostics)]).toEqual([null, ["site-of-others"]]);
  });

  test.each(["{", "null", '{"schema":"briefwright/site/1"}', manifestWith("../../record/x")])(
    "where the manifest cannot be believed: %s",
    async (text) => {
      await publish();
      files.set(`${FOLDER}/${SITE_MANIFEST}`, encode(text));
      const { value, diagnostics } = await publish([first]);
      expect([value, codesOf(diagnostics)]).toEqual([null, ["site-folder-taken"]]);
    },
  );

  test("over a file of others, which is named", async () => {
    await publish([first]);
    files.set(`${FOLDER}/weekly/2021-W19/index.html`, encode("mine"));
    const { diagnostics } = await publish();
    expect(diagnostics).toMatchObject([
      { code: "site-file-foreign", place: { file: `${FOLDER}/weekly/2021-W19/index.html` } },
    ]);
    const kept = files.get(`${FOLDER}/weekly/2021-W19/index.html`);
    expect(new TextDecoder().decode(kept)).toBe("mine");
    expect(codesOf((await publish()).diagnostics)).toEqual(["site-file-foreign"]);
  });
});

function manifestWith(path: string): string {
  const files = { [path]: "0".repeat(64) };
  return JSON.stringify({ schema: "briefwright/site/1", scope: SCOPE, files });
}
