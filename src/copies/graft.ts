/** A value of one PDF in, the same for another one out: all that it leads to comes along under new numbers. */
import {
  type PdfDictionary,
  type PdfFile,
  type PdfValue,
  reference,
  referenceOf,
} from "../pdf/index.js";

export interface Grafted {
  readonly value: PdfValue;
  readonly objects: ReadonlyMap<number, PdfValue>;
}

/** @param take gives a number that is free */
export function graft(from: PdfFile, root: PdfValue, take: () => number): Grafted {
  const numbers = new Map<number, number>();
  const objects = new Map<number, PdfValue>();
  const copy = (value: PdfValue): PdfValue => {
    const id = referenceOf(value);
    if (id !== undefined) return reference(bring(id));
    if (value === null || typeof value !== "object") return value;
    if (value.kind === "array") return { kind: "array", items: value.items.map(copy) };
    return value.kind === "dictionary" ? copyDictionary(value) : value;
  };
  const copyDictionary = ({ entries, ...rest }: PdfDictionary): PdfDictionary => ({
    ...rest,
    entries: new Map([...entries].map(([key, value]) => [key, copy(value)])),
  });
  const bring = (id: number): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const own = take();
    numbers.set(id, own);
    objects.set(own, null);
    objects.set(own, copy(from.object(id)));
    return own;
  };
  return { value: copy(root), objects };
}
