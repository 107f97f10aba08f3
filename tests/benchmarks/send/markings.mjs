/**
 * Every marking x every kind of reader, through what sends and publishes: a real server on loopback takes
 * the messages and the calls of channels, the site is written to a disk. What a reader may see is said
 * here once more, by hand, so that a fault of the program's own rule shows.
 */
import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { approvedWorkspace, ISSUE, readers, writeSettings } from "./post/approved-workspace.mjs";
import { openPostOffice } from "./post/post-office.mjs";

/** From what most may see to what the fewest may; `open` is for everybody. */
const SCHEMES = [
  { open: true, labels: ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] },
  { open: false, labels: ["OPEN", "INTERNAL", "BOARD ONLY"] },
  { open: true, labels: ["Öffentlich", "Nur für den Dienst"] },
];
const LABELS = SCHEMES.flatMap(({ labels }) => labels);
const HOUSE = `markings:
  - { name: house, labels: [{ label: OPEN }, { label: INTERNAL }, { label: BOARD ONLY }] }
  - { name: dienst, public: true, labels: [{ label: Öffentlich }, { label: Nur für den Dienst }] }
`;

/** What may stand in a list that was written in a hurry, by another house, or by an enemy. */
const STRANGE = [
  ...["", " ", "*", "all", "TLP", "TLP:", "TLP:WHITE", "TLP:BLACK", "TLP:AMBER+STRICT+MORE"],
  ...[
    "tlp:red",
    "TLP: RED",
    "TLP:RED ",
    " TLP:RED",
    "TLP:RED\n",
    "RED",
    "TLP-RED",
    "TLP:AMBER STRICT",
  ],
  ...["ТLP:RED", "TLP:RED\u200b", "TLP：RED", "internal", "BOARD  ONLY", "BOARD", "öffentlich"],
  ...["__proto__", "constructor", "toString"],
];

/** Nothing, each label, two of two schemes, all, and the strange ones. */
const CLASSES = [
  [],
  ...LABELS.map((label) => [label]),
  ["TLP:GREEN", "OPEN"],
  ["TLP:AMBER", "INTERNAL", "Öffentlich"],
  ["TLP:RED", "BOARD ONLY"],
  LABELS,
  ...STRANGE.map((label) => [label]),
  STRANGE,
  ["TLP:WHITE", "TLP:GREEN"],
];

function maySee(allowed, label) {
  return SCHEMES.some(({ labels }) => {
    const rank = labels.indexOf(label);
    return rank >= 0 && allowed.some((own) => labels.indexOf(own) >= rank);
  });
}

function isPublic(label) {
  return SCHEMES.some(({ open, labels }) => open && labels[0] === label);
}

export async function evaluate(load, { built, quick, verbose }) {
  const counts = { mail: tally(), channel: tally(), site: tally() };
  const prints = { pages: 0, unmarked: [] };
  for (const label of quick ? ["TLP:GREEN", "BOARD ONLY"] : LABELS) {
    const root = await approvedWorkspace(load, {
      built,
      recipients: CLASSES.map(readerOf),
      change: (text) => `${HOUSE}${text.replace("label: TLP:GREEN", `label: "${label}"`)}`,
    });
    try {
      await sendTo(root, label, { built, tally: counts.mail });
      await announceTo(root, label, { load, tally: counts.channel });
      await publishFor(root, label, { load, tally: counts.site });
      lookAtPrints(root, label, prints);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  if (verbose) console.error(JSON.stringify({ counts, prints }, null, 2));
  const row = (on, { judged, leaks, missing }) => ({
    on: `every marking x ${on}`,
    measured: `${leaks.length} leaks`,
    asked: "0 leaks",
    holds: leaks.length === 0 && missing.length === 0,
    detail: `${judged} pairs; ${missing.length} who may see it and got none`,
  });
  return [
    row("every recipient class, by SMTP", counts.mail),
    row("every channel class, by webhook", counts.channel),
    row("every audience of the archive", counts.site),
    {
      on: "label at head and foot of every printed page",
      measured: `${prints.unmarked.length} without`,
      asked: 0,
      holds: prints.unmarked.length === 0 && prints.pages > 0,
      detail: `${prints.pages} pages of PDF, and both ends of HTML, mail and text${prints.unmarked.map((one) => `; ${one}`).join("")}`,
    },
  ];
}

const tally = () => ({ judged: 0, leaks: [], missing: [] });

function judge({ leaks, missing }, got, may, what) {
  if (got && !may) leaks.push(what);
  if (!got && may) missing.push(what);
}

function readerOf(markings, index) {
  const [reader] = readers(1);
  const address = `class-${index}@example.net`;
  const id = `r-${createHash("sha256").update(address).digest("hex").slice(0, 12)}`;
  return {
    ...reader,
    id,
    number: index + 1,
    name: `Class ${index}`,
    address,
    markings,
    format: "html",
  };
}

async function sendTo(root, label, { built, tally }) {
  const office = await openPostOffice();
  try {
    writeSettings(root, { port: office.port });
    const words = [
      resolve(built, "cli/main.js"),
      "send",
      ISSUE,
      "--yes",
      "--json",
      "--by",
      "E. F.",
    ];
    await new Promise((done) => {
      execFile(process.execPath, words, { cwd: root, maxBuffer: 1 << 28 }, done);
    });
    for (const [index, allowed] of CLASSES.entries()) {
      const got = office.taken.has(`class-${index}@example.net`);
      tally.judged += 1;
      judge(tally, got, maySee(allowed, label), `${label} to ${JSON.stringify(allowed)}`);
    }
  } finally {
    await office.close();
  }
}

async function announceTo(root, label, { load, tally }) {
  const [{ sendToChannels }, { nodeHost }, { openLedger, readLedger }, { nodeNetwork }, clock] =
    await Promise.all(
      [
        "send/send-channels.js",
        "host/node.js",
        "ledger/index.js",
        "host/node-network.js",
        "host/clock.js",
      ].map(load),
    );
  const called = new Set();
  const server = createServer((request, response) => {
    called.add(request.url);
    request.resume().on("end", () => response.writeHead(200).end());
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  const classes = CLASSES.filter((allowed) => allowed.length > 0 && !allowed.includes(""));
  const names = classes.map((_, index) => `c${index}`);
  const channels = Object.fromEntries(
    classes.map((markings, index) => [
      names[index],
      { kind: ["slack", "teams", "webhook"][index % 3], urlEnv: `HOOK_${index}`, markings },
    ]),
  );
  const settings = join(root, "distribution.yaml");
  const plain = JSON.parse(readFileSync(settings, "utf8"));
  writeFileSync(settings, JSON.stringify({ ...plain, channels }));
  try {
    await sendToChannels(
      {
        host: nodeHost,
        clock: clock.manualClock(Date.now()),
        openLedger,
        readLedger,
        secret: (name) => name.replace(/^HOOK_/, `http://127.0.0.1:${port}/`),
        stop: new AbortController().signal,
        onLine: () => undefined,
        openPoster: () => nodeNetwork({ userAgent: "test", allow: [`127.0.0.1:${port}`] }),
      },
      { folder: root, words: [ISSUE], channels: names, isDryRun: false, again: false },
    );
  } finally {
    await new Promise((done) => server.close(done));
  }
  for (const [index, allowed] of classes.entries()) {
    tally.judged += 1;
    const what = `${label} to a channel for ${JSON.stringify(allowed)}`;
    judge(tally, called.has(`/${index}`), maySee(allowed, label), what);
  }
}

async function publishFor(root, label, { load, tally }) {
  const [{ publishSite }, { nodeHost }] = await Promise.all(
    ["publish-site.js", "host/node.js"].map(load),
  );
  for (const [index, allowed] of [undefined, ...CLASSES].entries()) {
    const out = join(root, `out/site-${index}`);
    await publishSite(nodeHost, Date, { folder: root, markings: allowed, out });
    const may = isPublic(label) || maySee(allowed ?? [], label);
    const known = (allowed ?? []).every((own) => LABELS.includes(own));
    tally.judged += 1;
    const what = `${label} in the archive for ${JSON.stringify(allowed ?? "everybody")}`;
    // An audience that nobody knows has no archive at all.
    judge(tally, holdsIssue(out), may && known, what);
  }
}

/** Any byte that tells of it: its id stands in every address, its words in every page. */
function holdsIssue(folder) {
  const files = filesIn(folder);
  return files.some((file) => {
    const text = readFileSync(file, "latin1");
    return file.includes(ISSUE) || text.includes(ISSUE) || text.includes("Mangoush");
  });
}

function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** The copies that were approved: in PDF as poppler reads them, page by page. */
function lookAtPrints(root, label, prints) {
  const copies = join(root, `corpus/record/libya-weekly/${ISSUE}/v1.0/copies`);
  for (const file of readdirSync(copies)) {
    const path = join(copies, file);
    if (file.endsWith(".pdf")) {
      const { stdout } = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
      for (const [index, page] of stdout.split("\f").slice(0, -1).entries()) {
        const lines = page.split("\n").filter((line) => line.trim() !== "");
        const ends = [lines.slice(0, 2).join(" "), lines.slice(-2).join(" ")];
        prints.pages += 1;
        if (!ends.every((end) => end.includes(label))) {
          prints.unmarked.push(`${label}: page ${index + 1} of ${file}`);
        }
      }
    } else if (/\.(?:html|txt|md)$/.test(file)) {
      const words = wordsOf(readFileSync(path, "utf8"), file);
      const end = Math.min(600, Math.floor(words.length / 4));
      if (!words.slice(0, end).includes(label) || !words.slice(-end).includes(label)) {
        prints.unmarked.push(`${label}: ${file}`);
      }
    }
  }
}

function wordsOf(text, file) {
  if (!file.endsWith(".html")) return text;
  return text
    .replace(/[\s\S]*?<body/i, "<body")
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/gi, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}
