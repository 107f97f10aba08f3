/** The second headline of a page: an element made for one, close below the headline. */
import { comparable } from "../../line-shape.js";
import { sideOf } from "./element-names.js";
import { type PageFacts, type Placed, wordsOf } from "./page-facts.js";

const MIN_STANDFIRST = 20;
const MAX_STANDFIRST = 500;
/** Elements between the headline and what stands below it. */
const REACH = 60;

export function pageStandfirst(facts: PageFacts, heading: Placed | null, title: string | null) {
  if (heading === null) return null;
  const plain = comparable(title ?? "");
  for (const { element, order, aside } of facts.standfirsts) {
    const distance = order - heading.order;
    if (distance < -5 || distance > REACH || (aside !== null && sideOf(aside) === "aside"))
      continue;
    const text = wordsOf(element, MAX_STANDFIRST + 1);
    if (text.length < MIN_STANDFIRST || text.length > MAX_STANDFIRST) continue;
    if (comparable(text) !== plain) return text;
  }
  return null;
}
