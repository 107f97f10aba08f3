/** Figures as a list of fields each, found against expected: how many are equal, in whatever order. */

/**
 * @param expected lists of `[value, qualifier, unit, of]`, and claimant and date where they count
 * @param found lists of all six
 * @returns {{right: number, found: number, asked: number}}
 */
export function scoreFigures(expected, found) {
  const rest = [...found];
  let right = 0;
  for (const fields of expected) {
    const at = rest.findIndex((other) => fields.every((field, index) => other[index] === field));
    if (at < 0) continue;
    rest.splice(at, 1);
    right += 1;
  }
  return { right, found: found.length, asked: expected.length };
}
