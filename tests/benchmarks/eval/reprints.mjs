/**
 * Articles of the sets, each with edited copies of it, to groups of reprints: how many copies are in
 * the group of their source, how many pairs have no source in common, and how fast.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { randomFrom, shuffle } from "../seeded-random.mjs";

/** Sources shorter than this leave nothing of thirty in a hundred of their words. */
const SHORTEST = 60;
const SOURCES = 700;
const ASKED = { recall: 98, pairs: 0, containment: 0.4, rate: 5000 };

const EDITS = {
  "5 % of words, evenly": (source) => replaceEvenly(source, 0.05),
  "5 % of words, at random": (source) => replaceAtRandom(source, 0.05),
  "15 % of words, evenly": (source) => replaceEvenly(source, 0.15),
  "15 % of words, at random": (source) => replaceAtRandom(source, 0.15),
  "first 30 %": ({ words }) => words.slice(0, Math.ceil(words.length * 0.3)),
  "boilerplate before and behind": ({ words }) => [...BEFORE, ...words, ...BEHIND],
};

const BEFORE =
  `Share this story with your friends and read more of our reporting every morning in the
  newsletter that our editors put together for you`.split(/\s+/);
const BEHIND =
  `All rights reserved. No part of this publication may be passed on without permission in
  writing. Follow us for the latest headlines and tell us what you think below`.split(/\s+/);

/** @param folder holds `themes/articles.jsonl.gz` and `stories/articles.jsonl.gz` */
export async function evaluate(folder, load, { verbose = false, quick = false } = {}) {
  const texts = [...readThemes(folder), ...readStories(folder)];
  if (texts.length === 0) return [];
  const { readGiven } = await load("inspect/given-articles.js");
  const { groupReprints } = await load("analysis/reprints/reprints.js");
  const group = async (rows) =>
    groupReprints(
      await readGiven(
        rows.map((row) => JSON.stringify(row)),
        [],
      ),
    );
  const halves = [
    texts.filter((_, index) => index % 2 === 0),
    texts.filter((_, index) => index % 2 === 1),
  ];
  const rows = [];
  for (const [half, own] of halves.entries()) {
    if (quick && half > 0) break;
    rows.push(...(await measureHalf(own, half + 1, group, verbose)));
  }
  return [...rows, await measureRate(texts, readGiven, groupReprints)];
}

async function measureHalf(texts, half, group, verbose) {
  const known = findTwins(texts);
  const all = texts.flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
  const random = randomFrom(half);
  const sources = shuffle(texts, random)
    .map(({ id, text }) => ({ id, words: text.split(/\s+/).filter(Boolean), all, random }))
    .filter(({ words }) => words.length >= SHORTEST)
    .slice(0, SOURCES);
  const kinds = Object.entries(EDITS);
  const copies = sources.flatMap((source) =>
    kinds.map(([kind, edit], at) => ({
      id: `${source.id}~${at}`,
      kind,
      of: source.id,
      text: edit(source).join(" "),
    })),
  );
  const rows = [...texts, ...copies].map(({ id, text }) => ({ id, text }));
  const groups = await group(rows);
  const groupOf = new Map(groups.flatMap((one) => one.members.map((member) => [member, one])));
  const sourceOf = (id) => id.split("~")[0];
  const result = kinds.map(([kind]) => {
    const own = copies.filter((copy) => copy.kind === kind);
    const found = own.filter(
      ({ id, of }) => groupOf.get(id) !== undefined && groupOf.get(id) === groupOf.get(of),
    );
    const recall = (100 * found.length) / own.length;
    return {
      on: `reprints, half ${half} of the articles, ${kind}: recall`,
      measured: `${recall.toFixed(1)} %`,
      asked: `>= ${ASKED.recall} %`,
      detail: `${found.length} of ${own.length} copies`,
    };
  });
  const pairs = groups.flatMap((one) => strangersOf(one, sourceOf, known));
  const close = pairs.filter(({ containment }) => containment >= ASKED.containment);
  if (verbose)
    for (const { ids, containment } of pairs)
      console.error(`${containment.toFixed(2)} ${ids.join(" ")}`);
  return [
    ...result,
    {
      on: `reprints, half ${half}: false pairs of articles in groups of containment >= ${ASKED.containment}`,
      measured: close.length,
      asked: ASKED.pairs,
      detail: `${pairs.length} in all groups; ${known.size} pairs that the set holds as it came left out`,
    },
  ];
}

/** Pairs of sources that one group holds, each once, those that the set itself holds aside. */
function strangersOf({ members, containment }, sourceOf, known) {
  const sources = [...new Set(members.map(sourceOf))].sort();
  return sources.flatMap((first, at) =>
    sources
      .slice(at + 1)
      .filter((second) => !known.has(`${first} ${second}`))
      .map((second) => ({ ids: [first, second], containment })),
  );
}

/**
 * Pairs of the set as it came that are copies by a count of their own, passage by passage as a
 * reader would mark them: at least the asked part of the shorter one's words stands in passages of
 * eight words and more that the longer one has word for word, figures and all, and half of its
 * figures stand in the longer one, so that reports of one form with other figures are no copies.
 */
export function findTwins(texts) {
  const read = texts.map(({ id, text }) => ({ id, ...readPassages(text) }));
  const holders = new Map();
  for (const [at, { passages }] of read.entries()) {
    for (const passage of new Set(passages)) {
      const list = holders.get(passage);
      if (list === undefined) holders.set(passage, [at]);
      else if (list.length < MOST_HOLDERS) list.push(at);
    }
  }
  const pairs = new Set();
  for (const list of holders.values()) {
    for (const [place, first] of list.entries()) {
      for (const second of list.slice(place + 1)) pairs.add(first * read.length + second);
    }
  }
  const twins = new Set();
  for (const pair of pairs) {
    const both = [read[Math.floor(pair / read.length)], read[pair % read.length]];
    const [short, long] = both.sort((a, b) => a.words.length - b.words.length);
    if (areTwins(short, long)) twins.add([short.id, long.id].sort().join(" "));
  }
  return twins;
}

const PASSAGE = 8;
const MOST_HOLDERS = 400;

function readPassages(text) {
  const words = text.toLowerCase().match(/\p{L}+|\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];
  const passages = words.slice(PASSAGE - 1).map((_, at) => words.slice(at, at + PASSAGE).join(" "));
  return {
    words,
    passages,
    figures: new Set(words.filter((word) => /^\p{N}.*\p{N}$/u.test(word))),
  };
}

function areTwins(short, long) {
  const known = new Set(long.passages);
  let covered = 0;
  let end = 0;
  for (const [at, passage] of short.passages.entries()) {
    if (!known.has(passage)) continue;
    covered += at + PASSAGE - Math.max(end, at);
    end = at + PASSAGE;
  }
  const figures = [...short.figures];
  const kept = figures.filter((figure) => long.figures.has(figure)).length;
  return covered >= ASKED.containment * short.words.length && kept * 2 >= figures.length;
}

async function measureRate(texts, readGiven, groupReprints) {
  const articles = await readGiven(
    texts.map(({ id, text }) => JSON.stringify({ id, text })),
    [],
  );
  const started = process.cpuUsage().user;
  groupReprints(articles);
  const seconds = (process.cpuUsage().user - started) / 1e6;
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return {
    on: "reprints: articles a second",
    measured: Math.round(articles.length / seconds),
    asked: `>= ${ASKED.rate}`,
    detail: `${articles.length} articles of ${Math.round(words / articles.length)} words on average, words split as well`,
  };
}

function readThemes(folder) {
  return readRows(join(folder, "themes/articles.jsonl.gz")).map(({ id, text }) => ({
    id: `t${id}`,
    text,
  }));
}

function readStories(folder) {
  return readRows(join(folder, "stories/articles.jsonl.gz")).map(({ id, sentences }) => ({
    id: `s${id}`,
    text: sentences.join(" "),
  }));
}

function readRows(file) {
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** One word of each stretch, at a place of its own in it. */
function replaceEvenly({ words, all, random }, part) {
  const made = [...words];
  const stretch = 1 / part;
  for (let from = 0; from < words.length; from += stretch) {
    const at = Math.floor(from + random() * Math.min(stretch, words.length - from));
    made[at] = all[Math.floor(random() * all.length)];
  }
  return made;
}

function replaceAtRandom({ words, all, random }, part) {
  return words.map((word) => (random() < part ? all[Math.floor(random() * all.length)] : word));
}
