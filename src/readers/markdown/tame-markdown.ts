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
  const underlines = text.match(UNDERLINE)?.length ?? 0;
  if (underlines > MAX_UNDERLINES) return tameParagraph(text.replace(UNDERLINE, ""));
  return marks > MAX_MARKS ? text.replace(/[*_[\]`<&!]+/g, " ") : text;
}

/** Lines that make a heading of the line before, without a blank line between. */
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/gm;
const MAX_UNDERLINES = 20;

/** Code units that are parsed at once: the time for lists grows with the square of their length. */
const MAX_PIECE = 4000;
/** Lines that are parsed at once: a list of one-letter entries has as many as a page of prose has words. */
const MAX_LINES = 100;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*\S{1,500}/gm;
const MAX_DEFINITIONS = 100;

/** A long text in pieces, each with the addresses that its links refer to. */
export function piecesOf(text: string): string[] {
  if (text.length <= MAX_PIECE) return [text];
  const definitions = (text.match(DEFINITION) ?? []).slice(0, MAX_DEFINITIONS).join("\n");
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start);
    pieces.push(`${text.slice(start, end)}\n\n${definitions}`);
    start = end;
  }
  return pieces;
}

/** Between paragraphs, otherwise between lines. */
function endOfPiece(text: string, start: number): number {
  const limit = Math.min(start + MAX_PIECE, endOfLines(text, start));
  if (limit >= text.length) return text.length;
  const cuts = [text.lastIndexOf("\n\n", limit), text.lastIndexOf("\n", limit)];
  return (cuts.find((cut) => cut > start) ?? limit - 1) + 1;
}

/** Where the lines end that a piece may have; beyond the text where it has fewer. */
function endOfLines(text: string, start: number): number {
  let end = start - 1;
  for (let lines = 0; lines < MAX_LINES; lines += 1) {
    end = text.indexOf("\n", end + 1);
    if (end === -1) return text.length;
  }
  return end;
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
