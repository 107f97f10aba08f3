/** Any text in, the same as XML can hold it out (XML 1.0, 2.2, Char): what it cannot is U+FFFD. */
export function xmlText(text: string): string {
  return text.replaceAll(UNHOLDABLE, "\ufffd").toWellFormed();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that must go
const UNHOLDABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
