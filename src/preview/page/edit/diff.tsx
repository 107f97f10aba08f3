/** Lines that stay, come and go, the far ones that stay folded. */
import type { DiffLine } from "../../../text/diff-lines.js";
import { count } from "../print.js";
import { Scrollable } from "../scrollable.js";
import { foldDiff } from "./fold-diff.js";

const SIGNS = { same: " ", add: "+", remove: "−" } as const;
const WORDS = { same: "", add: "added: ", remove: "removed: " } as const;

export function Diff({ of }: { readonly of: readonly DiffLine[] }) {
  const isNothing = of.every(({ kind }) => kind === "same");
  if (isNothing) return <p class="empty">It stands there already: nothing would change.</p>;
  return (
    <Scrollable class="diff" label="What would change" dir="ltr">
      {foldDiff(of).map((part) =>
        part.kind === "folded" ? (
          <p class="diff-folded">{count(part.lines, "line")} as before</p>
        ) : (
          <div class="diff-line" data-kind={part.line.kind}>
            <span class="diff-sign" aria-hidden="true">
              {SIGNS[part.line.kind]}
            </span>
            <span class="aside-words">{WORDS[part.line.kind]}</span>
            <code>{part.line.text}</code>
          </div>
        ),
      )}
    </Scrollable>
  );
}
