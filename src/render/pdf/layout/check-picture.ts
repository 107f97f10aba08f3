/** A box and its room in; who asked is told out when it is a picture that no page is high enough for. */
import type { Box } from "../boxes/box.js";
import { replacedSize } from "../figures/replaced-size.js";
import { insetsOf } from "./edges.js";
import type { Layout } from "./layout.js";

/** @param available pt across; a picture that is only wider than that becomes smaller in silence */
export function checkPicture(box: Box, available: number, layout: Layout): void {
  if (box.kind !== "replaced") return;
  const { left, right } = insetsOf(box.style, available);
  const { height } = replacedSize(box, Math.max(0, available - left - right));
  if (height > layout.pageHeight + NOTICEABLE) layout.shrunk(box, height);
}

/** pt. */
const NOTICEABLE = 0.5;
