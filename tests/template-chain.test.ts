/** A brief with a template that extends another, from its inputs to its check and its second making. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkFile } from "../src/check/check-file.js";
import { nodeHost } from "../src/host/node.js";
import { IssueSchema } from "../src/model/issue.js";
import type { GenerateResult } from "../src/pipeline.js";
import { reproduceIssue } from "../src/reproduce/reproduce-issue.js";
import { generateIn, openTestWorkspace, readOut } from "./workspace.js";

const root = openTestWorkspace({
  "templates/mine/template.yaml": "name: mine\nextends: weekly\n",
  "templates/mine/style.css": ":root { --accent: #400080 }\nh1 { colr: red }\n",
  "templates/mine/labels.en.yaml": "heading:\n  watch: Dates to keep\n",
});
const folder = join(root, "out/libya-weekly/2021-W18");

let result: GenerateResult;
beforeAll(async () => {
  result = await generateIn(root, {
    template: "mine",
    formats: new Set(["html", "pdf", "json"] as const),
  });
}, 30_000);

describe("a brief whose template extends another", () => {
  test("has the label and the style of the child, and all else of the parent", () => {
    const page = readOut(root, "brief.html").toString();
    expect(page).toContain("Dates to keep</h2>");
    expect(page.indexOf("--accent: #400080")).toBeGreaterThan(page.indexOf("--accent: #12466b"));
    expect(page).toContain('<main id="brief">');
  });

  test("tells what is wrong with the child's style under its own name", () => {
    expect(result.diagnostics).toEqual([
      expect.objectContaining({
        message: 'the PDF knows no property "colr"',
        place: { file: "templates/mine/style.css", line: 2, column: 6 },
      }),
    ]);
  });

  test("names the files of both among its inputs", () => {
    const { inputs } = IssueSchema.parse(JSON.parse(readOut(root, "issue.json").toString()));
    const names = inputs.map(({ name }) => name).filter((name) => name.startsWith("templates/"));
    expect(names).toContain("templates/mine/style.css");
    expect(names).toContain("templates/weekly/brief.hbs");
    expect(names.indexOf("templates/mine/template.yaml")).toBeLessThan(
      names.indexOf("templates/weekly/template.yaml"),
    );
  });

  test.each(["brief.html", "brief.pdf"])("is known again when %s is checked", async (name) => {
    const { diagnostics } = await checkFile(nodeHost, join(folder, name), root);
    expect(diagnostics).toEqual([]);
  });

  test("is made again byte for byte", async () => {
    const again = await reproduceIssue(nodeHost, { file: join(folder, "issue.json") });
    expect(again).toMatchObject({ holds: true, inputs: [], outputs: [] });
  });
});
