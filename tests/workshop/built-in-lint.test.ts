/** The templates that come with the program, in every language that they speak, under the lint. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { loadTemplate } from "../../src/templating/index.js";
import { reviewTemplate } from "../../src/workshop/review-template.js";
import { builtInFolders } from "../templating/built-in.js";
import { fullIssue } from "../templating/full-issue.js";
import { REPOSITORY } from "../workspace.js";

const names = readdirSync(`${REPOSITORY}/templates`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(names)("the template %s", (name) => {
  const { own, parents } = builtInFolders(name);
  const { template, diagnostics } = loadTemplate(own.files, own.folder, parents);

  test("has no fault in any of its languages", () => {
    expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  });

  test("fills a page without one", () => {
    expect(template).not.toBeNull();
    const found = template === null ? [] : reviewTemplate(template, fullIssue);
    expect(found.map(formatDiagnostic)).toEqual([]);
  });
});
