/** Text of articles to text of a page: markup is none, and characters that could act are shown. */

/**
 * C0 and C1 controls but for white space, and the marks that turn text around (Trojan Source,
 * CVE-2021-42574). Marks that only say which way their neighbour runs stay: Arabic text has them.
 */
const ACTING = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function pageText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => NAMES[character] ?? character)
    .replace(ACTING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A sentence of ours in which backticks mark code. */
export function pageSentence(sentence: string): string {
  return sentence
    .split("`")
    .map((part, index) => (index % 2 === 1 ? `<code>${pageText(part)}</code>` : pageText(part)))
    .join("");
}

/** `lang` and `dir` of a text; `und` says nothing. */
export function languageAttributes(language: string): string {
  const isTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) && language !== "und";
  return isTag ? ` lang="${language}" dir="auto"` : ' dir="auto"';
}

/** A link where the address is one of the web, else its text alone. */
export function pageLink(address: string): string {
  const shown = `<bdi>${pageText(address)}</bdi>`;
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return shown;
  return `<a href="${pageText(address)}" rel="noopener noreferrer nofollow">${shown}</a>`;
}
