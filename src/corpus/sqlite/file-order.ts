/** Rows to the order of their files: code units, as the folder is listed, and parts as they stand in a file. */
export interface Placed {
  readonly file: string;
  readonly part: number;
}

/** SQLite would order by code point, which differs beyond the basic plane. */
export function inFileOrder<T extends Placed>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => {
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return a.part - b.part;
  });
}
