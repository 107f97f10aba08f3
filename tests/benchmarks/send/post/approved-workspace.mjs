/** A workspace with the sample issue approved for so many recipients, its settings pointing at a server on loopback. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = join(import.meta.dirname, "../../../..");
export const ISSUE = "2021-W18";

/**
 * @param load of the build
 * @param options `built` as the benchmarks have it; `change` makes briefwright.yaml another one
 * @returns its folder
 */
export async function approvedWorkspace(
  load,
  { built, recipients, embargo = null, sendBy = null, change = (text) => text },
) {
  const main = resolve(built, "cli/main.js");
  const root = mkdtempSync(join(tmpdir(), "briefwright-send-"));
  for (const part of ["briefwright.yaml", "corpus", "templates"]) {
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  }
  rmSync(join(root, "corpus/record"), { recursive: true, force: true });
  const settings = join(root, "briefwright.yaml");
  writeFileSync(settings, change(readFileSync(settings, "utf8")));
  writeSettings(root, { port: 1 });
  for (const words of [
    ["generate", "--week", ISSUE],
    ["review", ISSUE, "--by", "A. B."],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [main, ...words], {
      cwd: root,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`brief ${words.join(" ")}: ${stderr}`);
  }
  const [{ approveIssue }, { nodeHost }] = await Promise.all([
    load("release/approve-issue.js"),
    load("host/node.js"),
  ]);
  const { approved, diagnostics } = await approveIssue(nodeHost, {
    words: [ISSUE],
    folder: root,
    who: { by: "C. D.", at: new Date().toISOString() },
    note: null,
    lists: ["desk"],
    embargo,
    sendBy,
    loadRecipients: async () => ({ value: recipients, diagnostics: [] }),
  });
  if (approved === null) throw new Error(JSON.stringify(diagnostics));
  return root;
}

/** @param mail settings in the place of the defaults; `relay` goes into the relay's */
export function writeSettings(root, { port, relay = {}, ...mail }) {
  const settings = {
    site: { baseUrl: "https://briefs.example.org" },
    mail: {
      relay: { host: "127.0.0.1", port, security: "none", ...relay },
      from: { name: "North Africa desk", address: "desk@example.org" },
      ...mail,
    },
  };
  writeFileSync(join(root, "distribution.yaml"), JSON.stringify(settings));
}

export function readers(count) {
  return Array.from({ length: count }, (_, index) => {
    const address = `reader-${index}@example.net`;
    return {
      id: `r-${createHash("sha256").update(address).digest("hex").slice(0, 12)}`,
      number: index + 1,
      name: `Reader ${index}`,
      address,
      language: null,
      template: null,
      format: "pdf",
      markings: ["TLP:RED"],
      watermark: false,
      encryption: { kind: "none" },
      lists: ["desk"],
    };
  });
}
