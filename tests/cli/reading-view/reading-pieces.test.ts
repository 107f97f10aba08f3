/** Kept and removed parts find back to their places in the raw text. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Piece,
  type PiecedArticle,
  readingPieces,
} from "../../../src/cli/reading-view/reading-pieces.js";
import { SAMPLE } from "./sample-article.js";

function pieced(parts: Partial<PiecedArticle>): string[] {
  const article: PiecedArticle = {
    raw: "",
    title: "No such title",
    standfirst: null,
    paragraphs: [],
    foreign: [],
    language: "en",
    removed: [],
    repairs: [],
    ...parts,
  };
  return readingPieces(article).map(describePiece);
}

function describePiece(piece: Piece): string {
  const name = piece.kind === "removed" ? piece.rule : piece.kind;
  return `${name}: ${piece.text}`;
}

describe("readingPieces", () => {
  test("gives every part in the order of the raw text", () => {
    expect(readingPieces(SAMPLE).map((piece) => describePiece(piece).slice(0, 36))).toEqual([
      "metadata-prefix: date 2024-03-07",
      "title: Ferry line to reopen",
      "title-site-suffix: | Harbour Tribune",
      "byline: By Ada Quill",
      "caption: A ferry leaves the old quay",
      "dateline: PORT ELLEN (Reuters) -",
      "paragraph: The ferry line between th",
      "read-more: Read more",
      "teaser: Storm closes the northern br",
      'paragraph: "We are ready." She spoke',
      "paragraph: قال المتحدث باسم الشركة إ",
      "paragraph: 渡轮将于星期五恢复通航。",
      "copyright-line: © 2024 Harbour Tribu",
    ]);
  });

  test("puts a repair at the paragraph that it made", () => {
    const repaired = readingPieces(SAMPLE).flatMap((piece) =>
      piece.kind === "paragraph" && piece.repairs.length > 0 ? [piece.text] : [],
    );
    expect(repaired).toEqual(['"We are ready." She spoke to reporters on the quay.']);
  });

  test("takes a removed line for the line of its own, not for the same words in a paragraph", () => {
    expect(
      pieced({
        raw: "Press read more to go on.\nread more\nThe end.",
        paragraphs: ["Press read more to go on.", "The end."],
        removed: [{ rule: "read-more", text: "read more" }],
      }),
    ).toEqual([
      "paragraph: Press read more to go on.",
      "read-more: read more",
      "paragraph: The end.",
    ]);
  });

  test("shows text that states metadata as what it is", () => {
    expect(
      pieced({
        raw: '<meta name="author" content="Ada">\nFerry line\n\nIt reopens.',
        title: "Ferry line",
        paragraphs: ["It reopens."],
      }),
    ).toEqual([
      'stated: <meta name="author" content="Ada">',
      "title: Ferry line",
      "paragraph: It reopens.",
    ]);
  });

  test("finds a paragraph whose hyphen or middle is gone", () => {
    expect(
      pieced({
        raw: "The trans-\nport minister opened\nADVERTISEMENT\nthe line on Friday morning.\nLast.",
        paragraphs: ["The transport minister opened the line on Friday morning.", "Last."],
        removed: [{ rule: "page-control", text: "ADVERTISEMENT" }],
      }),
    ).toEqual([
      "paragraph: The transport minister opened the line on Friday morning.",
      "page-control: ADVERTISEMENT",
      "paragraph: Last.",
    ]);
  });

  test("keeps what stands nowhere in the raw text behind what came before it", () => {
    expect(
      pieced({
        raw: "First.\nThird.",
        paragraphs: ["First.", "Second, of nowhere.", "Third."],
        removed: [{ rule: "caption", text: "nowhere too" }],
      }),
    ).toEqual([
      "caption: nowhere too",
      "paragraph: First.",
      "paragraph: Second, of nowhere.",
      "paragraph: Third.",
    ]);
  });

  test("never loses a paragraph or a removed part, whatever the article is", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    const part = fc.record({ rule: fc.constantFrom("caption", "byline"), text });
    fc.assert(
      fc.property(text, fc.array(text), fc.array(part), (raw, paragraphs, removed) => {
        const pieces = pieced({ raw: raw + paragraphs.join("\n"), paragraphs, removed });
        const kept = pieces.filter((piece) => piece.startsWith("paragraph: "));
        expect(kept).toEqual(paragraphs.map((paragraph) => `paragraph: ${paragraph}`));
        expect(pieces.filter((piece) => /^(?:caption|byline): /.test(piece))).toHaveLength(
          removed.length,
        );
      }),
    );
  });

  test("takes a second at most for thousands of repeated lines", () => {
    const lines = Array.from({ length: 8_000 }, () => "the same line over and over again, always");
    const started = performance.now();
    pieced({
      raw: lines.join("\n"),
      paragraphs: lines.slice(0, 4_000),
      removed: lines.slice(0, 4_000).map((line) => ({ rule: "caption", text: `${line}!` })),
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
