type Fields = readonly unknown[];
export function scoreFigures(
  expected: readonly Fields[],
  found: readonly Fields[],
): { readonly right: number; readonly found: number; readonly asked: number };
