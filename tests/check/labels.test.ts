import { expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { nodeHost } from "../../src/host/node.js";
import { generateIn, openTestWorkspace, readRepository } from "../workspace.js";
import { fileOf } from "./print.js";

vi.setConfig({ testTimeout: 60_000 });

const LABELS = "templates/weekly/labels.en.yaml";

test("a label that takes sides is told with its line, quoted words are not", async () => {
  const labels = readRepository(LABELS).replace(
    "  method: Method and coverage",
    "  method: Method, and coverage of the warlord",
  );
  const root = openTestWorkspace({ [LABELS]: `${labels}\nown: 'said to be a “warlord”'\n` });
  await generateIn(root);
  const { diagnostics } = await checkFile(nodeHost, fileOf(root, "issue.json"), root);
  expect(
    diagnostics.map(({ code, message, place: { file, line } }) => [code, message, file, line]),
  ).toEqual([
    [
      "loaded-language",
      "“warlord” takes sides: epithet for Haftar",
      LABELS,
      1 + labels.split("\n").findIndex((each) => each.includes("warlord")),
    ],
  ]);
});
