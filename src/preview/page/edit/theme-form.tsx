/** Status and assessment of a theme in the desk's words. */
import { useEffect, useState } from "preact/hooks";
import type { IssueTheme } from "../../../model/issue.js";
import type { NoteEdit } from "../api/note-edit.js";
import { issue } from "../state/issue-state.js";
import { propose } from "../state/notes-state.js";
import { ThemeSelect } from "./target-forms.js";

/** As the schema of the notes has them; a closed union, so that one that is gone is told when compiled. */
const STATUSES: readonly IssueTheme["status"][] = [
  "baseline",
  "up",
  "same",
  "down",
  "thin",
  "quiet",
  "not-assessed",
];

export function ThemeForm() {
  const themes = issue.value?.themes ?? [];
  const [id, setId] = useState(themes[0]?.id ?? "");
  const theme = themes.find((one) => one.id === id) ?? themes[0];
  const known = {
    status: theme?.status ?? "not-assessed",
    reason: theme?.reason?.text ?? "",
    text: theme?.assessment?.text ?? "",
  };
  const [status, setStatus] = useState<string>(known.status);
  const [reason, setReason] = useState(known.reason);
  const [text, setText] = useState(known.text);
  useEffect(() => {
    setStatus(known.status);
    setReason(known.reason);
    setText(known.text);
  }, [theme?.id, known.status, known.reason, known.text]);
  if (theme === undefined) return null;
  const edits: NoteEdit[] = [];
  if (status !== known.status || reason.trim() !== known.reason) {
    edits.push({
      kind: "status",
      theme: theme.id,
      status,
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    });
  }
  if (text.trim() !== known.text) {
    edits.push({ kind: "assessment", theme: theme.id, text: text.trim() });
  }
  return (
    <form
      class="small-form"
      aria-label="Assess a theme"
      onSubmit={(event) => {
        event.preventDefault();
        void propose(edits);
      }}
    >
      <h3>Assess a theme</h3>
      <ThemeSelect
        name="Theme"
        value={theme.id}
        of={themes.map((one) => one.id)}
        onChange={setId}
      />
      <label>
        <span>Status</span>
        <select value={status} onChange={({ currentTarget }) => setStatus(currentTarget.value)}>
          {STATUSES.map((one) => (
            <option value={one}>{one.replaceAll("-", " ")}</option>
          ))}
        </select>
      </label>
      <label>
        <span>Why, in one line</span>
        <input value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
      </label>
      <label>
        <span>Assessment</span>
        <textarea
          rows={4}
          dir="auto"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={edits.length === 0}>
        Show the change
      </button>
    </form>
  );
}
