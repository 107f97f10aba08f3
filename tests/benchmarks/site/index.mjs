/**
 * How long a site takes to make as the archive grows: `node tests/benchmarks/site/index.mjs [issues…]`.
 * Every issue is the seeds' brief under another week, its copies read from the disk as from a record.
 */

import { hash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DIST = new URL("../../../dist/", import.meta.url);
const load = (path) => import(new URL(path, DIST).href);
const [{ nodeHost }, { generate }, { parseWeek }, { TLP }, site] = await Promise.all([
  load("host/node.js"),
  load("pipeline.js"),
  load("issue/index.js"),
  load("model/marking.js"),
  load("site/index.js"),
]);

const counts = process.argv.slice(2).map(Number);
const root = mkdtempSync(join(tmpdir(), "briefwright-site-"));
try {
  const { made } = await generate(nodeHost, {
    folder: new URL("../../..", import.meta.url).pathname,
    period: parseWeek("2021-W18"),
    formats: new Set(["json", "html", "pdf"]),
    out: root,
  });
  const folder = join(made.files[0], "..");
  const page = readFileSync(join(folder, "brief.html"), "utf8");
  const text = readFileSync(join(folder, "issue.json"), "utf8");
  const assets = await site.loadSiteAssets(nodeHost);
  const style = new TextEncoder().encode(site.markingsStyle([TLP], () => true));
  for (const count of counts.length > 0 ? counts : [20, 100, 500]) {
    const out = join(root, `site-${count}`);
    const run = () => publish(count, { folder, page, text, assets, style, out });
    const [first, again] = [await run(), await run()];
    console.log(
      `${String(count).padStart(4)} issues: ${first.files} files, made in ${first.seconds.toFixed(1)} s ` +
        `(${((first.seconds / count) * 1000).toFixed(0)} ms each), again in ${again.seconds.toFixed(1)} s ` +
        `(${again.written} written), largest shard ${(first.shard / 1e6).toFixed(1)} MB, ` +
        `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`,
    );
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function publish(count, { folder, page, text, assets, style, out }) {
  const start = performance.now();
  const editions = Array.from({ length: count }, (_, at) => editionOf(at, folder, page, text));
  const briefs = site.buildArchive(editions, { sees: () => true, now: 0 });
  const plan = site.planSite(
    {
      title: "Archive",
      language: "en",
      baseUrl: "https://briefs.example.org",
      markings: ["TLP:CLEAR"],
      isPublic: true,
      briefs,
      wordsOf: site.wordsFrom(assets.labels),
    },
    new Map([...assets.files, ["markings.css", style]]),
  );
  const scope = { markings: ["TLP:CLEAR"], briefs: null };
  const { value } = await site.applyPlan(nodeHost, { folder: out, scope, plan, dryRun: false });
  const shards = [...plan].filter(([path]) => path.startsWith("assets/index/"));
  return {
    seconds: (performance.now() - start) / 1000,
    files: plan.size,
    written: value.written.length,
    shard: Math.max(...shards.map(([, file]) => file.content.length)),
  };
}

/** As the record gives it: parsed, its page looked through, its copies hashed. */
function editionOf(at, folder, page, text) {
  const issue = JSON.parse(text);
  const monday = new Date(Date.UTC(2012, 0, 2 + at * 7));
  const sunday = new Date(monday.getTime() + 6 * 86_400_000);
  const period = { from: monday.toISOString().slice(0, 10), to: sunday.toISOString().slice(0, 10) };
  const kept = (name) => {
    const bytes = readFileSync(join(folder, name));
    const from = join(folder, name);
    return { kind: "kept", from, bytes: bytes.length, sha256: hash("sha256", bytes) };
  };
  return {
    brief: "weekly",
    title: "Weekly",
    desk: null,
    language: "en",
    issue: `${period.from}--${period.to}`,
    number: at + 1,
    version: "1.0",
    period,
    marking: "TLP:CLEAR",
    approvedAt: sunday.toISOString(),
    embargo: null,
    withdrawn: null,
    ...site.readEdition(issue, site.anchorsOf(page)),
    copies: [{ language: "en", page: "brief.html", pdf: "brief.pdf", text: null }],
    files: new Map(["brief.html", "brief.pdf", "issue.json"].map((name) => [name, kept(name)])),
  };
}
