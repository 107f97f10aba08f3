/** Templates of one's own: made, taken from, listed, checked, and told what changed in their parent. */
import { describe, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../../src/config/workspace.js";
import { memoryHost } from "../../src/host/memory.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { checkTemplates } from "../../src/workshop/check-templates.js";
import { listTemplates } from "../../src/workshop/list-templates.js";
import { makeTemplate } from "../../src/workshop/new-template.js";
import { takeFiles } from "../../src/workshop/take-files.js";
import { type UpgradeMode, upgradeTemplate } from "../../src/workshop/upgrade-template.js";
import { weeklyFiles } from "../templating/weekly.js";

const HOUSE = `name: house
extends: plain
parameters:
  ink: { type: colour, default: "#112233", description: Of all words }
`;

/** A workspace with weekly under another name, and a template that extends it. */
async function open() {
  const texts = new Map([
    ["/w/briefwright.yaml", "briefs: { daily: { title: Daily } }"],
    ...[...weeklyFiles].map(([path, text]) => [`/w/templates/plain/${path}`, text] as const),
    ["/w/templates/house/template.yaml", HOUSE],
    ["/w/templates/house/partials/contact.hbs", "<p>1</p>\n<p>2</p>\n<p>3</p>\n"],
    ["/w/templates/house/labels.en.yaml", "heading:\n  watch: Dates to keep # ours\n"],
    ["/w/templates/house/style.css", "p { color: var(--ink) }\n"],
  ]);
  const encoder = new TextEncoder();
  const files = new Map([...texts].map(([path, text]) => [path, encoder.encode(text)]));
  const host = memoryHost(files);
  const { value } = await openWorkspace(host, "/w");
  const workspace = value as Workspace;
  return {
    host,
    workspace,
    read: (path: string) => new TextDecoder().decode(files.get(`/w/templates/${path}`)),
    write: (path: string, text: string) => files.set(`/w/templates/${path}`, encoder.encode(text)),
    make: (name: string, full = false) =>
      makeTemplate(host, workspace, { name, from: "house", full }),
    check: (name: string) => checkTemplates(host, workspace, [name]),
    upgrade: async (name: string, mode: UpgradeMode = "show") => {
      const { value, diagnostics } = await upgradeTemplate(host, workspace, name, mode);
      if (value === null) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
      return value.changes.map(({ file, kind, standing }) => `${file}: ${kind}, ${standing}`);
    },
  };
}

describe("a new template", () => {
  test("extends the one it is made from, and is sound as it stands", async () => {
    const { make, check, read } = await open();
    expect((await make("mine")).value).toEqual({
      folder: "templates/mine",
      files: ["README.md", "base.json", "partials/own-section.hbs", "style.css", "template.yaml"],
    });
    expect(read("mine/template.yaml")).toContain("\nextends: house\n");
    expect(read("mine/template.yaml")).toContain('\n#   ink: "#112233"   # Of all words\n');
    expect(await check("mine")).toEqual([{ name: "mine", diagnostics: [] }]);
  });

  test("has a section to print that is sound once its instructions are followed", async () => {
    const { make, check, host, workspace, read, write } = await open();
    await make("mine");
    const section = read("mine/partials/own-section.hbs").trimEnd().split("\n");
    const printed = section.filter(
      (line, at) => !line.includes("Take this line away") && at < section.length - 1,
    );
    expect(printed.length).toBe(section.length - 2);
    write("mine/partials/own-section.hbs", `${printed.join("\n")}\n`);
    write("mine/labels.en.yaml", "own-section:\n  title: What the desk asks itself\n");
    await takeFiles(host, workspace, "mine", ["brief.hbs"]);
    const page = read("mine/brief.hbs").replace("{{> watch}}", "{{> own-section}}\n{{> watch}}");
    write("mine/brief.hbs", page);
    const [{ diagnostics } = { diagnostics: [] }] = await check("mine");
    const ofSection = diagnostics.filter(({ code }) => code !== "missing-label");
    expect(ofSection.map(formatDiagnostic)).toEqual([]);
  });

  test("has every commented line of template.yaml right", async () => {
    const { make, check, read, write } = await open();
    await make("mine");
    const lines = read("mine/template.yaml").replaceAll(/^# (?=\S+:| {2})/gm, "");
    write("mine/template.yaml", lines.replace(/logo:.*/, 'logo: ""'));
    expect(lines).toContain("\nlanguages: [en");
    expect(lines).toContain("\n  motto: {");
    expect(await check("mine")).toEqual([{ name: "mine", diagnostics: [] }]);
  });

  test("with --full is the whole, which stands by itself", async () => {
    const { make, check, read, workspace, host } = await open();
    await make("mine", true);
    expect(read("mine/style.css")).toMatch(/@media[\s\S]*\/\* From house\. \*\/\np \{ color/);
    expect(read("mine/labels.en.yaml")).toContain("watch: Dates to keep");
    expect(read("mine/labels.en.yaml")).toContain("nothing-reported:");
    expect(read("mine/partials/contact.hbs")).toContain("<p>1</p>");
    expect(await check("mine")).toEqual([
      {
        name: "mine",
        diagnostics: expect.not.arrayContaining([expect.objectContaining({ severity: "error" })]),
      },
    ]);
    const { templates } = await listTemplates(host, workspace);
    expect(templates.find(({ name }) => name === "mine")).toMatchObject({
      extends: [],
      parameters: expect.arrayContaining([expect.objectContaining({ name: "ink" })]),
    });
  });

  test.each([
    ["house", "there is such a folder already"],
    ["../mine", "is no name for a template"],
    ["Mine", "is no name for a template"],
    ["", "is no name for a template"],
  ])("%j is refused", async (name, message) => {
    const { make } = await open();
    const { value, diagnostics } = await make(name);
    expect(value).toBeNull();
    expect(diagnostics.map(formatDiagnostic)).toEqual([expect.stringContaining(message)]);
  });
});

describe("a file that is taken from the parent", () => {
  test("is the nearest one of that name", async () => {
    const { make, host, workspace, read } = await open();
    await make("mine");
    const { value } = await takeFiles(host, workspace, "mine", [
      "brief.hbs",
      "partials/contact.hbs",
    ]);
    expect(value).toEqual(["templates/mine/brief.hbs", "templates/mine/partials/contact.hbs"]);
    expect(read("mine/brief.hbs")).toBe(weeklyFiles.get("brief.hbs"));
    expect(read("mine/partials/contact.hbs")).toContain("<p>1</p>");
  });

  test("is not written over, and must be there", async () => {
    const { make, host, workspace } = await open();
    await make("mine");
    const paths = ["partials/own-section.hbs", "partials/contct.hbs", "style.css"];
    const { value, diagnostics } = await takeFiles(host, workspace, "mine", paths);
    expect(value).toBeNull();
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      expect.stringContaining("stands there already"),
      expect.stringContaining("did you mean “partials/contact.hbs”?"),
      expect.stringContaining("stands there already"),
    ]);
  });
});

describe("what changed in the parent since", () => {
  test("is nothing to begin with", async () => {
    const { make, upgrade } = await open();
    await make("mine");
    expect(await upgrade("mine")).toEqual([]);
  });

  test("is nothing for a template that extends no other, and says so in every mode", async () => {
    const { host, workspace } = await open();
    for (const mode of ["show", "apply", "done"] as const) {
      const { value, diagnostics } = await upgradeTemplate(host, workspace, "plain", mode);
      expect(value).toBeNull();
      expect(diagnostics[0]?.message).toContain("extends no other");
    }
  });

  test("arrives by itself where the template has nothing of its own in its place", async () => {
    const { make, upgrade, write } = await open();
    await make("mine");
    write("house/partials/contact.hbs", "<p>1</p>\n<p>2, mended</p>\n<p>3</p>\n");
    write("plain/partials/new.hbs", "<hr>\n");
    expect(await upgrade("mine")).toEqual([
      "house/partials/contact.hbs: changed, arrives",
      "plain/partials/new.hbs: added, arrives",
    ]);
    expect(await upgrade("mine", "done")).toHaveLength(2);
    expect(await upgrade("mine")).toEqual([]);
  });

  test("is shown as a diff", async () => {
    const { make, write, host, workspace } = await open();
    await make("mine");
    write("house/partials/contact.hbs", "<p>1</p>\n<p>2, mended</p>\n<p>3</p>\n");
    const { value } = await upgradeTemplate(host, workspace, "mine", "show");
    expect(value?.changes[0]?.diff.split("\n")).toEqual([
      "--- house/partials/contact.hbs\tthen",
      "+++ house/partials/contact.hbs\tnow",
      "@@ -1,3 +1,3 @@",
      " <p>1</p>",
      "-<p>2</p>",
      "+<p>2, mended</p>",
      " <p>3</p>",
      "",
    ]);
  });

  test("is taken over into a file of its own where it fits", async () => {
    const { make, upgrade, write, read, host, workspace } = await open();
    await make("mine");
    await takeFiles(host, workspace, "mine", ["partials/contact.hbs"]);
    write("mine/partials/contact.hbs", "<p>1</p>\n<p>2</p>\n<p>3</p>\n<p>Mine</p>\n");
    write("house/partials/contact.hbs", "<p>1, mended</p>\n<p>2</p>\n<p>3</p>\n");
    expect(await upgrade("mine")).toEqual(["house/partials/contact.hbs: changed, applies"]);
    expect(await upgrade("mine", "apply")).toEqual([
      "house/partials/contact.hbs: changed, applied",
    ]);
    expect(read("mine/partials/contact.hbs")).toBe(
      "<p>1, mended</p>\n<p>2</p>\n<p>3</p>\n<p>Mine</p>\n",
    );
    expect(await upgrade("mine")).toEqual([]);
  });

  test("goes on to be told where it does not fit", async () => {
    const { make, upgrade, write, read, host, workspace } = await open();
    await make("mine");
    await takeFiles(host, workspace, "mine", ["partials/contact.hbs"]);
    write("mine/partials/contact.hbs", "<p>Mine</p>\n");
    write("house/partials/contact.hbs", "<p>1, mended</p>\n<p>2</p>\n<p>3</p>\n");
    const told = ["house/partials/contact.hbs: changed, conflicts"];
    expect(await upgrade("mine", "apply")).toEqual(told);
    expect(await upgrade("mine")).toEqual(told);
    expect(read("mine/partials/contact.hbs")).toBe("<p>Mine</p>\n");
  });

  test("is told of a whole copy too, new files among it", async () => {
    const { make, upgrade, write, read } = await open();
    await make("mine", true);
    write("house/partials/contact.hbs", "<p>1, mended</p>\n<p>2</p>\n<p>3</p>\n");
    write("plain/partials/new.hbs", "<hr>\n");
    expect(await upgrade("mine", "apply")).toEqual([
      "house/partials/contact.hbs: changed, applied",
      "plain/partials/new.hbs: added, applied",
    ]);
    expect(read("mine/partials/contact.hbs")).toContain("1, mended");
    expect(read("mine/partials/new.hbs")).toBe("<hr>\n");
  });

  test.each(["{", '{"schema":"briefwright/template-base/1"}'])(
    "cannot be told where base.json is %s",
    async (text) => {
      const { make, upgrade, write } = await open();
      await make("mine");
      write("mine/base.json", text);
      await expect(upgrade("mine")).rejects.toThrow("is not as the program wrote it");
      expect(await upgrade("mine", "done")).not.toEqual([]);
      expect(await upgrade("mine")).toEqual([]);
    },
  );
});
