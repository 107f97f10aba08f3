/** What stands at the head and foot of every page: the marking, the title, whether it is a draft, the number of the page. */
import { AlignmentType, Footer, Header, PageNumber, Paragraph, ShadingType, TextRun } from "docx";
import type { PageDocument } from "../document/page-document.js";
import type { DocxOptions } from "./write-docx.js";

/** Half points: a marking is 12 points high at least (FIRST, Traffic Light Protocol 2.0). */
const MARKING_SIZE = 24;
const SMALL = 17;

export function headerOf(page: PageDocument, options: DocxOptions): Header {
  const children = [draftOf(page), markingRun(options)];
  return new Header({ children: [line(page, AlignmentType.END, children)] });
}

export function footerOf(page: PageDocument, options: DocxOptions): Footer {
  const number = new TextRun({
    size: SMALL,
    children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
  });
  const facts = [
    words(`${options.edition}   `, page),
    number,
    words("   ", page),
    draftOf(page),
    markingRun(options),
  ];
  return new Footer({ children: [line(page, AlignmentType.END, facts)] });
}

function draftOf(page: PageDocument): TextRun {
  return words(page.watermark === null ? "" : `${page.watermark}   `, page);
}

function line(
  { direction }: PageDocument,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  children: readonly TextRun[],
): Paragraph {
  return new Paragraph({ alignment, bidirectional: direction === "rtl", children });
}

function words(text: string, { direction }: PageDocument): TextRun {
  const rightToLeft = direction === "rtl" && /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text);
  return new TextRun({ text, size: SMALL, sizeComplexScript: SMALL, rightToLeft });
}

/** Spaces that do not break keep its words from the edges of what is behind them. */
function markingRun({ marking, colours = BLACK }: DocxOptions): TextRun {
  return new TextRun({
    text: `\u00a0${marking}\u00a0`,
    bold: true,
    size: MARKING_SIZE,
    color: colours.colour.slice(1),
    shading: { type: ShadingType.CLEAR, color: "auto", fill: colours.background.slice(1) },
  });
}

const BLACK = { colour: "#ffffff", background: "#000000" };
