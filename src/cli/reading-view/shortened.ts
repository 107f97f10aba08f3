/** The front of a long text, with how much is missing behind it. */
import { counted } from "./reading-tally.js";

/** @param longest code units that are shown */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const front = text.slice(0, longest).replace(/[\ud800-\udbff]$/u, "");
  return `${front}… (${counted(text.length - front.length, "character")} more)`;
}
