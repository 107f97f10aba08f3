/** The bottom line or the key messages in the desk's words, a line each. */
import { useEffect, useState } from "preact/hooks";
import { issue } from "../state/issue-state.js";
import { propose } from "../state/notes-state.js";
import { parseLines, printLines } from "./cited-lines.js";

interface Props {
  readonly kind: "bottom-line" | "key-messages";
  readonly words: string;
}

export function LinesForm({ kind, words }: Props) {
  const now = issue.value;
  const before = kind === "bottom-line" ? now?.desk.bottomLine : now?.desk.keyMessages;
  const known = now === null ? "" : printLines(before ?? [], now);
  const [text, setText] = useState(known);
  useEffect(() => setText(known), [known]);
  return (
    <details class="small-form-box" open={known !== ""}>
      <summary>{words} in the desk’s words</summary>
      <form
        class="small-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (now !== null) void propose([{ kind, lines: parseLines(text, before ?? [], now) }]);
        }}
      >
        <label>
          <span>
            One to a line, in the place of the statements that were chosen. Name the statements that
            it rests on behind it: <code>[s-…]</code>; a line without is a desk judgement.
          </span>
          <textarea
            rows={4}
            dir="auto"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={text.trim() === known}>
          Show the change
        </button>
      </form>
    </details>
  );
}
