/** Text in, the same text with the signs of HTML as character references out (WHATWG HTML, 13.3). */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that is safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/**
 * C0 and C1 controls but for line feed and tab as the escapes that JSON knows too: the name of a file
 * may hold any of them, and they could drive the terminal that the page is copied to. So with what is
 * no character (U+FFFE, U+FFFF): with one in it a document for Word cannot be opened. Ends of lines
 * become line feeds, as a parser of HTML takes them.
 */
export function showControls(page: string): string {
  return page.replaceAll(/\r\n?/g, "\n").replaceAll(CONTROLS, (control) => {
    return `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

const CONTROLS = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;
