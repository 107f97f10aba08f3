import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { nodeHost } from "../../src/host/node.js";
import { readerCopy } from "../../src/send/reader-copy.js";
import { APPROVED, openApprovedWorkspace } from "../release/approved-workspace.js";

// An issue is made, approved and printed first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
beforeAll(async () => {
  root = await openApprovedWorkspace(
    {
      "distribution.yaml":
        "briefs: { libya-weekly: { lists: [readers], release: { formats: [mail, pdf] } } }\n",
      "corpus/recipients/readers.yaml": `recipients:
  - { name: Ada, address: ada@example.org, watermark: true }
  - { name: Ada, address: ada@example.net, watermark: true }
  - { name: Çağrı, address: cagri@example.org, watermark: true }
`,
    },
    ["readers"],
  );
});

const copyFor = (to: string) =>
  readerCopy(nodeHost, { folder: root, words: [APPROVED.brief, APPROVED.issue], to });

describe("the copy of a reader", () => {
  test.each(["cagri@example.org", "Çağrı", "3", "№ 3"])("is made again for %s", async (to) => {
    const { copy, diagnostics } = await copyFor(to);
    expect(diagnostics).toEqual([]);
    expect(copy?.fileName).toBe("libya-weekly-2021-W18-v1.0-copy-3.pdf");
  });

  test("holds under the check, which says whose it is", async () => {
    const { copy } = await copyFor("3");
    const file = join(root, "leaked.pdf");
    writeFileSync(file, copy?.bytes ?? new Uint8Array());
    const { diagnostics } = await checkFile(nodeHost, file);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "reader-copy: is copy № 3, of Çağrı",
    ]);
  });

  test.each([
    ["Ada", "“Ada” is 2 of its recipients"],
    ["eve@example.org", "“eve@example.org” is none of the recipients that it was approved for"],
  ])("is not guessed for %s", async (to, message) => {
    const { copy, diagnostics } = await copyFor(to);
    expect([copy, diagnostics[0]?.message]).toEqual([null, message]);
  });
});
