/**
 * Inline content as written in, as it will be set out: white space collapsed across elements (CSS
 * Text 3, 4.1.1), letters composed (Unicode NFC), case transformed in the words' own language.
 */
import type { InlineItem, InlineText } from "../boxes/box.js";
import { knownLanguage } from "./known-language.js";

export function settleText(items: readonly InlineItem[]): readonly InlineItem[] {
  const settled: InlineItem[] = [];
  let afterSpace = true;
  for (const item of items) {
    if (item.kind === "text") {
      const text = collapse(item.text, afterSpace);
      if (text === "") continue;
      afterSpace = text.endsWith(" ");
      settled.push({ ...item, text: transform({ ...item, text }) });
    } else {
      if (item.kind === "break") afterSpace = true;
      if (item.kind === "atomic") afterSpace = false;
      settled.push(item);
    }
  }
  return settled;
}

function collapse(text: string, afterSpace: boolean): string {
  const collapsed = text.replace(/[ \t\n\r\f]+/g, " ");
  return afterSpace && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
}

function transform({ text, style, language }: InlineText): string {
  const composed = text.normalize("NFC");
  switch (style.textTransform) {
    case "none":
      return composed;
    case "uppercase":
      return composed.toLocaleUpperCase(knownLanguage(language));
    case "lowercase":
      return composed.toLocaleLowerCase(knownLanguage(language));
  }
}
