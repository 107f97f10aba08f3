/** The names of cascade layers in, their order out (CSS Cascade 5, 6.4). */

/** Every layer's name by the order in which it first appeared, `a.b` after `a`. */
export interface LayerNames {
  readonly known: Map<string, number>;
  nameless: number;
}

export function createLayerNames(): LayerNames {
  return { known: new Map(), nameless: 0 };
}

/** @returns the full name, that of the layer around it included */
export function enterLayer(names: LayerNames, name: string, outer: string | undefined): string {
  const own = name === "" ? `(${names.nameless++})` : name;
  let path = outer ?? "";
  for (const part of own.split(".")) {
    path = path === "" ? part : `${path}.${part}`;
    if (!names.known.has(path)) names.known.set(path, names.known.size);
  }
  return path;
}

/** @returns below 0 where `a` is weaker; what stands in no layer is the strongest */
export function compareLayers(
  a: string | undefined,
  b: string | undefined,
  names: LayerNames,
): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  const [ofA, ofB] = [pathOf(a, names), pathOf(b, names)];
  const at = ofA.findIndex((place, depth) => place !== ofB[depth]);
  // A layer's own rules are stronger than those of the layers in it.
  if (at === -1) return 1;
  return (ofA[at] ?? 0) - (ofB[at] ?? Number.POSITIVE_INFINITY);
}

function pathOf(layer: string, { known }: LayerNames): readonly number[] {
  const parts = layer.split(".");
  return parts.map((_, at) => known.get(parts.slice(0, at + 1).join(".")) ?? 0);
}
