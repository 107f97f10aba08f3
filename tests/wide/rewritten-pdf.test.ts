/** What a reader of the PDF's structure hears of words that a model wrote. */
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { MARK, makeRewrittenBrief, REWORDED } from "../rewrite/rewritten-brief.js";
import { runProgram } from "./programs.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: string;

beforeAll(async () => {
  const { root } = await makeRewrittenBrief();
  file = join(root, "out/libya-weekly/2021-W18/brief.pdf");
});

test("generated words are heard in the PDF as a note of their own that begins with its mark", () => {
  const tree = runProgram("pdfinfo", ["-struct-text", file]);
  const notes = tree.split(/\n(?= *Note\b)/).slice(1);
  const marked = notes.filter((note) => note.includes(MARK));
  expect(marked.length).toBe(tree.split(MARK).length - 1);
  expect(marked.length).toBeGreaterThan(0);
  for (const note of marked) {
    expect(note.split("\n")[1]).toContain(`"${MARK} ${REWORDED}`);
    expect(note.split("\n")[1]).not.toContain("Tripoli, Turkish");
  }
});
