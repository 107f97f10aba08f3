/** The structure tree in, its objects in the file out (ISO 32000-1, 14.7.2 to 14.7.4). */
import type PDFDocument from "pdfkit";
import type { Reference } from "pdfkit";
import type { Link } from "../pages/page.js";
import type {
  Attributes,
  StructureChild,
  StructureElement,
  TaggedDocument,
} from "../tags/structure.js";
import { structureRoot } from "./pdfkit-adapter.js";

/** What is already in the file. */
export interface PaintedPages {
  /** Page objects, in order. */
  readonly pages: readonly Reference[];
  /** Heights of the pages in pt. */
  readonly heights: readonly number[];
  readonly annotations: ReadonlyMap<Link, Reference>;
}

export function paintStructure(
  document: PDFDocument,
  { structure, pages }: TaggedDocument,
  painted: PaintedPages,
): void {
  const root = structureRoot(document);
  const writer = new StructureWriter(document, painted);
  const top = writer.write(structure, root);
  const keys = new Map(pages.flatMap(({ links }) => links).map((link, index) => [link, index]));
  const numbers: unknown[] = [];
  pages.forEach((_, index) => {
    numbers.push(index, finished(document, writer.parentsOnPage(index)));
  });
  for (const [link, index] of keys) {
    const parent = writer.parentOfLink(link);
    if (parent) numbers.push(pages.length + index, parent);
  }
  Object.assign(root.data, {
    K: top,
    ParentTree: finished(document, { Nums: numbers }),
    ParentTreeNextKey: pages.length + keys.size,
    RoleMap: { Em: "Span", Strong: "Span" },
    ...writer.names(),
  });
}

function finished(document: PDFDocument, data: object): Reference {
  const reference = document.ref(data);
  reference.end();
  return reference;
}

class StructureWriter {
  readonly #document: PDFDocument;
  readonly #painted: PaintedPages;
  readonly #byContent = new Map<number, Reference[]>();
  readonly #byLink = new Map<Link, Reference>();
  readonly #byId = new Map<string, Reference>();

  constructor(document: PDFDocument, painted: PaintedPages) {
    this.#document = document;
    this.#painted = painted;
  }

  write(element: StructureElement, parent: Reference): Reference {
    const { type, attributes, children } = element;
    const page = firstPage(children);
    const data: Record<string, unknown> = { S: type, P: parent };
    const reference = this.#document.ref(data);
    if (page !== undefined) data.Pg = this.#painted.pages[page];
    Object.assign(data, this.#namedEntries(attributes));
    const lists = attributeLists(attributes, this.#painted.heights);
    if (lists.length > 0) data.A = lists.length === 1 ? lists[0] : lists;
    const kids = children.flatMap((child) => this.#writeChild(child, reference, page));
    if (kids.length > 0) data.K = kids.length === 1 ? kids[0] : kids;
    if (attributes.id !== undefined) this.#byId.set(attributes.id, reference);
    reference.end();
    return reference;
  }

  /** By MCID. */
  parentsOnPage(page: number): readonly Reference[] {
    return this.#byContent.get(page) ?? [];
  }

  parentOfLink(link: Link): Reference | undefined {
    return this.#byLink.get(link);
  }

  /** Elements by id, for those who look one up. */
  names(): { IDTree?: Reference } {
    if (this.#byId.size === 0) return {};
    const sorted = [...this.#byId].sort(([a], [b]) => (a < b ? -1 : 1));
    const names = sorted.flatMap(([id, reference]) => [bytesOf(id), reference]);
    const limits = [bytesOf(sorted[0]?.[0] ?? ""), bytesOf(sorted.at(-1)?.[0] ?? "")];
    const leaf = finished(this.#document, { Names: names, Limits: limits });
    return { IDTree: finished(this.#document, { Kids: [leaf] }) };
  }

  #writeChild(child: StructureChild, own: Reference, page: number | undefined): unknown[] {
    if ("type" in child) return [this.write(child, own)];
    const Pg = this.#painted.pages[child.page];
    if (child.kind === "link") {
      const annotation = this.#painted.annotations.get(child.link);
      if (!annotation) return [];
      this.#byLink.set(child.link, own);
      return [{ Type: "OBJR", Obj: annotation, ...(child.page === page ? {} : { Pg }) }];
    }
    const parents = this.#byContent.get(child.page) ?? [];
    parents[child.id] = own;
    this.#byContent.set(child.page, parents);
    return child.page === page ? [child.id] : [{ Type: "MCR", Pg, MCID: child.id }];
  }

  #namedEntries({ language, alternative, expansion, title, id }: Attributes): object {
    return {
      ...(language === undefined ? {} : { Lang: new String(language) }),
      ...(alternative === undefined ? {} : { Alt: new String(alternative) }),
      ...(expansion === undefined ? {} : { E: new String(expansion) }),
      ...(title === undefined ? {} : { T: new String(title) }),
      ...(id === undefined ? {} : { ID: bytesOf(id) }),
    };
  }
}

/** The page that the element's own content and links count from. */
function firstPage(children: readonly StructureChild[]): number | undefined {
  for (const child of children) if (!("type" in child)) return child.page;
  return undefined;
}

/** Ids are byte strings: UTF-8 keeps their order and their identity. */
function bytesOf(id: string): Uint8Array {
  return new TextEncoder().encode(id);
}

/** One dictionary for each owner of attributes. */
function attributeLists(attributes: Attributes, heights: readonly number[]): readonly object[] {
  const { numbering, box } = attributes;
  const height = heights[box?.page ?? 0] ?? 0;
  return [
    ...(box
      ? [
          {
            O: "Layout",
            Placement: "Block",
            BBox: [box.left, height - box.bottom, box.right, height - box.top],
          },
        ]
      : []),
    ...(numbering ? [{ O: "List", ListNumbering: numbering }] : []),
    ...tableAttributes(attributes),
  ];
}

function tableAttributes({ scope, columnSpan, rowSpan, headers }: Attributes): readonly object[] {
  const list = {
    ...(scope ? { Scope: scope } : {}),
    ...(columnSpan ? { ColSpan: columnSpan } : {}),
    ...(rowSpan ? { RowSpan: rowSpan } : {}),
    ...(headers ? { Headers: headers.map(bytesOf) } : {}),
  };
  return Object.keys(list).length > 0 ? [{ O: "Table", ...list }] : [];
}
