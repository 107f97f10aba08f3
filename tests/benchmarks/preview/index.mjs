/**
 * How long it takes from saving a file to the page: `npm run bench:preview`. Starts the built preview on a
 * copy of this workspace, saves a file of each kind time and again, and waits for the news that the page
 * is there. `--times 20`, `--limit 300` (milliseconds; exit status 1 where a median is above), `--json`.
 * With `--browser` Chromium has the preview open, and it is measured when it shows page and PDF, too.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

const ROOT = join(import.meta.dirname, "../../..");
const { values } = parseArgs({
  options: {
    times: { type: "string", default: "20" },
    limit: { type: "string", default: "300" },
    json: { type: "boolean", default: false },
    browser: { type: "boolean", default: false },
  },
});
const TIMES = Number(values.times);
const LIMIT = Number(values.limit);
const [BRIEF, ISSUE] = ["libya-weekly", "2021-W18"];

/** Per kind a file, and what an editor makes of its text the nth time. */
const KINDS = {
  template: [
    "templates/weekly/brief.hbs",
    (text, n) => text.replace("</body>", `<p>${n}</p></body>`),
  ],
  style: ["templates/weekly/style.css", (text, n) => `${text}\n.bench { margin: ${n}px }\n`],
  label: [
    "templates/weekly/labels.en.yaml",
    (text, n) => text.replace(/^(\s*bottom-line: ).*$/m, `$1Bottom line ${n}`),
  ],
  "desk note": [
    `corpus/desk/${BRIEF}/${ISSUE}.yaml`,
    (text, n) => `${text}themes:\n  ceasefire:\n    reason: { text: "Reason ${n}." }\n`,
  ],
  lexicon: ["corpus/lexicon/themes.yaml", (text, n) => text.replace(/truce\w*/, `truce${n}`)],
};

const root = mkdtempSync(join(tmpdir(), "briefwright-bench-"));
for (const part of ["briefwright.yaml", "corpus", "templates"]) {
  cpSync(join(ROOT, part), join(root, part), { recursive: true });
}
rmSync(join(root, "corpus/desk", BRIEF), { recursive: true, force: true });
for (const [file] of Object.values(KINDS))
  mkdirSync(dirname(join(root, file)), { recursive: true });
writeFileSync(join(root, KINDS["desk note"][0]), "exclude: []\n");

const command = [join(ROOT, "dist/cli/main.js"), "preview", "--port", "0", "--workspace", root];
const preview = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
try {
  const address = await firstLine(preview.stdout);
  const news = listen(`${address}events?brief=${BRIEF}&issue=${ISSUE}`);
  await news.next("pdf");
  const page = values.browser ? await openPage(address) : null;
  const results = {};
  for (const [kind, [file, edit]] of Object.entries(KINDS)) {
    results[kind] = await measure(kind, join(root, file), edit, news, page);
  }
  await page?.close();
  report(results);
  news.close();
} finally {
  preview.kill("SIGINT");
  rmSync(root, { recursive: true, force: true });
}

/** Playwright is loaded where it is asked for. */
async function openPage(address) {
  const { watchPage } = await import("./watch-page.mjs");
  return watchPage(address, `#/${BRIEF}/${ISSUE}`);
}

async function measure(kind, path, edit, news, page) {
  const original = readFileSync(path, "utf8");
  const [times, shown, prints] = [[], [], []];
  for (let n = 1; n <= TIMES; n += 1) {
    const text = edit(original, n);
    if (text === original) throw new Error(`${kind}: nothing to edit in ${path}`);
    const seen = news.next("html");
    const printed = news.next("pdf");
    const start = performance.now();
    const took = (list) => () => list.push(performance.now() - start);
    const inPage = [page?.next("page").then(took(shown)), page?.next("print").then(took(prints))];
    writeFileSync(path, text);
    await seen.then(took(times));
    await Promise.all([printed, ...inPage]);
  }
  return { times: sorted(times), shown: sorted(shown), prints: sorted(prints) };
}

function sorted(times) {
  return times.sort((a, b) => a - b);
}

function median(times) {
  return Math.round(times[Math.floor(times.length / 2)]);
}

function report(results) {
  const rows = Object.entries(results).map(([kind, { times, shown, prints }]) => ({
    kind,
    median: median(times),
    best: Math.round(times[0]),
    worst: Math.round(times.at(-1)),
    ...(values.browser ? { "in sight": median(shown), "PDF in sight": median(prints) } : {}),
  }));
  if (values.json) console.log(JSON.stringify(rows));
  else {
    console.log(`milliseconds from a save to the page, ${TIMES} saves each`);
    console.table(rows);
  }
  if (rows.some(({ median }) => median > LIMIT)) process.exitCode = 1;
}

/** Server-sent events of an address, the next of a kind as a promise. */
function listen(address) {
  const waiting = [];
  const control = new AbortController();
  const read = async () => {
    const { body } = await fetch(address, { signal: control.signal });
    let text = "";
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const kind = /^event: (\w+)/m.exec(text.slice(0, end))?.[1];
        if (kind === "failed") throw new Error(text.slice(0, end));
        text = text.slice(end + 2);
        const at = waiting.findIndex((one) => one.kind === kind);
        if (at >= 0) waiting.splice(at, 1)[0].resolve();
      }
    }
  };
  read().catch((error) => {
    if (!control.signal.aborted) for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    next: (kind) => new Promise((resolve, reject) => waiting.push({ kind, resolve, reject })),
    close: () => control.abort(),
  };
}

async function firstLine(stream) {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) {
    text += chunk;
    if (text.includes("\n")) return text.split("\n", 1)[0].replace(/#.*$/, "");
  }
  throw new Error("the preview printed no address");
}
