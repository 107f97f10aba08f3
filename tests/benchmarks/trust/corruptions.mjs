/**
 * The issue of the sample articles with one fault in it, two thousand times, to how many of them the
 * check finds at their place. Every fault is put consistently: ids, accounts and the seal are worked
 * out again after it, so that the seal tells nothing. Found is an error that names the statement, the
 * finding, the article or the field that was touched.
 */
import { join } from "node:path";
import { randomFrom } from "../seeded-random.mjs";
import { ARTICLE_CLASSES } from "./corruptions/article-classes.mjs";
import { CITATION_CLASSES } from "./corruptions/citation-classes.mjs";
import { FIELD_CLASSES } from "./corruptions/field-classes.mjs";
import { openIssue } from "./corruptions/issue-under-test.mjs";
import { tellsOf } from "./corruptions/names-touched.mjs";
import { filesOf, settle, sha256 } from "./corruptions/settle.mjs";
import { SPEAKER_CLASSES } from "./corruptions/speaker-classes.mjs";
import { WORD_CLASSES } from "./corruptions/word-classes.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const CLASSES = [
  ...WORD_CLASSES,
  ...CITATION_CLASSES,
  ...SPEAKER_CLASSES,
  ...ARTICLE_CLASSES,
  ...FIELD_CLASSES,
];
const COUNT = 2000;
const QUICK_COUNT = 400;
/** What a forger who is consistent renews beside the issue, and these faults do not. */
const RENEWED = new Set(["evidence-differs"]);
/** Draws without a new fault after which a class has no more of them. */
const PATIENCE = 60;

export async function evaluate(load, { quick, seed, verbose }) {
  const world = await openIssue(load, ROOT, "2021-W18");
  const drawn = await draw(world, load, quick ? QUICK_COUNT : COUNT, randomFrom(Number(seed)));
  const results = [];
  for (const fault of drawn) results.push(await checkFault(fault, world));
  if (verbose) for (const line of missesOf(results)) console.error(line);
  return [
    falseAlarms("of the sample articles", await world.checkAlone([])),
    falseAlarms("of the sample articles, corpus at hand", await world.checkInPlace([])),
    ...CLASSES.map(({ name, asked }) => rowOf(name, asked, results)),
    totalRow(results),
    await sealRow(drawn, world),
  ];
}

/** Class after class in turn, no fault twice, until there are enough. */
async function draw(world, load, count, random) {
  const drawn = [];
  const seen = new Set([contentOf(world.issue, new Map())]);
  let open = CLASSES.map((kind) => ({ kind, misses: 0 }));
  while (drawn.length < count && open.length > 0) {
    for (const turn of open) {
      const fault = await makeFault(turn.kind, world, load, random);
      const content = fault && contentOf(fault.issue, fault.files);
      if (fault === null || seen.has(content)) turn.misses += 1;
      else {
        turn.misses = 0;
        seen.add(content);
        drawn.push(fault);
      }
    }
    open = open.filter(({ misses }) => misses < PATIENCE);
  }
  return drawn.slice(0, count);
}

function contentOf(issue, files) {
  const { seal: _, ...content } = issue;
  return sha256(
    JSON.stringify([content, [...files].map(([path, bytes]) => [path, sha256(bytes)])]),
  );
}

async function makeFault(kind, world, load, random) {
  const issue = structuredClone(world.issue);
  const made = kind.make(issue, random, world);
  if (made === null) return null;
  await settle(issue, load, made);
  return { kind: kind.name, files: new Map(), ...made, issue };
}

/** By the evidence alone first; where that finds nothing, with the corpus at hand. */
async function checkFault({ issue, files, touched, ...fault }, world) {
  const changes = filesOf(issue, world.beside, files);
  const isOfIt = tellsOf(world.issue, issue, touched);
  const alone = judge(await world.checkAlone(changes), isOfIt);
  const verdict = alone.found === "here" ? alone : judge(await world.checkInPlace(changes), isOfIt);
  return { ...fault, alone: alone.found, found: verdict.found, codes: verdict.codes };
}

function judge(diagnostics, isOfIt) {
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === "error" && !RENEWED.has(code),
  );
  const here = errors.filter(isOfIt);
  const codes = (list) => [...new Set(list.map(({ code }) => code))];
  if (here.length > 0) return { found: "here", codes: codes(here) };
  return { found: errors.length > 0 ? "elsewhere" : "nowhere", codes: codes(errors) };
}

function falseAlarms(what, diagnostics) {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    on: `errors in the untouched issue ${what}`,
    measured: errors.length,
    asked: "0",
    holds: errors.length === 0,
    detail: errors
      .slice(0, 3)
      .map(({ code, message }) => `${code}: ${message}`)
      .join("; "),
  };
}

function rowOf(name, asked, results) {
  const own = results.filter(({ kind }) => kind === name);
  const count = (test) => own.filter(test).length;
  const here = count(({ found }) => found === "here");
  return {
    on: `corruptions, ${name}: found`,
    measured: share(here, own.length),
    asked: `>= ${asked * 100} %`,
    holds: here >= asked * own.length,
    detail: [
      `${here} of ${own.length}`,
      `${count(({ alone }) => alone === "here")} by the evidence alone`,
      `${count(({ found }) => found === "elsewhere")} elsewhere`,
      codesOf(own),
    ].join("; "),
  };
}

function codesOf(results) {
  const counts = new Map();
  for (const { found, codes } of results) {
    if (found !== "here") continue;
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([code, count]) => `${code} ${count}`).join(", ");
}

function totalRow(results) {
  const here = results.filter(({ found }) => found === "here").length;
  return {
    on: "corruptions, all: found",
    measured: share(here, results.length),
    detail: `${here} of ${results.length}`,
  };
}

/** The same faults by somebody who does not know of the seal. */
async function sealRow(drawn, world) {
  let found = 0;
  const changed = drawn.filter(({ issue }) => issue.seal !== world.issue.seal);
  for (const { issue } of changed) {
    const stale = { ...issue, seal: world.issue.seal };
    const diagnostics = await world.checkAlone(filesOf(stale, world.beside));
    if (diagnostics.some(({ severity }) => severity === "error")) found += 1;
  }
  return {
    on: "the same with the seal left as it was: an error",
    measured: share(found, changed.length),
    asked: "100 %",
    holds: found === changed.length,
    detail: `${found} of ${changed.length}`,
  };
}

function share(part, whole) {
  return whole === 0 ? "none drawn" : `${((100 * part) / whole).toFixed(1)} %`;
}

/** What was missed, by place, with some examples of each. */
function missesOf(results) {
  const missed = results.filter(({ found }) => found !== "here");
  const groups = Map.groupBy(missed, ({ kind, place, found }) => `${kind} | ${place} | ${found}`);
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([group, own]) => {
      const all = results.filter((one) => group.startsWith(`${one.kind} | ${one.place} |`));
      return [
        `${group} | ${own.length} of ${all.length}`,
        ...own.slice(0, 4).map(({ how, codes }) => `    ${how} ${codes.join(" ")}`),
      ];
    });
}
