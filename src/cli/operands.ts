/** What stands behind `--` past the argument parser, which would take its minus signs for flags. */
import { COMMANDS } from "./usage-words.js";

/** No shell can say it: an argument ends at the first U+0000. */
const MARK = "\0--";

/** A hidden flag without a value in the place of `--`: the option in front takes no operand for its own. */
export const END_OF_OPTIONS = "end-of-options";

/** Behind a command, the words that follow `--` are marked; `-` keeps what it means. */
export function markOperands(argv: readonly string[]): string[] {
  const at = argv.indexOf("--");
  const isBehindCommand = argv.slice(0, at).some((word) => COMMANDS.includes(word));
  if (at < 0 || !isBehindCommand) return [...argv];
  const behind = argv.slice(at + 1).map((word) => (word === "-" ? word : MARK + word));
  return [...argv.slice(0, at), `--${END_OF_OPTIONS}`, ...behind];
}

/** What was parsed with its marks taken off, in place, as the argument parser wants it. */
export function unmarkOperands(parsed: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(parsed)) {
    if (typeof value === "string") parsed[name] = unmark(value);
    else if (Array.isArray(value)) parsed[name] = value.map(unmarkOne);
  }
}

export function unmark(text: string): string {
  return text.replaceAll(MARK, "");
}

function unmarkOne(value: unknown): unknown {
  return typeof value === "string" ? unmark(value) : value;
}
