/** Everything that is wrong or doubtful, worst first, each leading to its place. */
import type { Diagnostic, Severity } from "../../../model/diagnostic.js";
import { diagnostics, making } from "../state/issue-state.js";
import { goTo } from "../state/panel-state.js";
import { SourceLink } from "./source-link.js";

const ORDER: readonly Severity[] = ["error", "warning", "info"];

export function ProblemsPanel() {
  const sorted = ORDER.flatMap((severity) =>
    diagnostics.value.filter((one) => one.severity === severity),
  );
  return (
    <>
      {making.value.kind === "failed" && (
        <p class="fault">The brief cannot be made as things stand. What is shown is older.</p>
      )}
      {sorted.length === 0 && <p class="empty">No problems.</p>}
      <ul class="problems">
        {sorted.map((one) => (
          <Problem of={one} />
        ))}
      </ul>
    </>
  );
}

function Problem({ of: { severity, message, place, hint, code } }: { readonly of: Diagnostic }) {
  return (
    <li class="problem" data-severity={severity}>
      <p class="problem-message">
        <span class="severity">{severity}</span> {message}
      </p>
      {hint !== undefined && <p class="problem-hint">{hint}</p>}
      <p class="problem-place">
        {place !== undefined && (
          <>
            <button
              type="button"
              class="link-button"
              onClick={() =>
                goTo({
                  kind: "source",
                  path: place.file,
                  line: place.line ?? null,
                  column: place.column ?? null,
                })
              }
            >
              {[place.file, place.line, place.column]
                .filter((part) => part !== undefined)
                .join(":")}
            </button>{" "}
            <SourceLink path={place.file} line={place.line ?? null} column={place.column ?? null} />
          </>
        )}
        <span class="code">{code}</span>
      </p>
    </li>
  );
}
