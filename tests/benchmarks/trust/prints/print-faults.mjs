/** From a page of HTML to the same page with one fault in what it shows. */
import { pick } from "../corruptions/pick.mjs";
import { WORD_EDITS } from "../corruptions/word-edits.mjs";

/** Each gives null where the page holds nothing that it could change. */
export const PRINT_FAULTS = {
  ...Object.fromEntries(Object.entries(WORD_EDITS).map(([kind, edit]) => [kind, inWords(edit)])),
  "swapped citation": swapNumbers,
  "dropped citation": dropCitation,
  "dropped sentence": dropWords,
  "added sentence": addWords,
  "hidden words": hideWords,
  "words shown through their style": showByStyle,
  "words moved elsewhere": moveWords,
};

/** Words between tags, below `<body>`. */
function runsOf(page) {
  const body = page.indexOf("<body");
  const runs = [];
  const tags = /<(style|script|title|svg)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/g;
  let from = body;
  for (const tag of page.matchAll(tags)) {
    if (tag.index < body) continue;
    const text = page.slice(from, tag.index);
    if (text.trim().length > 3 && !text.includes("&")) runs.push({ from, text });
    from = tag.index + tag[0].length;
  }
  return runs;
}

/** Runs that hold nothing to edit are many; a few are asked. */
const TRIES = 20;

function inWords(edit) {
  return (page, random) => {
    const runs = runsOf(page);
    for (let round = 0; round < TRIES; round += 1) {
      const { from, text } = pick(runs, random);
      const made = edit(text, random);
      if (made === null || sameToTheEye(made, text)) continue;
      return replaced(page, from, text.length, made, `${text.trim()} → ${made.trim()}`);
    }
    return null;
  };
}

function sameToTheEye(one, other) {
  return one.replace(/\s+/g, " ").trim() === other.replace(/\s+/g, " ").trim();
}

const CITATION = /<a [^>]*class="cite"[^>]*href="#source-[^"]*"[^>]*>[\s\S]*?<\/a>/g;

function swapNumbers(page, random) {
  const all = [...page.matchAll(CITATION)];
  const one = pick(all, random);
  const other = pick(
    all.filter(([text]) => wordsIn(text) !== wordsIn(one?.[0] ?? "")),
    random,
  );
  if (other === undefined) return null;
  return replaced(page, one.index, one[0].length, other[0], `${one[0]} → ${other[0]}`);
}

function wordsIn(markup) {
  return markup.replace(/<[^>]*>/g, "").trim();
}

function dropCitation(page, random) {
  const one = pick([...page.matchAll(CITATION)], random);
  return one === undefined ? null : replaced(page, one.index, one[0].length, "", one[0]);
}

const isSentence = ({ text }) => text.trim().split(/\s+/).length > 6;

function dropWords(page, random) {
  const run = pick(runsOf(page).filter(isSentence), random);
  return run === undefined ? null : replaced(page, run.from, run.text.length, "", run.text.trim());
}

const ADDED = [
  "Observers expect the ceasefire to fail within weeks.",
  "Turkey has since withdrawn all of its forces.",
  "The desk is highly confident.",
  "[9]",
];

function addWords(page, random) {
  const run = pick(runsOf(page).filter(isSentence), random);
  if (run === undefined) return null;
  const words = pick(ADDED, random);
  return replaced(page, run.from + run.text.length, 0, ` ${words}`, words);
}

const HIDERS = [
  "display:none",
  "visibility:hidden",
  "color:#ffffff",
  "opacity:0",
  "position:absolute;left:-2000px",
  "font-size:0",
];

function hideWords(page, random) {
  const run = pick(runsOf(page).filter(isSentence), random);
  if (run === undefined) return null;
  const style = pick(HIDERS, random);
  const made = `<span style="${style}">${run.text}</span>`;
  return replaced(page, run.from, run.text.length, made, `${style}: ${run.text.trim()}`);
}

function showByStyle(page, random) {
  const run = pick(runsOf(page).filter(isSentence), random);
  if (run === undefined) return null;
  const class_ = `x${Math.floor(random() * 1e6)}`;
  const style = `<style>.${class_}::before{content:"It is not true that "}</style>`;
  const made = `<span class="${class_}">${run.text}</span>`;
  const out = replaced(page, run.from, run.text.length, made, run.text.trim());
  return { ...out, page: out.page.replace("</head>", `${style}</head>`) };
}

function moveWords(page, random) {
  const runs = runsOf(page).filter(isSentence);
  const [one, other] = [pick(runs, random), pick(runs, random)].sort((a, b) => a.from - b.from);
  if (one === undefined || one.text === other.text) return null;
  const swapped = replaced(page, other.from, other.text.length, one.text, "");
  return replaced(
    swapped.page,
    one.from,
    one.text.length,
    other.text,
    `${one.text.trim()} ↔ ${other.text.trim()}`,
  );
}

function replaced(page, at, length, made, how) {
  return {
    page: `${page.slice(0, at)}${made}${page.slice(at + length)}`,
    how: how.replace(/\s+/g, " ").slice(0, 160),
  };
}
