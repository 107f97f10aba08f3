/** The words that a page cites in, the footnotes of its document out: one for each, however often it is referred to. */
import { Bookmark, FootnoteReferenceRun, Paragraph, type ParagraphChild } from "docx";
import type { FootnoteDefinition } from "mdast";
import type { PageDocument } from "../document/page-document.js";
import { fieldRuns } from "./field.js";
import { runsOf } from "./runs.js";

export class Notes {
  readonly #definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Number of each note that was referred to, in the order of the document. */
  readonly #numbers = new Map<string, number>();

  constructor(readonly page: PageDocument) {
    this.#definitions = new Map(
      page.root.children
        .filter((node) => node.type === "footnoteDefinition")
        .map((note) => [note.identifier, note]),
    );
  }

  /**
   * The mark of a note: where it is referred to again, a field that shows its number
   * (ECMA-376 part 1, 17.16.5.43, NOTEREF).
   */
  refer(identifier: string): readonly ParagraphChild[] {
    const known = this.#numbers.get(identifier);
    const name = bookmarkName(`note-${identifier}`);
    if (known !== undefined) return numberField(name, known);
    const number = this.#numbers.size + 1;
    this.#numbers.set(identifier, number);
    return [new Bookmark({ id: name, children: [new FootnoteReferenceRun(number)] })];
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    const entries = [...this.#numbers].map(
      ([identifier, number]): [string, { children: Paragraph[] }] => [
        String(number),
        { children: this.#paragraphs(identifier) },
      ],
    );
    return Object.fromEntries(entries);
  }

  #paragraphs(identifier: string): Paragraph[] {
    const { direction } = this.page;
    return (this.#definitions.get(identifier)?.children ?? []).flatMap((block) =>
      block.type === "paragraph"
        ? [
            new Paragraph({
              style: "FootnoteText",
              bidirectional: direction === "rtl",
              children: runsOf(block.children, { direction, notes: this }),
            }),
          ]
        : [],
    );
  }
}

function numberField(bookmark: string, number: number): readonly ParagraphChild[] {
  const result = { text: String(number), superScript: true };
  return fieldRuns(` NOTEREF ${bookmark} \\f \\h `, result);
}

/** Letters, digits and underscores, 40 at most (ECMA-376 part 1, 17.13.6.2). */
export function bookmarkName(id: string): string {
  return id.replace(/[^A-Za-z0-9]+/g, "_").slice(0, 40);
}
