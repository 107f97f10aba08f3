/** Sequences of marks in, the content of a page out, each sequence marked (ISO 32000-1, 14.6). */
import type PDFDocument from "pdfkit";
import type { Face } from "../fonts/face.js";
import type { GroupMark, Mark } from "../pages/page.js";
import { remember } from "../remember.js";
import type { ArtifactKind, Sequence } from "../tags/structure.js";
import { fillWith } from "./ink.js";
import { outlineBox } from "./outline-box.js";
import { paintBox } from "./paint-box.js";
import { paintDrawing } from "./paint-drawing.js";
import { TextWriter } from "./paint-text.js";
import { type EmbeddedFace, embedFace } from "./pdfkit-adapter.js";

export class Painter {
  readonly #document: PDFDocument;
  readonly #faces = new Map<Face, EmbeddedFace>();
  /** Lines that follow one another share a text object, over the ends of sequences. */
  #text: TextWriter | undefined;
  /** Of the open groups, each together with those around it. */
  readonly #opacities: number[] = [];

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  /** On the document's current page. */
  paint(sequences: readonly Sequence[]): void {
    for (const sequence of sequences) this.#paintSequence(sequence);
    this.#endText();
  }

  #paintSequence({ tag, marks }: Sequence): void {
    if (tag.kind === "state") {
      for (const mark of marks) this.#paintMark(mark);
      return;
    }
    const isText = marks.every(({ kind }) => kind === "text");
    if (!isText) this.#endText();
    const begin =
      tag.kind === "artifact" ? ARTIFACTS[tag.artifact] : `/${tag.type}<</MCID ${tag.id}>>BDC`;
    if (isText) this.#openText().addOperator(begin);
    else this.#document.addContent(begin);
    for (const mark of marks) this.#paintMark(mark);
    if (isText) this.#openText().addOperator("EMC");
    else {
      this.#endText();
      this.#document.addContent("EMC");
    }
  }

  #paintMark(mark: Mark): void {
    const document = this.#document;
    if (mark.kind === "text") {
      this.#openText().writeLine(mark);
      return;
    }
    this.#endText();
    switch (mark.kind) {
      case "box":
        paintBox(document, mark);
        break;
      case "rule":
        document.save().rect(mark.x, mark.y, mark.width, mark.height);
        fillWith(document, mark.color);
        document.restore();
        break;
      case "image":
        document.image(mark.bytes, mark.x, mark.y, {
          width: mark.width,
          height: mark.height,
          // The size was read from the samples as they are.
          ignoreOrientation: true,
        });
        break;
      case "drawing":
        paintDrawing(document, mark);
        break;
      case "group":
        this.#openGroup(mark);
        break;
      case "group-end":
        this.#opacities.pop();
        document.restore();
    }
  }

  #openText(): TextWriter {
    const embed = (face: Face) =>
      remember(this.#faces, face, () => embedFace(this.#document, face));
    this.#text ??= new TextWriter(this.#document, embed, this.#opacity());
    return this.#text;
  }

  /** What is seen of all marks until the group ends. */
  #opacity(): number {
    return this.#opacities.at(-1) ?? 1;
  }

  #openGroup({ matrix, opacity, clip }: GroupMark): void {
    const document = this.#document;
    document.save().transform(...matrix);
    if (clip) outlineBox(document, clip, clip.corners).clip();
    this.#opacities.push(opacity * this.#opacity());
    if (opacity < 1) document.opacity(this.#opacity());
  }

  #endText(): void {
    this.#text?.end();
    this.#text = undefined;
  }
}

const ARTIFACTS: Readonly<Record<ArtifactKind, string>> = {
  header: "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC",
  footer: "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC",
  repeated: "/Artifact<</Type/Pagination>>BDC",
  layout: "/Artifact<</Type/Layout>>BDC",
};
