/** The shape of the view, walked once. */
import { VIEW_PARTS } from "./parts.js";
import { type Field, fieldOf } from "./shape.js";
import { ViewSchema } from "./view.js";

let known: Field | null = null;

export function viewField(): Field {
  known ??= fieldOf(ViewSchema, VIEW_PARTS);
  return known;
}
