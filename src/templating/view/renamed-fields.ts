/** Fields that earlier versions of the view had, and what stands in their place: for the lint of old templates. */

export interface RenamedField {
  /** Path from the whole of the data, or the part that it belongs to: `issue`, `themes.says`, `statement`. */
  readonly of: string;
  readonly from: string;
  /** Null where it is gone for good. */
  readonly to: string | null;
  /** The version that has it no more. */
  readonly since: string;
  /** What to do where it is gone. */
  readonly hint: string;
}

/** None yet: `briefwright/view/1` is the first version that is promised. */
export const RENAMED_FIELDS: readonly RenamedField[] = [];

/** @param part the name of what it is a field of, where that stands in several places */
export function renamedField(
  table: readonly RenamedField[],
  of: string,
  part: string | undefined,
  name: string,
): RenamedField | null {
  return table.find((row) => row.from === name && (row.of === of || row.of === part)) ?? null;
}
