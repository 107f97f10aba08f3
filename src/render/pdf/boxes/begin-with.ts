/** Inline content and a block in, the block that begins with it out. */
import type { BlockBox, Box, InlineItem } from "./box.js";

/** @returns undefined when the block does not begin with words, however deep they stand */
export function beginWith(marker: readonly InlineItem[], block: BlockBox): BlockBox | undefined {
  const { content } = block;
  if (content.kind === "inline") {
    return { ...block, content: { kind: "inline", items: [...marker, ...content.items] } };
  }
  const [first, ...others] = content.children;
  const begun = first && beginBox(marker, first);
  if (!begun) return undefined;
  return { ...block, content: { kind: "blocks", children: [begun, ...others] } };
}

function beginBox(marker: readonly InlineItem[], box: Box): Box | undefined {
  return box.kind === "block" ? beginWith(marker, box) : undefined;
}
