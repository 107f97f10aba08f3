/** A page's headings to the one that is the headline of its article. */
import { comparable } from "../../line-shape.js";
import { type PageFacts, type Placed, wordsOf } from "./page-facts.js";
import { agree, MAX_TITLE } from "./page-title.js";

/** The heading that agrees with a title that metadata state; otherwise the first `h1`. */
export function mainHeading(facts: PageFacts, titles: readonly string[]): Placed | null {
  const stated = titles.map(comparable);
  const agrees = ({ element }: Placed) => {
    const words = comparable(wordsOf(element, MAX_TITLE));
    return words !== "" && stated.some((title) => agree(title, words));
  };
  return facts.headings.find(agrees) ?? facts.subheadings.find(agrees) ?? facts.headings[0] ?? null;
}
