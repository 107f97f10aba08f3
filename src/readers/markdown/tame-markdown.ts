/** Markdown without what only a fuzzer writes, so that the parser's time grows with the length alone. */

/** Quotations and lists in one another, on one line. */
const MAX_NESTING = 20;
/** White space before a line: ten lists in one another. */
const MAX_INDENT = 60;
/** Marks of emphasis and links in one paragraph. */
const MAX_MARKS = 800;

/** Texts that people write come back as they are. */
export function tameMarkdown(text: string): string {
  const paragraphs: string[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) paragraphs.push(tameParagraph(paragraph.join("\n")));
    paragraph = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === "") {
      endParagraph();
      paragraphs.push("");
    } else paragraph.push(tameLine(line));
  }
  endParagraph();
  return paragraphs.join("\n");
}

function tameParagraph(text: string): string {
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (MARKS.includes(text.charAt(index))) marks += 1;
  }
  return marks > MAX_MARKS ? text.replace(/[*_[\]`<&!]+/g, " ") : text;
}

const MARKS = "*_[`<&";

function tameLine(line: string): string {
  let at = 0;
  let marks = 0;
  while (at < line.length && FRONT.includes(line.charAt(at))) {
    if (!" \t".includes(line.charAt(at))) marks += 1;
    at += 1;
  }
  const indent = line.length - line.trimStart().length;
  if (marks > MAX_NESTING) return line.slice(at);
  return indent > MAX_INDENT ? line.slice(indent - MAX_INDENT) : line;
}

const FRONT = " \t>-+*0123456789.)";
