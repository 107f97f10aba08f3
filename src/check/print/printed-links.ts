/** Words that should lead somewhere and the words as they lead in, links that lead elsewhere out. */
import { type Fault, faultOf } from "../../model/fault.js";
import { onPage, placeOf } from "./print-faults.js";
import type { Word } from "./word.js";

export interface ComparedLinks {
  readonly faults: readonly Fault[];
  /** By place of the page, the name that it goes by in print. */
  readonly names: ReadonlyMap<string, string>;
}

const MOST_FAULTS = 50;

/**
 * Both sequences hold the same words.
 * @param renamed whether places go by other names in print: by one name each, the same wherever a
 *   word leads there
 */
export function compareLinks(
  expected: readonly Word[],
  found: readonly Word[],
  file: string,
  renamed: boolean,
): ComparedLinks {
  const names = new Map<string, string>();
  const meanings = new Map<string, string>();
  const faults = expected.flatMap(({ text, unit, href }, index): Fault[] => {
    const word = found[index];
    const printed = word?.href ?? null;
    if (word === undefined || href === printed) return [];
    if (renamed && href?.startsWith("#") && printed?.startsWith("#")) {
      if (!names.has(href) && !meanings.has(printed)) {
        names.set(href, printed);
        meanings.set(printed, href);
      }
      if (names.get(href) === printed && meanings.get(printed) === href) return [];
    }
    const code = unit.kind === "citation" ? "printed-citation-differs" : "printed-link-differs";
    const goal = meanings.get(printed ?? "") ?? printed;
    const leads = goal === null ? "leads nowhere" : `leads to ${goal}`;
    const message = `“${text}” ${leads}, not to ${href ?? "anything"}${onPage(word.where)}`;
    return [faultOf(code, message, placeOf(file, word.where, unit))];
  });
  return { faults: faults.slice(0, MOST_FAULTS), names };
}
