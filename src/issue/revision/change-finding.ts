/** A kind of change and its operands in, the finding that says it out. */
import type { Citation, Finding } from "../../model/issue.js";
import { findingId } from "../seal.js";

export function changeFinding(
  kind: Finding["kind"],
  params: Finding["params"],
  citations: readonly Citation[] = [],
  articles: readonly string[] = [],
): Finding {
  const content = { kind, params, citations: [...citations], articles: [...articles] };
  return { id: findingId(content), ...content };
}
