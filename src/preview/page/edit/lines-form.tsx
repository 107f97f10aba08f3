/** The bottom line or the key messages in the desk's words, a line each. */
import { useEffect, useState } from "preact/hooks";
import { issue } from "../state/issue-state.js";
import { propose } from "../state/notes-state.js";

interface Props {
  readonly kind: "bottom-line" | "key-messages";
  readonly words: string;
}

export function LinesForm({ kind, words }: Props) {
  const desk = issue.value?.desk;
  const lines = kind === "bottom-line" ? desk?.bottomLine : desk?.keyMessages;
  const known = (lines ?? []).map(({ text }) => text).join("\n");
  const [text, setText] = useState(known);
  useEffect(() => setText(known), [known]);
  const isSame = linesOf(text).join("\n") === known;
  return (
    <details class="small-form-box" open={known !== ""}>
      <summary>{words} in the desk’s words</summary>
      <form
        class="small-form"
        onSubmit={(event) => {
          event.preventDefault();
          void propose([{ kind, lines: linesOf(text) }]);
        }}
      >
        <label>
          <span>One to a line; in the place of the statements that were chosen</span>
          <textarea
            rows={3}
            dir="auto"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={isSame}>
          Show the change
        </button>
      </form>
    </details>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
