/** One mishap as a line of words: place, what was found, what to do. */
import type { Diagnostic } from "../../../model/diagnostic.js";

export function DiagnosticLine({ of }: { readonly of: Diagnostic }) {
  const { severity, message, place, hint } = of;
  return (
    <p class="diagnostic-line" data-severity={severity}>
      <span class="severity">{severity}</span> {place?.line !== undefined && `line ${place.line}: `}
      {message}
      {hint !== undefined && <span class="problem-hint"> {hint}</span>}
    </p>
  );
}
