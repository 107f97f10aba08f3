/** Which folders a template is made of: its own, and those of all that it extends. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadTemplateFiles, openWorkspace } from "../../src/config/workspace.js";
import { memoryHost } from "../../src/host/memory.js";
import { nodeHost } from "../../src/host/node.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { assetsOf, foldersOf, inputsOf } from "../../src/model/template-folder.js";
import { openTestWorkspace } from "../workspace.js";

const SETTINGS = "briefs: { daily: { title: Daily } }";

async function load(files: Readonly<Record<string, string>>, name = "mine") {
  const all = Object.entries({ "/w/briefwright.yaml": SETTINGS, ...files });
  const host = memoryHost(
    new Map(all.map(([path, text]) => [path, new TextEncoder().encode(text)])),
  );
  const { value: workspace } = await openWorkspace(host, "/w");
  return loadTemplateFiles(host, workspace, name);
}

const manifest = (name: string, parent?: string) =>
  `name: ${name}\n${parent === undefined ? "" : `extends: ${parent}\n`}`;

/** Templates that extend one another: the first of each pair the second. */
function templates(...pairs: readonly (readonly [string, string?])[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map(([name, parent]) => [`/w/templates/${name}/template.yaml`, manifest(name, parent)]),
  );
}

async function said(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await load(files)).diagnostics.map(formatDiagnostic);
}

describe("a template that extends another", () => {
  test("has the folders of all that stand above it, nearest first", async () => {
    const { value } = await load(templates(["mine", "house"], ["house", "plain"], ["plain"]));
    expect(value && foldersOf(value).map(({ folder }) => folder)).toEqual([
      "templates/mine",
      "templates/house",
      "templates/plain",
    ]);
  });

  test("names every file of them among the inputs, its own first", async () => {
    const files = { ...templates(["mine", "plain"], ["plain"]), "/w/templates/plain/a.css": "" };
    const { value } = await load(files);
    expect(value && inputsOf(value).map(({ name }) => name)).toEqual([
      "templates/mine/template.yaml",
      "templates/plain/a.css",
      "templates/plain/template.yaml",
    ]);
  });

  test("puts its pictures in the place of theirs", async () => {
    const files = {
      ...templates(["mine", "plain"], ["plain"]),
      "/w/templates/mine/logo.svg": "<svg id='a'/>",
      "/w/templates/plain/logo.svg": "<svg id='b'/>",
      "/w/templates/plain/seal.svg": "<svg id='c'/>",
    };
    const { value } = await load(files);
    const shown = [...(value ? assetsOf(value) : [])].map(([path, bytes]) => [
      path,
      new TextDecoder().decode(bytes),
    ]);
    expect(shown.sort()).toEqual([
      ["logo.svg", "<svg id='a'/>"],
      ["seal.svg", "<svg id='c'/>"],
    ]);
  });

  test("can extend one that comes with the program, and one of the workspace goes before it", async () => {
    const mine = { "templates/mine/template.yaml": manifest("mine", "weekly") };
    const own = openTestWorkspace({ ...mine, "templates/weekly/template.yaml": "name: own" });
    const without = openTestWorkspace({ ...mine, "templates/weekly": null });
    const pathOfParent = async (root: string) => {
      const { value } = await openWorkspace(nodeHost, root);
      return (await loadTemplateFiles(nodeHost, value, "mine")).value?.parents[0]?.path;
    };
    expect(await pathOfParent(own)).toBe(join(own, "templates/weekly"));
    expect(await pathOfParent(without)).toBe(join(import.meta.dirname, "../../templates/weekly"));
  });
});

describe("refuses, with the line of extends", () => {
  test("one that is not there, with the name that was meant", async () => {
    expect(await said(templates(["mine", "hose"], ["house"]))).toEqual([
      'error: templates/mine/template.yaml:2:10 there is no template "hose" to extend\n  hint: did you mean "house"?',
    ]);
  });

  test("a path", async () => {
    expect(await said(templates(["mine", "../plain"]))).toEqual([
      expect.stringContaining('there is no template "../plain" to extend'),
    ]);
  });

  test("a template that extends itself", async () => {
    expect(await said(templates(["mine", "house"], ["house", "mine"]))).toEqual([
      "error: templates/house/template.yaml:2:10 the template extends itself: mine > house > mine\n  hint: a template extends another one; give the folder a name of its own",
    ]);
  });

  test("more than eight in a row", async () => {
    const chain = Array.from({ length: 9 }, (_, n) => [`t${n}`, `t${n + 1}`] as const);
    expect(await said(templates(["mine", "t0"], ...chain))).toEqual([
      expect.stringContaining("templates/t6/template.yaml:2:10 more than 8 templates extend"),
    ]);
  });
});
