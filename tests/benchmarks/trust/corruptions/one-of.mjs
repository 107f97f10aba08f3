/** Several ways to put one fault to one way that takes any of them by chance, and says which. */
import { pick } from "./pick.mjs";

/** @param ways each gives null where the issue holds nothing to put it in */
export function oneOf(ways) {
  return (issue, random, world) => {
    const [place, make] = pick(Object.entries(ways), random);
    const made = make(issue, random, world);
    return made === null ? null : { place, ...made, how: `${place}: ${made.how}` };
  };
}
