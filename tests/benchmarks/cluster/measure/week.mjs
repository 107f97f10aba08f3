/** A workspace in, the brief of the full week out: how long it took, and what was made. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { FULL_WEEK_ID } from "../../million/articles.mjs";
import { runBrief } from "./run-brief.mjs";

const MADE = ["brief.html", "brief.pdf", "issue.json", "coverage.json"];

/** @param name of the folder below `out` that it is made in */
export async function makeWeek(folder, name, { built, env = {} }) {
  const out = join(folder, "out", name);
  rmSync(out, { recursive: true, force: true });
  const args = ["generate", "--week", FULL_WEEK_ID, "--out", out];
  const { ms, mb, status, stderr } = await runBrief(args, { built, cwd: folder, env });
  if (status !== 0) throw new Error(stderr);
  return { ms, mb, made: filesOf(join(out, "libya-weekly", FULL_WEEK_ID)) };
}

function filesOf(folder) {
  const found = MADE.filter((file) => existsSync(join(folder, file)));
  return new Map(found.map((file) => [file, readFileSync(join(folder, file))]));
}

/** Files of two makings that are not the same, byte for byte. */
export function differing(one, other) {
  return MADE.filter((file) => {
    const [a, b] = [one.get(file), other.get(file)];
    return a === undefined || b === undefined || !a.equals(b);
  });
}
