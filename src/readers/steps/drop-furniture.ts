/** Takes out what belongs to the page and not to the article: buttons, markers, pointers. */
import { type Draft, type Line, withoutLines } from "../draft.js";
import { MAX_RULE_LINE } from "../limits.js";
import { comparable, countWords, endsSentence } from "../line-shape.js";
import { COPYRIGHT, PAGE_CONTROLS, READ_MORE, SIGN_UP, SITE_ICON } from "../line-words.js";
import type { RuleName } from "../rules.js";

export function dropFurniture(draft: Draft): Draft {
  const rules = new Map<Line, RuleName>();
  let outlet = draft.outlet;
  for (const [index, line] of draft.lines.entries()) {
    if (line.text.length > MAX_RULE_LINE || rules.has(line)) continue;
    const rule = furnitureRule(line.text);
    if (rule === null) continue;
    rules.set(line, rule);
    if (rule === "site-icon") outlet ??= line.text.replace(SITE_ICON_START, "") || null;
    const next = draft.lines[index + 1];
    if (rule === "read-more" && next && isTeaser(next.text)) rules.set(next, "teaser");
  }
  return withoutLines({ ...draft, outlet }, rules);
}

const controls = new Set(PAGE_CONTROLS.map(comparable));
const pointers = READ_MORE.map(comparable);
const pointersAlone = new Set(pointers);
const invitations = SIGN_UP.map((start) => `${comparable(start)} `);

const SHORTCODE = /^\[\/?[a-z][\w-]{0,40}(?:[ =][^\]\n]{0,200})?\]$/i;
const SEPARATOR = /^[-=*_#~+•·—–\s]{3,}$/u;
const SITE_ICON_START = new RegExp(`^(?:${SITE_ICON})\\s*:?\\s*`, "iu");
const POINTER_AND_HEADLINE = /^[^:–—|]{3,30}\s?[:–—|]\s?(?=\S)/u;
const COPYRIGHT_START = new RegExp(`^(?:${COPYRIGHT})`, "iu");
const RIGHTS =
  /all rights reserved|tüm hakları saklıdır|tous droits réservés|все права защищены|جميع الحقوق محفوظة/iu;

/** Code units that the longest phrase of the tables fits in. */
const MAX_PHRASE = 50;
const MAX_SITE_WORDS = 8;
const MAX_CONTROL_WORDS = 6;
const MAX_INVITATION_WORDS = 30;

function furnitureRule(text: string): RuleName | null {
  if (SHORTCODE.test(text)) return "shortcode";
  if (SEPARATOR.test(text)) return "separator-line";
  const words = countWords(text, MAX_INVITATION_WORDS);
  if (words <= MAX_SITE_WORDS && SITE_ICON_START.test(text)) return "site-icon";
  if (words > MAX_INVITATION_WORDS) return null;
  const plain = comparable(text.slice(0, MAX_PHRASE));
  if (words <= MAX_CONTROL_WORDS && controls.has(plain)) return "page-control";
  if (words <= MAX_CONTROL_WORDS && pointersAlone.has(plain)) return "read-more";
  const pointer = POINTER_AND_HEADLINE.exec(text.slice(0, 40))?.[0];
  if (pointer !== undefined && pointersAlone.has(comparable(pointer))) return "teaser";
  if (startsWithAny(plain, invitations)) return "sign-up";
  if (isCopyright(text)) return "copyright-line";
  return null;
}

function isCopyright(text: string): boolean {
  return RIGHTS.test(text) || (COPYRIGHT_START.test(text) && /\b(?:19|20)\d{2}\b/.test(text));
}

function startsWithAny(plain: string, starts: readonly string[]): boolean {
  const front = `${plain} `;
  return starts.some((start) => front.startsWith(start));
}

const MAX_TEASER_WORDS = 25;

/** A headline: no full stop at its end, though it may ask or exclaim. */
function isTeaser(text: string): boolean {
  if (text.length > MAX_RULE_LINE || countWords(text, MAX_TEASER_WORDS) > MAX_TEASER_WORDS)
    return false;
  return !endsSentence(text) || /^[^.!?]{1,120}[?!]$/u.test(text);
}
