/** A line of a feed's item to the rule by which it goes: what the program that wrote the feed adds. */
import type { RuleName } from "../rules.js";

/** `The post … appeared first on …`, in the languages that the most used programs add it in. */
const FIRST_ON: readonly (readonly [start: string, rest: string])[] = [
  ["the post ", " appeared first on "],
  ["the post ", " first appeared on "],
  ["this article ", " appeared first on "],
  ["l’article ", " est apparu en premier sur "],
  ["l'article ", " est apparu en premier sur "],
  ["cet article ", " est apparu en premier sur "],
  ["der beitrag ", " erschien zuerst auf "],
  ["la entrada ", " se publicó primero en "],
  ["la entrada ", " apareció primero en "],
  ["l'articolo ", " proviene da "],
  ["l’articolo ", " proviene da "],
  ["o post ", " apareceu primeiro em "],
  ["het bericht ", " verscheen eerst op "],
  ["сообщение ", " появились сначала на "],
  ["запись ", " впервые появилась "],
  ["ظهرت المقالة ", " أولاً على "],
  ["ظهرت المقالة ", " أولا على "],
];
/** A verb at the end, where the language puts it there. */
const TURKISH =
  / (?:yazısı|içeriği|haberi) ilk önce .{2,100} (?:üzerinde|sitesinde) (?:ortaya çıktı|yayınlandı|göründü)\.?$/iu;

/** Longer lines are prose. */
const MAX_LINE = 400;

export function feedFurniture(line: string): RuleName | null {
  if (line.length > MAX_LINE) return null;
  const plain = line.toLowerCase();
  const isFirstOn = FIRST_ON.some(
    ([start, rest]) => plain.startsWith(start) && plain.includes(rest),
  );
  return isFirstOn || TURKISH.test(line) ? "feed-footer" : null;
}
