/**
 * Made-up news of ten years in five languages, the same for the same seed: a number of articles in,
 * their files as JSON records out, one after the other and never on the disk.
 *
 * One week holds 5,000 (or 5 in 1,000 of fewer than a million), the others share the rest; 3 in 100
 * reprint an article of the same day, 2 in 100 state no day, 1 in 20 is on the themes of the sample
 * brief. A thousand hosts publish, the first of them most, and some print a line beside every article.
 */
import { randomFrom } from "../seeded-random.mjs";
import { LANGUAGES } from "./languages.mjs";

const DAY = 86_400_000;
const FIRST_MONDAY = Date.UTC(2013, 0, 7);
const WEEKS = 520;
/** ISO week 2021-W18, that of the sample corpus. */
const FULL_WEEK = Math.round((Date.UTC(2021, 4, 3) - FIRST_MONDAY) / (7 * DAY));
export const FULL_WEEK_ID = "2021-W18";
const HOSTS = 1000;
const SHARE = { week: 0.005, reprint: 0.03, undated: 0.02, themed: 0.05 };

/** @yields {{ file: string, bytes: Uint8Array }} in the order of days */
export function* millionArticles(count, { seed = 1 } = {}) {
  const phrases = new Map(LANGUAGES.map((language) => [language.code, phrasesOf(language, seed)]));
  const inFullWeek = Math.round(count * SHARE.week);
  const others = count - inFullWeek;
  let number = 0;
  for (let week = 0; week < WEEKS; week += 1) {
    const before = Math.floor((others * week) / WEEKS);
    const ordinary = Math.floor((others * (week + 1)) / WEEKS) - before;
    const size = ordinary + (week === FULL_WEEK ? inFullWeek - ordinary : 0);
    const extra = week === WEEKS - 1 ? count - number - size : 0;
    for (let place = 0; place < size + extra; place += 1, number += 1) {
      const day = Math.floor((7 * place) / (size + extra));
      const time = FIRST_MONDAY + (week * 7 + day) * DAY;
      yield makeFile({ number, time, seed, phrases });
    }
  }
}

function makeFile({ number, time, seed, phrases }) {
  const random = randomFrom(seed * 1_000_003 + number);
  const isReprint = number > 0 && random() < SHARE.reprint;
  const content = isReprint
    ? contentOf(randomFrom(seed * 1_000_003 + number - 1), phrases, true)
    : contentOf(random, phrases, false);
  const host = Math.floor(HOSTS * random() ** 3);
  const day = new Date(time).toISOString().slice(0, 10);
  const isUndated = random() < SHARE.undated;
  const paragraphs = [...content.paragraphs, ...besideArticles(host)];
  const record = {
    url: `https://${hostName(host)}/${isUndated ? "" : `${day.replaceAll("-", "/")}/`}${number}.html`,
    title: content.title,
    ...(isUndated ? {} : { published: `${day}T${hour(random)}:00:00Z` }),
    outlet: `${hostName(host).split(".")[0]} news`,
    language: content.language,
    text: paragraphs.join("\n\n"),
  };
  const file = `${day.slice(0, 7)}/${String(number).padStart(8, "0")}.json`;
  return { file, bytes: Buffer.from(JSON.stringify(record)) };
}

/** @param spends whether a number is passed over that tells of reprints, as the reprinted one did */
function contentOf(random, phrases, spends) {
  if (spends) random();
  const language = languageOf(random());
  const known = phrases.get(language.code);
  const isThemed = random() < SHARE.themed;
  const length = 1400 + Math.floor(random() * 1000);
  const paragraphs = [];
  let written = 0;
  if (isThemed) {
    const sentences = [0, 1].map(() => themeSentence(language, random)).join(" ");
    paragraphs.push(sentences);
    written = sentences.length;
  }
  while (written < length) {
    const paragraph = [0, 1, 2].map(() => sentenceOf(known, language, random)).join(" ");
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  const title = sentenceOf(known, language, random)
    .slice(0, 70)
    .replace(/\s\S*$/u, "");
  return { language: language.code, title, paragraphs };
}

function languageOf(chance) {
  let rest = chance;
  for (const language of LANGUAGES) {
    rest -= language.share;
    if (rest < 0) return language;
  }
  return LANGUAGES[0];
}

function themeSentence({ themes }, random) {
  const sentence = themes[Math.floor(random() * themes.length)];
  return sentence
    .replace("{number}", `${10 * (1 + Math.floor(random() * 400))}`)
    .replace("{day}", ["Monday", "Tuesday", "Thursday"][Math.floor(random() * 3)]);
}

/** Four or five runs of words, so that no two sentences are the same but by reprint. */
function sentenceOf(known, { stop }, random) {
  const runs = Array.from({ length: 4 + Math.floor(random() * 2) }, () => {
    return known[Math.floor(random() * known.length)];
  });
  const text = runs.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${stop}`;
}

const RUNS = 12_000;
const WORDS = 40_000;

/** Runs of three to five words, the commoner words in more of them. */
function phrasesOf({ code, small, syllables }, seed) {
  const random = randomFrom(seed + code.charCodeAt(0) * 256 + code.charCodeAt(1));
  const word = () => {
    if (random() < 0.4) return small[Math.floor(random() * small.length)];
    return makeWord(Math.floor(WORDS * random() ** 3), syllables);
  };
  return Array.from({ length: RUNS }, () =>
    Array.from({ length: 3 + Math.floor(random() * 3) }, word).join(" "),
  );
}

function makeWord(number, syllables) {
  let word = "";
  for (let rest = number + 20; rest > 0; rest = Math.floor(rest / 20)) word += syllables[rest % 20];
  return word;
}

const hour = (random) => String(Math.floor(random() * 24)).padStart(2, "0");

const hostName = (host) => `${makeWord(host * 7, LANGUAGES[0].syllables)}.example`;

/** One host in ten prints the same lines beside every article. */
function besideArticles(host) {
  if (host % 10 !== 3) return [];
  return [
    `Subscribe to the newsletter of ${hostName(host)} and never miss a story.`,
    "All rights reserved, no part of this page may be copied.",
  ];
}
