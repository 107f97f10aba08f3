/** A picture that is higher than a page in, a diagnostic with its place out. */
import type { ReplacedBox } from "../boxes/box.js";
import type { Report } from "../report.js";

/**
 * @param asked pt that the picture would be high
 * @param room pt of a page's column
 */
export function reportShrunk(
  { element: { name, attribs } }: ReplacedBox,
  asked: number,
  room: number,
  report: Report,
): void {
  const { src = "", id } = attribs;
  const isNamed = src !== "" && src.length <= LONGEST_NAME;
  const named = isNamed ? ` "${src}"` : id ? ` #${id}` : "";
  const quoted = src || (id ? `id="${id}"` : `<${name}`);
  report(
    "shrunk-picture",
    `the picture${named} is ${Math.round(asked)} pt high, a page has room for ${Math.round(room)} pt: it becomes smaller`,
    { quoted },
    "give it the size it should have (max-height), or the page smaller margins or larger paper",
  );
}

/** Characters; a data: URI names nothing. */
const LONGEST_NAME = 60;
