/** Faults in what an issue rests on: the stored text of an article, alone or together with all that quotes it. */
import { createHash } from "node:crypto";
import { encode } from "./issue-under-test.mjs";
import { oneOf } from "./one-of.mjs";
import { pick } from "./pick.mjs";
import { citationsIn, objectsIn, statementsIn } from "./walk.mjs";
import { WORD_EDITS } from "./word-edits.mjs";

export const ARTICLE_CLASSES = [
  {
    name: "altered article",
    asked: 0.99,
    make: oneOf({
      "the stored text": (issue, random, world) => alter(issue, random, world, "text"),
      "the stored text and its hash": (issue, random, world) => alter(issue, random, world, "hash"),
      "the stored text, its hash and all quotations": (issue, random, world) =>
        alter(issue, random, world, "all"),
      "the texts of two articles": swapTexts,
      "a text that is not there": dropText,
    }),
  },
];

function alter(issue, random, { texts }, how) {
  const statement = pick(statementsIn(issue), random);
  const { article, start, end } = statement.citations[0];
  const { path, text } = texts.get(article);
  const words = text.slice(start, end);
  const edit = pick(Object.keys(WORD_EDITS), random);
  const changed = WORD_EDITS[edit](words, random);
  if (changed === null || changed === words) return null;
  const altered = `${text.slice(0, start)}${changed}${text.slice(end)}`;
  if (how !== "text") rehash(issue, article, altered);
  if (how === "all") requote(issue, article, { text, altered, start, end });
  return {
    how: edit,
    touched: [article, statement.id, fileOf(issue, article)],
    files: new Map([[path, encode(altered)]]),
  };
}

function fileOf(issue, article) {
  return issue.sources.find((source) => source.article === article).file;
}

function rehash(issue, article, text) {
  const textSha256 = createHash("sha256").update(text).digest("hex");
  for (const { value } of objectsIn(issue)) {
    if (value.article === article && "textSha256" in value) value.textSha256 = textSha256;
  }
}

/** Every span of the article moves with its words; words that are printed change with what they quote. */
function requote(issue, article, { text, altered, start, end }) {
  const by = altered.length - text.length;
  const moved = (at, isEnd) =>
    at < start || (at === start && !isEnd) ? at : at >= end ? at + by : at;
  const printed = new Map();
  for (const citation of citationsIn(issue)) {
    if (citation.article !== article) continue;
    const before = citation.quote;
    citation.start = moved(citation.start, false);
    citation.end = moved(citation.end, true);
    citation.quote = altered.slice(citation.start, citation.end);
    printed.set(before.replaceAll("\n\n", " "), citation.quote.replaceAll("\n\n", " "));
  }
  for (const { value } of objectsIn(issue)) {
    if (typeof value.text === "string" && printed.has(value.text))
      value.text = printed.get(value.text);
  }
}

function swapTexts(issue, random, { texts }) {
  const [one, other] = [pick(issue.sources, random), pick(issue.sources, random)];
  if (one === other) return null;
  const [mine, theirs] = [texts.get(one.article), texts.get(other.article)];
  return {
    how: `${one.file} and ${other.file}`,
    touched: [one.article, other.article, one.file, other.file],
    files: new Map([
      [mine.path, encode(theirs.text)],
      [theirs.path, encode(mine.text)],
    ]),
  };
}

function dropText(issue, random, { texts }) {
  const source = pick(issue.sources, random);
  return {
    how: source.file,
    touched: [source.article, source.file],
    files: new Map([[texts.get(source.article).path, encode("")]]),
  };
}
