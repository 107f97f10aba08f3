/** Content in a file, its PDF by pdfmake out: `node print-pdfmake.mjs content.json out.pdf`. */
import { readFileSync, writeFileSync } from "node:fs";
import pdfmake from "pdfmake";

const [input, output] = process.argv.slice(2);
const { blocks, fonts, justified } = JSON.parse(readFileSync(input, "utf8"));

pdfmake.setFonts({
  Plex: { normal: fonts.normal, bold: fonts.bold, italics: fonts.normal, bolditalics: fonts.bold },
});
// The lines of IBM Plex Serif are 1.3 times as high as its letters; 14.5 pt were asked for at 10.5 pt.
const definition = {
  pageSize: "A4",
  // Its paragraphs come out a little higher; a smaller margin at the bottom gives the same pages.
  pageMargins: [56.7, 68, 56.7, 28],
  info: { title: "Fifty pages" },
  defaultStyle: { font: "Plex", fontSize: 10.5, lineHeight: 14.5 / 10.5 / 1.3 },
  footer: (page) => ({ text: String(page), alignment: "center" }),
  content: blocks.map(definitionOf),
};
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path));
const pdf = pdfmake.createPdf(definition);
writeFileSync(output, await pdf.getBuffer());

function definitionOf(block) {
  switch (block.kind) {
    case "heading":
      return {
        text: block.text,
        bold: true,
        fontSize: block.level === 1 ? 20 : 13,
        margin: [0, 10, 0, 6],
      };
    case "paragraph":
      return { text: block.text, margin: [0, 0, 0, 8], alignment: justified ? "justify" : "left" };
    case "list":
      return { ul: block.items, margin: [0, 0, 0, 8] };
    case "table":
      return table(block);
  }
}

function table({ head, rows }) {
  const body = [
    head.map((text) => ({ text, bold: true })),
    ...rows.map(([first, ...rest]) => [
      first,
      ...rest.map((text) => ({ text, alignment: "right" })),
    ]),
  ];
  return {
    table: { headerRows: 1, widths: ["*", "*", "*", "*", "*"], body },
    margin: [0, 0, 0, 10],
  };
}
