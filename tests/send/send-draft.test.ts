import { join } from "node:path";
import PostalMime from "postal-mime";
import { expect, test, vi } from "vitest";
import { openWorkspace } from "../../src/config/workspace.js";
import { manualClock } from "../../src/host/clock.js";
import { nodeHost } from "../../src/host/node.js";
import { memoryRelay } from "../../src/host/relay.js";
import { openLedger, readLedger } from "../../src/ledger/index.js";
import { sendDraft } from "../../src/send/send-draft.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

// A brief is made first.
vi.setConfig({ testTimeout: 60_000 });

const DISTRIBUTION = `mail:
  relay: { host: localhost }
  from: { address: desk@example.org }
`;
const EDITORS = `recipients:
  - { name: Ada, address: ada@example.org, markings: ["TLP:GREEN"], watermark: true }
  - { name: Bo, address: bo@example.org }
`;

test("a draft goes to its reviewers once, says that it is one, and not to those who may not see it", async () => {
  const root = openTestWorkspace({
    "distribution.yaml": DISTRIBUTION,
    "corpus/recipients/editors.yaml": EDITORS,
  });
  await generateIn(root, { formats: new Set(["json", "html", "pdf", "mail"]) });
  const { value: workspace } = await openWorkspace(nodeHost, root);
  if (workspace === null) throw new Error("no workspace");
  const relay = memoryRelay();
  const file = join(root, "out/libya-weekly/2021-W18/issue.json");
  const send = () =>
    sendDraft(
      {
        host: nodeHost,
        clock: manualClock(Date.parse("2021-05-10T07:00:00Z")),
        openRelay: () => relay,
        openLedger,
        readLedger,
        secret: () => undefined,
        random: (count) => new Uint8Array(count),
        stop: new AbortController().signal,
        onLine: () => undefined,
      },
      workspace,
      file,
      "editors",
    );
  const end = await send();
  expect([end.end, end.states?.sent]).toEqual(["done", 1]);
  const [message] = relay.taken;
  const { subject, attachments } = await PostalMime.parse(message?.raw ?? new Uint8Array());
  expect(message?.envelope.to).toBe("ada@example.org");
  expect(subject).toMatch(/^\[TLP:GREEN\] DRAFT · /);
  expect(attachments.map(({ filename }) => filename)).toEqual([
    "libya-weekly-2021-W18-v1.0-draft.pdf",
  ]);
  await send();
  expect(relay.taken).toHaveLength(1);
});
