/** From a text to the same text with one fault in it: a letter, a number, a name, a date, a negation, a hedge. */
import { pick } from "./pick.mjs";

/** Each gives null where the text holds nothing that it could change. */
export const WORD_EDITS = {
  letter: editLetter,
  number: editNumber,
  name: editName,
  date: (text, random) => swapOne(text, DATES, random) ?? editDay(text, random),
  negation: (text, random) => swapOne(text, NEGATIONS, random),
  hedge: (text, random) => swapOne(text, HEDGES, random),
};

function editLetter(text, random) {
  const at = pick(
    [...text.matchAll(/\p{L}/gu)].map(({ index }) => index),
    random,
  );
  if (at === undefined) return null;
  const letter = text[at];
  const made = pick(
    [
      `${letter}${letter}`,
      "",
      letter === "e" ? "a" : "e",
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    ],
    random,
  );
  return replaceAt(text, at, 1, made);
}

const NUMBER_WORDS = [
  ["two", "three"],
  ["first", "second"],
  ["eight", "nine"],
  ["million", "billion"],
  ["thousand", "hundred"],
];

function editNumber(text, random) {
  const digits = [...text.matchAll(/\p{N}+(?:[.,]\p{N}+)*/gu)];
  const words = swapOne(text, both(NUMBER_WORDS), random);
  const match = pick(digits, random);
  if (match === undefined) return words;
  if (words !== null && random() < 0.3) return words;
  const [number] = match;
  const at = Math.floor(random() * number.length);
  const other = String((Number(/\d/.test(number[at]) ? number[at] : 7) + 1) % 10);
  const made = pick(
    [
      /\d/.test(number[at]) ? replaceAt(number, at, 1, other) : number.replace(/[.,]/, ""),
      number.includes(",") ? number.replace(/,\d{3}/, "") : `${number}0`,
      number.length > 1 ? number.slice(1) : `1${number}`,
    ],
    random,
  );
  return replaceAt(text, match.index, number.length, made);
}

const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:al-|el-)?\p{Lu}[\p{L}’'-]+)*/gu;
const OTHER_NAMES = [
  "Ahmed Maiteeq",
  "Sergei Lavrov",
  "Jean-Yves Le Drian",
  "Benghazi",
  "Misrata",
  "Germany",
  "Tunisia",
  "NATO",
];

function editName(text, random) {
  const names = [...text.matchAll(NAME)].filter(({ 0: name }) => name.length > 3);
  const match = pick(names, random);
  if (match === undefined) return null;
  const [name] = match;
  const others = names.map(([other]) => other).filter((other) => other !== name);
  const made =
    random() < 0.4 && others.length > 0 ? pick(others, random) : pick(OTHER_NAMES, random);
  return replaceAt(text, match.index, name.length, made);
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const ring = (words) => words.map((word, at) => [word, words[(at + 1) % words.length]]);
const DATES = [
  ...ring(MONTHS),
  ...ring(WEEKDAYS),
  ...both([
    ["last", "this"],
    ["Last", "This"],
    ["next", "last"],
    ["earlier", "later"],
    ["before", "after"],
    ["yesterday", "today"],
    ["previously", "recently"],
  ]),
];

function editDay(text, random) {
  const years = [...text.matchAll(/\b(?:19|20)\d\d\b|\b(?:[1-9]|[12]\d|3[01])\b(?= \p{Lu}|,)/gu)];
  const match = pick(years, random);
  if (match === undefined) return null;
  return replaceAt(text, match.index, match[0].length, String(Number(match[0]) + 1));
}

const NEGATIONS = [
  ...both([
    ["has not", "has"],
    ["have not", "have"],
    ["does not", "does"],
    ["could not", "could"],
    ["will not", "will"],
    ["would not", "would"],
    ["were not", "were"],
    ["was not", "was"],
    ["is not", "is"],
    ["are not", "are"],
    ["denied", "confirmed"],
    ["accepted", "rejected"],
    ["unable", "able"],
    ["with", "without"],
    ["supported", "opposed"],
  ]),
  ["no such", "such a"],
  ["said", "did not say"],
  ["never ", ""],
];

const HEDGES = [
  ["more than ", ""],
  ["at least ", ""],
  ["about ", ""],
  ["almost ", ""],
  ["nearly ", ""],
  ["some ", ""],
  ["may ", "will "],
  ["might ", "will "],
  ["could ", "can "],
  ["would ", "will "],
  ["said ", "proved "],
  ["says ", "proves "],
  [" said", " admitted"],
  ["reported, citing sources", "confirmed"],
  ["reported", "proved"],
  ["accused", "convicted"],
  ["claim", "fact"],
  ["called for", "demanded"],
  ["called on", "ordered"],
  ["urged", "forced"],
  ["plans to", "will"],
  ["offer", "order"],
  ["ready to", "about to"],
];

function both(pairs) {
  return pairs.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]);
}

/** One use of one of the pairs, its first word changed to its second. */
function swapOne(text, pairs, random) {
  const uses = pairs.flatMap(([from, to]) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${from}${/\w$/.test(from) ? "(?![\\p{L}\\p{N}])" : ""}`,
      "gu",
    );
    return [...text.matchAll(pattern)].map(({ index }) => ({ index, from, to }));
  });
  const use = pick(uses, random);
  return use === undefined ? null : replaceAt(text, use.index, use.from.length, use.to);
}

function replaceAt(text, at, length, made) {
  return `${text.slice(0, at)}${made}${text.slice(at + length)}`;
}
