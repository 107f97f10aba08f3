/** A PDF in, what it says of itself and what it would do when it is opened out (ISO 32000-1, 14.3). */
import {
  bytesOf,
  isDictionary,
  nameOf,
  type PdfDictionary,
  type PdfFile,
  referenceOf,
  textOf,
} from "../../pdf/index.js";

export interface PdfDocument {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly subject: string | undefined;
  /** As the file writes it, e.g. `D:20210509180000Z`. */
  readonly createdAt: string | undefined;
  readonly modifiedAt: string | undefined;
  readonly language: string | undefined;
  /** The XMP packet. */
  readonly metadata: string;
}

export function readDocument(file: PdfFile): PdfDocument {
  const info = file.dictionary(file.trailer.entries.get("Info"));
  const text = (key: string) => textOf(file.get(info, key));
  return {
    title: text("Title"),
    author: text("Author"),
    subject: text("Subject"),
    createdAt: text("CreationDate"),
    modifiedAt: text("ModDate"),
    language: textOf(file.get(file.catalog, "Lang")),
    metadata: file.unpack(file.dictionary(file.catalog, "Metadata")).toString("utf8"),
  };
}

/** What a brief never has: scripts, forms, layers, actions, notes of others. */
export function foreignPartsOf(file: PdfFile): readonly string[] {
  const { catalog } = file;
  const parts: string[] = FOREIGN.flatMap(([key, what]) =>
    catalog.entries.has(key) ? [what] : [],
  );
  const names = file.dictionary(catalog, "Names");
  if (names?.entries.has("JavaScript")) parts.push("a script");
  if (file.trailer.entries.has("Encrypt")) parts.push("a lock");
  return parts;
}

const FOREIGN = [
  ["OpenAction", "something that is done when it is opened"],
  ["AA", "actions"],
  ["AcroForm", "a form"],
  ["OCProperties", "layers"],
  ["Collection", "a portfolio"],
  ["Perms", "rights of its own"],
] as const;

/** A note, a stamp, a drawing: all that lies on a page and is no link. */
export interface Overlay {
  readonly page: number;
  readonly kind: string;
  readonly words: string;
}

/** Annotations of one page: links of the densest are some hundreds. */
const MOST_ANNOTATIONS = 20_000;

/** @param links numbers of the links that the words of the pages have */
export function overlaysOf(
  file: PdfFile,
  pages: readonly PdfDictionary[],
  links: ReadonlySet<number>,
): readonly Overlay[] {
  return pages.flatMap((page, index) =>
    file
      .list(page.entries.get("Annots"))
      .slice(0, MOST_ANNOTATIONS)
      .flatMap((value): Overlay[] => {
        const annotation = file.dictionary(value);
        const kind = nameOf(file.get(annotation, "Subtype")) ?? "unknown";
        const hasLook = annotation?.entries.has("AP") === true;
        const isOfWords = kind === "Link" && !hasLook && links.has(referenceOf(value) ?? -1);
        if (annotation === undefined || isOfWords) return [];
        return [{ page: index + 1, kind, words: textOf(file.get(annotation, "Contents")) ?? "" }];
      }),
  );
}

/** Where the named places of a file are: page from 1, points from the foot. */
export function readPlaces(
  file: PdfFile,
  pages: readonly { readonly id: number }[],
): ReadonlyMap<string, { readonly page: number; readonly y: number }> {
  const numbers = new Map(pages.map(({ id }, index) => [id, index + 1]));
  const places = new Map<string, { page: number; y: number }>();
  const names = file.list(file.get(file.catalog, "Names", "Dests", "Names"));
  for (let at = 0; at + 1 < names.length; at += 2) {
    const name = bytesOf(file.resolve(names[at]))?.toString("latin1");
    const target = file.resolve(names[at + 1]);
    const place = file.list(isDictionary(target) ? target.entries.get("D") : target);
    const [page, , , y] = place;
    const id = typeof page === "object" && page?.kind === "reference" ? page.id : -1;
    const number = numbers.get(id);
    if (name !== undefined && number !== undefined) {
      places.set(`#${name}`, { page: number, y: Number(y ?? 0) });
    }
  }
  return places;
}

/** Headings that a viewer lists beside the pages; a brief has some tens. */
const MOST_BOOKMARKS = 5000;

export function bookmarksOf(file: PdfFile): readonly string[] {
  const titles: string[] = [];
  const seen = new Set<PdfDictionary>();
  const visit = (first: PdfDictionary | undefined): void => {
    for (let item = first; item !== undefined; item = file.dictionary(item, "Next")) {
      if (seen.has(item) || seen.size > MOST_BOOKMARKS) return;
      seen.add(item);
      titles.push(textOf(file.get(item, "Title")) ?? "");
      visit(file.dictionary(item, "First"));
    }
  };
  visit(file.dictionary(file.catalog, "Outlines", "First"));
  return titles;
}
