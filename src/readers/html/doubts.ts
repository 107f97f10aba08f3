/** What was read of a page to the reasons for looking at it again: little text, a text cut short, a list. */
import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { PAYWALLS } from "../line-words.js";
import type { MainText } from "./main-text.js";

/** Sentences that a news item has at the least, and what share of the page's they are. */
const LITTLE = { length: 140, share: 0.25 } as const;
/** Blocks of teasers that pages of sections have. */
const MANY = 6;
/** Longer texts are articles, whatever stands beside them. */
const SHORT = 1500;

export function doubtsOf(article: Article, main: MainText): readonly Diagnostic[] {
  const { file, paragraphs } = article;
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  const isShort = length < LITTLE.length && main.teasers.all >= MANY;
  if (isShort || main.teasers.kept >= MANY) return [listPage(file)];
  if (length < SHORT && isCutShort(article)) return [cutShort(file)];
  const isLittle = length < LITTLE.length || length < main.estimate * LITTLE.share;
  return isLittle ? [littleText(file, length, main.estimate)] : [];
}

const PAYWALL = new RegExp(`(?<!\\p{L})(?:${PAYWALLS})(?!\\p{L})`, "iu");
const TRAILS_OFF = /(?:\.\.\.|…|\[(?:…|\.\.\.)\])$/u;
/** Code units behind the text in which the page says why it ends there. */
const BEHIND = 500;

function isCutShort({ paragraphs, raw }: Article): boolean {
  const last = paragraphs.at(-1) ?? "";
  const at = raw.lastIndexOf(last);
  return TRAILS_OFF.test(last) || PAYWALL.test(raw.slice(at, at + last.length + BEHIND));
}

/** Why a page gave no article at all. */
export function nothingIn(file: string, blocks: number, main: MainText): Diagnostic {
  if (blocks === 0) return noText(file);
  return main.teasers.all >= MANY ? listPage(file) : littleText(file, 0, main.estimate);
}

function littleText(file: string, length: number, estimate: number): Diagnostic {
  const seen = estimate > length ? `, of ${estimate} on the page` : "";
  return {
    code: "little-text",
    severity: "warning",
    message: `gives little running text: ${length} characters${seen}`,
    place: { file },
    hint: "look at what was kept with inspect reading; save the page again when its text shows",
  };
}

function cutShort(file: string): Diagnostic {
  return {
    code: "cut-short",
    severity: "warning",
    message:
      "gives the beginning of an article alone; the page keeps the rest for its subscribers, or loads it later",
    place: { file },
    hint: "save the page with the whole text showing, or leave it out",
  };
}

function listPage(file: string): Diagnostic {
  return {
    code: "list-page",
    severity: "warning",
    message: "lists other articles, and has little text of its own",
    place: { file },
    hint: "save the articles themselves",
  };
}

function noText(file: string): Diagnostic {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no text",
    place: { file },
    hint: "open the page, and save it when its text shows; or leave it out",
  };
}
