/** The desk notes of the issue: what can be written from here, the way back, and the file as it stands. */
import { LinesForm } from "../edit/lines-form.js";
import { ThemeForm } from "../edit/theme-form.js";
import { Scrollable } from "../scrollable.js";
import { notes, step } from "../state/notes-state.js";
import { DiagnosticLine } from "./diagnostic-line.js";
import { SourceLink } from "./source-link.js";

export function NotesPanel() {
  const now = notes.value;
  if (now === null) return <p class="empty">The desk notes cannot be read.</p>;
  return (
    <>
      <div class="notes-head">
        <p class="source-head">
          <bdi>{now.file}</bdi>
          {now.exists && <SourceLink path={now.file} line={1} column={1} />}
        </p>
        <div class="action-buttons">
          <button type="button" disabled={!now.canUndo} onClick={() => void step("undo")}>
            Undo
          </button>
          <button type="button" disabled={!now.canRedo} onClick={() => void step("redo")}>
            Redo
          </button>
        </div>
      </div>
      {now.diagnostics.map((one) => (
        <DiagnosticLine of={one} />
      ))}
      <ThemeForm />
      <LinesForm kind="bottom-line" words="Bottom line" />
      <LinesForm kind="key-messages" words="Key messages" />
      <h3>The file</h3>
      {now.exists ? (
        <Scrollable class="notes-text" label="The file as it stands" dir="ltr">
          {now.text}
        </Scrollable>
      ) : (
        <p class="empty">There is none yet; the first change makes it.</p>
      )}
    </>
  );
}
