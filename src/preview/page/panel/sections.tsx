/** The sections that `brief explain` prints, each to be opened. */
import type { Row, Section } from "../../../cli/explanation/section.js";

/** @param open titles of those that are open from the start */
export function Sections({
  of,
  open,
}: {
  readonly of: readonly Section[];
  readonly open: readonly string[];
}) {
  return (
    <div class="sections">
      {of
        .filter(({ title, rows }) => title !== null && rows.length > 0)
        .map(({ title, rows }) => (
          <details open={title !== null && open.includes(title)}>
            <summary>{title}</summary>
            {rows.map((row) => (
              <Line of={row} />
            ))}
          </details>
        ))}
    </div>
  );
}

function Line({ of: { label, text, depth = 0 } }: { readonly of: Row }) {
  return (
    <p class="row" data-depth={depth}>
      {label !== undefined && <span class="row-label">{label} </span>}
      <bdi>{text}</bdi>
    </p>
  );
}
