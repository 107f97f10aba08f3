/** A line of a mail to the rule by which it goes: what is about the mail, not in it. */
import { comparable, countWords } from "../line-shape.js";
import type { RuleName } from "../rules.js";
import { ABOUT_THE_MAIL, MAIL_BUTTONS } from "./mail-words.js";

const about = ABOUT_THE_MAIL.map(comparable);
const buttons = new Set(MAIL_BUTTONS.map(comparable));

const MAX_WORDS = 45;
const MAX_LENGTH = 500;
const MAX_BUTTON_WORDS = 4;
const ONLY_LINK = /^<?(?:https?:\/\/|mailto:)\S{1,2000}>?$/i;
const RULE_OF_SIGNS = /^[-_=*~#•·.\s]{2,}$/u;

export function mailFurniture(text: string): RuleName | null {
  if (ONLY_LINK.test(text) || RULE_OF_SIGNS.test(text)) return "mail-control";
  if (text.length > MAX_LENGTH) return null;
  const words = countWords(text);
  if (words > MAX_WORDS) return null;
  const plain = comparable(text);
  const parts = text
    .split(/\s*[|·•/]\s*/u)
    .map(comparable)
    .filter((part) => part !== "");
  const isButtons = parts.length > 0 && parts.every((part) => buttons.has(part));
  if (isButtons && words <= MAX_BUTTON_WORDS * parts.length) return "mail-control";
  return about.some((phrase) => plain.includes(phrase)) ? "mail-control" : null;
}
