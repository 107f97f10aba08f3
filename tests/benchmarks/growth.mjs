/**
 * Time and memory over growing input: `node tests/benchmarks/growth.mjs` (100, 200 and 400 articles;
 * half of that with --quick). Articles are shuffled sentences of the corpus, the same each time.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const sizes = process.argv.includes("--quick") ? [50, 100, 200] : [100, 200, 400];

const sentences = readdirSync(join(ROOT, "corpus/articles")).flatMap((file) =>
  readFileSync(join(ROOT, "corpus/articles", file), "utf8")
    .split(/(?<=[.”"])\s+/)
    .filter((sentence) => sentence.length > 60 && sentence.length < 400),
);

/** Park & Miller's minimal standard generator, 1988: the same numbers everywhere. */
function numbersFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function writeWorkspace(count) {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-growth-"));
  cpSync(join(ROOT, "briefwright.yaml"), join(folder, "briefwright.yaml"));
  cpSync(join(ROOT, "corpus/lexicon"), join(folder, "corpus/lexicon"), { recursive: true });
  mkdirSync(join(folder, "corpus/articles"));
  for (let index = 0; index < count; index += 1) {
    const pick = numbersFrom(index + 1);
    const body = Array.from({ length: 14 }, () => sentences[pick(sentences.length)]).join("\n\n");
    const day = String(3 + (index % 7)).padStart(2, "0");
    const name = `${String(index).padStart(4, "0")}.txt`;
    writeFileSync(join(folder, "corpus/articles", name), `date 2021-05-${day}\n\n${body}\n`);
  }
  return folder;
}

const SCRIPT = `
  const { generate, nodeHost, parseWeek } = await import(process.argv[1]);
  const start = performance.now();
  const { made, diagnostics } = await generate(nodeHost, {
    folder: process.argv[2], period: parseWeek("2021-W18"), formats: new Set(["json"]),
  });
  if (made === null) throw new Error(JSON.stringify(diagnostics));
  const { maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ ms: performance.now() - start, mb: maxRSS / 1024, read: made.issue.method.read }));
`;

let before = null;
for (const count of sizes) {
  const folder = writeWorkspace(count);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", SCRIPT, join(ROOT, "dist/index.js"), folder],
    { encoding: "utf8" },
  );
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(stderr);
  const { ms, mb, read } = JSON.parse(stdout);
  const ratio =
    before === null ? "" : `, ${(ms / before).toFixed(2)} times the time of half as many`;
  console.log(`${read} articles: ${ms.toFixed(0)} ms, ${mb.toFixed(0)} MB at most${ratio}`);
  before = ms;
}
