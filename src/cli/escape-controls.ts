/** What a terminal may be shown: article text is hostile, and control characters could drive it. */

/**
 * C0 and C1 controls but for line feed and tab, and the marks that turn text around (Trojan Source,
 * CVE-2021-42574), as the escapes that JSON knows too.
 */
export function escapeControls(text: string): string {
  return text.replace(CONTROLS, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

/** A name from outside on a line of its own: line ends and tabs are escaped as well. */
export function oneLine(text: string): string {
  return escapeControls(text).replace(/[\n\t]/g, (space) => (space === "\n" ? "\\n" : "\\t"));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
