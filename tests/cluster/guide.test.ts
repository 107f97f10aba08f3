/** docs/cluster.md, followed command by command: from the embedded store to the engines and back, without a difference. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { EnginesSchema } from "../../src/model/engines.js";
import { openTestWorkspace, REPOSITORY, readRepository } from "../workspace.js";
import { emptyArchives } from "./empty-archive.js";
import { freshDatabase } from "./engines.js";

vi.setConfig({ testTimeout: 240_000 });

const { address, drop } = emptyArchives();
afterAll(drop);

const GUIDE = readRepository("docs/cluster.md");
const blocks = (language: string) =>
  Array.from(
    GUIDE.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm")),
    ([, text = ""]) => text,
  );
/** What installs packages and starts engines is done by whoever runs the tests. */
const COMMANDS = blocks("sh")
  .flatMap((text) => text.trim().split("\n"))
  .filter((line) => line.startsWith("npx brief ") || line === "rm engines.yaml");

test("names engines as engines.yaml takes them", () => {
  for (const text of blocks("yaml")) expect(EnginesSchema.parse(parse(text))).toBeTruthy();
});

test("leads from one machine to the engines and back, to the same bytes", async () => {
  const root = openTestWorkspace();
  const brief = (...args: string[]) => {
    const main = join(REPOSITORY, "dist/cli/main.js");
    const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
      cwd: root,
      encoding: "utf8",
    });
    expect(status, `brief ${args.join(" ")}\n${stderr}`).toBe(0);
  };
  const made = () =>
    ["brief.html", "brief.pdf", "issue.json"].map((file) =>
      readFileSync(join(root, "out/libya-weekly/2021-W18", file), "base64"),
    );
  brief("generate");
  const before = made();
  const [exporting = "", ...others] = COMMANDS;
  brief(...exporting.split(" ").slice(2));
  const engines = { corpus: address().url, ledger: await freshDatabase() };
  writeFileSync(join(root, "engines.yaml"), JSON.stringify(engines));
  for (const line of others) {
    rmSync(join(root, "out"), { recursive: true, force: true });
    if (line.startsWith("rm ")) rmSync(join(root, "engines.yaml"));
    else brief(...line.split(" ").slice(2));
    if (/ generate$| worker /.test(line)) expect(made(), line).toEqual(before);
  }
  brief("generate");
  expect(made()).toEqual(before);
});
