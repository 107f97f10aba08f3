/** A feed's title and address to the outlet's name: the section and the word `feed` go. */
import { comparable } from "../line-shape.js";

const SEPARATORS = /\s+[-–—|»›·:•]+\s+|\s*[|»›]\s*|:\s+/u;
const NO_NAME =
  /^(?:(?:rss|atom)(?: ?\d(?:\.\d)?)?(?: feeds?)?|feeds?|home(?: ?page)?|latest(?: news| stories| articles)?|(?:top|breaking|world|latest) (?:news|stories)|news|all|articles|posts|haberler|son dakika|actualités|новости|أخبار|الأخبار|الرئيسية)$/iu;

/** @param host domain of the site, which vouches for the part that is its name */
export function outletOf(title: string | null, host: string | null): string | null {
  if (title === null) return null;
  const parts = title
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !NO_NAME.test(part));
  const domain = comparable(host ?? "").replaceAll(" ", "");
  const named = parts.find((part) => isInDomain(part, domain));
  return named ?? parts[0] ?? null;
}

/** Letters of a name that are enough to know it again in a domain. */
const MIN_LETTERS = 3;

function isInDomain(part: string, domain: string): boolean {
  const letters = comparable(part).replace(/^the /, "").replaceAll(" ", "");
  return letters.length >= MIN_LETTERS && domain.includes(letters);
}
