/**
 * The same archive in OpenSearch: export and import, the same week, and whether the brief is the same,
 * byte for byte, as from the embedded store, and after the way back.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngines } from "../../cluster/engines/start-engines.mjs";
import { runBrief } from "./measure/run-brief.mjs";
import { differing, makeWeek } from "./measure/week.mjs";
import { withWorkspace } from "./measure/workspace-of.mjs";

const ASKED = { rate: 1500, ratio: 1.5 };

export const evaluate = (load, options) =>
  withWorkspace(load, options, async (workspace) => {
    const engines = await startEngines({ only: "opensearch", heap: options.quick ? "1g" : "3g" });
    const scratch = mkdtempSync(join(tmpdir(), "briefwright-moved-"));
    try {
      return await measure({ ...workspace, scratch }, engines.opensearch, options);
    } finally {
      rmSync(scratch, { recursive: true });
      await engines.stop();
    }
  });

async function measure({ folder, articles, scratch }, { addresses }, { built, quick }) {
  const hosts = addresses.map((address) => new URL(address).host).join(",");
  const env = { BRIEF_CORPUS: `opensearch://${hosts}/bench` };
  const rows = [];
  const add = (on, measured, asked = "", holds = null, detail = "") =>
    rows.push({
      on: `OpenSearch, ${articles.toLocaleString("en")}: ${on}`,
      measured,
      asked,
      holds,
      detail,
    });
  const carry = async (action, shards, where, more) => {
    const run = await runBrief(["corpus", action, shards], { built, cwd: where, env: more });
    if (run.status !== 0) throw new Error(run.stderr);
    const detail = `${(run.ms / 1000).toFixed(0)} s, ${Math.round(run.mb)} MB at most`;
    return { rate: Math.round((articles / run.ms) * 1000), detail };
  };
  // What is not read yet is read now, and not when it is timed.
  await makeWeek(folder, "first", { built });
  const embedded = await makeWeek(folder, "embedded", { built });
  const out = await carry("export", join(scratch, "out"), folder, {});
  add("brief corpus export, embedded", `${out.rate}/s`, "", null, out.detail);
  const into = await carry("import", join(scratch, "out"), folder, env);
  const isFast = quick ? null : into.rate >= ASKED.rate;
  add("brief corpus import", `${into.rate}/s`, `>= ${ASKED.rate}/s`, isFast, into.detail);
  const shared = await makeWeek(folder, "shared", { built, env });
  const ratio = shared.ms / embedded.ms;
  const times = `${(shared.ms / 1000).toFixed(1)} s, embedded ${(embedded.ms / 1000).toFixed(1)} s; ${Math.round(shared.mb)} MB`;
  add("the same week", `${ratio.toFixed(2)} x`, `< ${ASKED.ratio} x`, ratio < ASKED.ratio, times);
  add(...sameAs("the brief", embedded, shared));
  const back = await carry("export", join(scratch, "back"), folder, env);
  add("brief corpus export", `${back.rate}/s`, "", null, back.detail);
  const again = join(scratch, "again");
  emptyWorkspace(folder, again);
  await carry("import", join(scratch, "back"), again, {});
  add(
    ...sameAs("the brief, after the way back", embedded, await makeWeek(again, "back", { built })),
  );
  return rows;
}

function sameAs(on, embedded, other) {
  const differ = differing(embedded.made, other.made);
  const measured = differ.length === 0 ? "identical" : `differs: ${differ.join(", ")}`;
  return [on, measured, "identical bytes", differ.length === 0, "html, pdf, issue, coverage"];
}

function emptyWorkspace(like, folder) {
  mkdirSync(join(folder, "corpus/articles"), { recursive: true });
  for (const part of ["briefwright.yaml", "corpus/lexicon", "templates"]) {
    cpSync(join(like, part), join(folder, part), { recursive: true });
  }
}
