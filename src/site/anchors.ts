/**
 * An approved page in, the ids in it that lead to each statement out: a page names its statements in
 * `data-statement`, and the citation behind each has an id.
 */

export interface Anchors {
  /** By id of the statement, where it stands first. */
  readonly statements: ReadonlyMap<string, string>;
  /** Every id of the page. */
  readonly ids: ReadonlySet<string>;
}

export const NO_ANCHORS: Anchors = { statements: new Map(), ids: new Set() };

/** In one pass over the tags; a statement without a citation before the next one has no id. */
export function anchorsOf(page: string): Anchors {
  const statements = new Map<string, string>();
  const ids = new Set<string>();
  let open: string | null = null;
  for (const [, name = "", value = ""] of page.matchAll(ATTRIBUTE)) {
    if (name === "data-statement") open = value;
    else {
      ids.add(value);
      if (open === null || !value.startsWith("cite-")) continue;
      if (!statements.has(open)) statements.set(open, value);
      open = null;
    }
  }
  return { statements, ids };
}

/** Quoted in the way that pages are written; an id of the program's has no sign that HTML escapes. */
const ATTRIBUTE = /\s(id|data-statement)="([\w.:-]{1,200})"/g;
