/**
 * The sample brief made again under other time zones, locales, folders, core counts, file modes, clocks and
 * versions of Node, to whether every file of it has the same bytes. Other versions of Node come from
 * npm, as the package `node`, into a folder that `NODES` names or a new one; where one cannot be had,
 * that is told and the figure is not met.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const WORKSPACE = ["briefwright.yaml", "corpus", "templates"];
/** The newest version of each line that was looked at. */
const NODES = ["26.10.0", "24.15.0"];

const SETTINGS = {
  "time zone 14 hours ahead": { env: { TZ: "Pacific/Kiritimati" } },
  "time zone 9½ hours behind": { env: { TZ: "Pacific/Marquesas" } },
  "Turkish locale": { env: { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", LANGUAGE: "tr" } },
  "Arabic locale, digits and all": { env: { LC_ALL: "ar_EG.UTF-8", LANG: "ar_EG.UTF-8" } },
  "no locale at all": { env: { LC_ALL: "C", LANG: "C" } },
  "another folder, with spaces and letters of Greek": { folder: "ένας άλλος φάκελος/a b" },
  "one core": { prefix: ["taskset", "-c", "0"] },
  "files for the owner alone": { prefix: ["sh", "-c", 'umask 077; exec "$0" "$@"'] },
  "another working folder": { cwd: tmpdir() },
  "20 years later": { env: { NODE_OPTIONS: `--import=${laterClock(20)}` } },
  "a second time, by the index that the first left": { rounds: 2 },
};

/** A module that sets the clock of a program forward. */
function laterClock(years) {
  const code = `const now = Date.now() + ${years} * 31557600000;
const start = performance.now();
const later = () => Math.round(now + performance.now() - start);
globalThis.Date = class extends Date {
  constructor(...given) { given.length === 0 ? super(later()) : super(...given); }
  static now() { return later(); }
};`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

export function evaluate(_load, { built, quick }) {
  const scratch = mkdtempSync(join(tmpdir(), "briefwright-reproduce-"));
  const main = resolve(built, "cli/main.js");
  try {
    const first = makeOnce(main, scratch, "as it is", {});
    const ways = Object.entries(SETTINGS).map(([name, setting]) => [name, setting]);
    const nodes = quick ? [] : NODES.map((version) => withNode(version, scratch));
    const rows = [...ways, ...nodes].map(([name, setting]) =>
      compare(name, first, setting.failed ?? makeOnce(main, scratch, name, setting)),
    );
    return [...rows, againRow(main, scratch, first)];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** SHA-256 of every file that was written, by path; a text where nothing was. */
function makeOnce(
  main,
  scratch,
  name,
  { env = {}, folder, prefix = [], cwd, node = process.execPath, rounds = 1 },
) {
  const root = join(scratch, folder ?? name.replaceAll(/\W+/g, "-"));
  mkdirSync(root, { recursive: true });
  for (const part of WORKSPACE) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  const [command, ...args] = [...prefix, node, main, "generate", "-C", root];
  for (let round = 0; round < rounds; round += 1) {
    rmSync(join(root, "out"), { recursive: true, force: true });
    const { status, stderr, error } = spawnSync(command, args, {
      cwd: cwd ?? root,
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    if (status !== 0) return `not made: ${error?.message ?? stderr.trim().split("\n")[0]}`;
  }
  return hashesBelow(join(root, "out"));
}

function hashesBelow(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), sha256(readFileSync(file))]),
  );
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

function compare(name, first, second) {
  const on = `the sample brief again, ${name}`;
  const asked = "identical bytes";
  if (typeof first === "string") return { on, measured: first, asked, holds: false };
  if (typeof second === "string") return { on, measured: second, asked, holds: false };
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const differ = names.filter((file) => first.get(file) !== second.get(file));
  return {
    on,
    measured: differ.length === 0 ? `identical, ${names.length} files` : `${differ.length} differ`,
    asked,
    holds: differ.length === 0,
    detail: differ.slice(0, 6).join(", "),
  };
}

/** Another Node, from npm: its package fetches the program for this kind of machine. */
function withNode(version, scratch) {
  const home = process.env.NODES ?? join(scratch, "nodes");
  const folder = join(home, version);
  const node = join(folder, "node_modules/.bin/node");
  const name = `Node ${version}`;
  if (existsSync(node)) return [name, { node }];
  mkdirSync(folder, { recursive: true });
  const allowed = { private: true, allowScripts: { node: true } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(allowed));
  const { stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund", `node@${version}`], {
    cwd: folder,
    encoding: "utf8",
  });
  if (existsSync(node)) return [name, { node }];
  return [name, { failed: `this Node could not be had: ${stderr.trim().split("\n")[0]}` }];
}

/** By the manifest, where the program has a command for it. */
function againRow(main, scratch, first) {
  const root = join(scratch, "as-it-is");
  const on = "brief reproduce, from the manifest";
  const issue =
    typeof first === "string"
      ? undefined
      : [...first.keys()].find((file) => file.endsWith("issue.json"));
  if (issue === undefined) return { on, measured: String(first), holds: false };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, "reproduce", join(root, "out", issue), "-C", root],
    { cwd: root, encoding: "utf8" },
  );
  const [told = ""] = `${stdout}${stderr}`.trim().split("\n");
  return {
    on,
    measured: `status ${status}`,
    asked: "0",
    holds: status === 0,
    detail: told.replaceAll(root, ""),
  };
}
