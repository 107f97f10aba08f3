/** The language of a page in, the styles of its document out: headings, text, notes and tables as Word names them. */
import type { IStylesOptions } from "docx";

/** Half points. */
const pt = (size: number) => size * 2;

const ACCENT = "12466B";

/** @param language BCP 47 tag */
export function stylesFor(language: string, direction: "ltr" | "rtl"): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { size: pt(size), sizeComplexScript: pt(size), bold: true, color: ACCENT },
    paragraph: { spacing: { before: before * 20, after: 80 }, keepNext: true },
  });
  const tongue = direction === "rtl" ? { bidirectional: language } : { value: language };
  return {
    default: {
      document: {
        run: {
          font: { ascii: "Calibri", hAnsi: "Calibri", cs: "Arial" },
          size: pt(10.5),
          sizeComplexScript: pt(10.5),
          language: tongue,
        },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      heading1: heading(22, 0),
      heading2: heading(14, 14),
      heading3: heading(11, 8),
      heading4: heading(10.5, 6),
      footnoteText: {
        run: { size: pt(8.5), sizeComplexScript: pt(8.5) },
        paragraph: { spacing: { after: 20 } },
      },
      hyperlink: { run: { color: ACCENT } },
    },
    paragraphStyles: [
      {
        id: "TableText",
        name: "Table Text",
        basedOn: "Normal",
        quickFormat: true,
        run: { size: pt(9), sizeComplexScript: pt(9) },
        paragraph: { spacing: { after: 20, line: 250 } },
      },
    ],
    characterStyles: [
      { id: "Statement", name: "Statement", basedOn: "DefaultParagraphFont", quickFormat: true },
      {
        id: "DeskWords",
        name: "Desk Words",
        basedOn: "DefaultParagraphFont",
        quickFormat: true,
        run: { italics: true },
      },
    ],
  };
}
