/** The copies of articles: who else carries the same words, and counts as no second origin. */
import { count } from "../print.js";
import { issue } from "../state/issue-state.js";
import { goTo } from "../state/panel-state.js";

export function Reprints({ of }: { readonly of: readonly string[] }) {
  const cited = new Set(of);
  const copies = (issue.value?.coverage ?? []).filter(
    ({ fate, of: original }) => fate === "reprint" && original !== undefined && cited.has(original),
  );
  return (
    <section class="reprints">
      <h3>Reprints</h3>
      {copies.length === 0 ? (
        <p class="empty">None: no other article carries this copy.</p>
      ) : (
        <>
          <p>{count(copies.length, "article")} of the same copy; together one origin.</p>
          <ul>
            {copies.map(({ article, file, outlet }) => (
              <li>
                <button
                  type="button"
                  class="link-button"
                  onClick={() => article !== null && goTo({ kind: "article", article, at: null })}
                >
                  <bdi>{outlet?.name ?? file}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
