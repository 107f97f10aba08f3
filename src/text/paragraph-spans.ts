/** The cleaned text of an article in, the range of each of its paragraphs out. */
export function paragraphSpans(text: string): { readonly start: number; readonly end: number }[] {
  let start = 0;
  return text.split("\n\n").map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + 2;
    return span;
  });
}
