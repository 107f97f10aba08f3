/** A footnote's element in, the words that call it out; its body goes with them (CSS GCPM 3, 2). */
import type { Element } from "domhandler";
import { beginWith } from "./begin-with.js";
import type { BlockBox, InlineItem } from "./box.js";
import type { BoxBuilder, Surroundings } from "./box-builder.js";

export function buildFootnote(
  element: Element,
  outer: Surroundings,
  builder: BoxBuilder,
): InlineItem[] {
  const inner = builder.surround(element, outer);
  const marker = builder.buildPseudo(element, "footnote-marker", inner);
  const block = builder.buildBlock(element, inner);
  const style = { ...block.style, display: "block" as const };
  const body = beginWith(marker, { ...block, style });
  const footnote = { element, body: body ?? block };
  const called = callStyle(inner, outer);
  const call = builder.buildPseudo(element, "footnote-call", called);
  const words = call.findIndex((item) => item.kind === "text" && item.text !== "");
  if (words < 0) return [unseenCall(element, outer, footnote)];
  return call.map((item, index) =>
    index === words && item.kind === "text" ? { ...item, footnote } : item,
  );
}

/** The number in the text looks like the text around it, not like the note. */
function callStyle(inner: Surroundings, outer: Surroundings): Surroundings {
  return { ...inner, computed: outer.computed, decorations: [] };
}

/** A call that a style leaves without words still brings its note. */
function unseenCall(
  element: Element,
  { computed, language }: Surroundings,
  footnote: { readonly element: Element; readonly body: BlockBox },
): InlineItem {
  const { style } = computed;
  const origin = "footnote-call" as const;
  const source = { style, language, element, decorations: [], origin, footnote };
  return { kind: "text", text: "\u200b", ...source };
}
