/**
 * One of three nodes of OpenSearch is lost while articles are imported, and another while a brief is made:
 * the command finishes or goes on when it is given again, nothing is lost and nothing is there twice.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEngines } from "../../cluster/engines/start-engines.mjs";
import { runBrief } from "./measure/run-brief.mjs";
import { differing, makeWeek } from "./measure/week.mjs";
import { withWorkspace } from "./measure/workspace-of.mjs";

const TRIES = 5;

export const evaluate = (load, { built, quick }) =>
  withWorkspace(load, { articles: quick ? 4000 : 20_000 }, async ({ folder, articles }) => {
    const engines = await startEngines({ only: "opensearch" });
    const scratch = mkdtempSync(join(tmpdir(), "briefwright-nodes-"));
    try {
      return await measure({ folder, articles, scratch, opensearch: engines.opensearch, built });
    } finally {
      rmSync(scratch, { recursive: true });
      await engines.stop();
    }
  });

async function measure({ folder, articles, scratch, opensearch, built }) {
  const hosts = opensearch.addresses.map((address) => new URL(address).host).join(",");
  const env = { BRIEF_CORPUS: `opensearch://${hosts}/nodes` };
  const undisturbed = await makeWeek(folder, "undisturbed", { built });
  const shards = join(scratch, "shards");
  const exported = await runBrief(["corpus", "export", shards], { built, cwd: folder });
  if (exported.status !== 0) throw new Error(exported.stderr);

  const importing = persist(() =>
    runBrief(["corpus", "import", shards], { built, cwd: folder, env }),
  );
  await started(opensearch.address, articles / 4);
  await opensearch.closeNode(1);
  const into = await importing;
  const there = await countArticles(opensearch.address);
  await opensearch.startNode(1);
  await allThere(opensearch.address);

  const making = persist(async () => {
    const run = await makeWeek(folder, "disturbed", { built, env }).catch((error) => ({ error }));
    return { status: run.error === undefined ? 0 : 1, stderr: `${run.error}`, ...run };
  });
  await sleep(1500);
  await opensearch.closeNode(2);
  const brief = await making;
  const differ =
    brief.made === undefined ? ["nothing was made"] : differing(undisturbed.made, brief.made);
  return [
    {
      on: "a node is lost during brief corpus import",
      measured: `${there.toLocaleString("en")} of ${articles.toLocaleString("en")} articles`,
      asked: "all, none twice",
      holds: into.status === 0 && there === articles,
      detail: `${into.tries === 1 ? "finished" : `resumed, ${into.tries} times`}; ${(into.ms / 1000).toFixed(0)} s`,
    },
    {
      on: "a node is lost during brief generate",
      measured: differ.length === 0 ? "the same brief" : `differs: ${differ.join(", ")}`,
      asked: "the same brief",
      holds: differ.length === 0,
      detail: brief.tries === 1 ? "finished" : `given ${brief.tries} times`,
    },
  ];
}

/** As an operator does: a command that failed is given again. */
async function persist(run) {
  for (let tries = 1; ; tries += 1) {
    const result = await run();
    if (result.status === 0 || tries === TRIES) return { ...result, tries };
    console.error(result.stderr.trim().split("\n").slice(0, 2).join("\n"));
  }
}

async function started(address, least) {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await countArticles(address)) >= least) return;
    await sleep(200);
  }
  throw new Error("the import does not begin");
}

async function allThere(address) {
  await fetch(`${address}/_cluster/health?wait_for_status=green&timeout=120s`);
}

/** Articles that count for themselves, and those that repeat another. */
async function countArticles(address) {
  await fetch(`${address}/nodes-articles-*/_refresh`, { method: "POST" }).catch(() => undefined);
  const response = await fetch(`${address}/nodes-articles-*/_count`).catch(() => null);
  return response === null ? 0 : ((await response.json()).count ?? 0);
}
