/** A change of the desk notes as it would stand in the file, asked before it is written. */
import { useEffect, useRef } from "preact/hooks";
import { DiagnosticLine } from "../panel/diagnostic-line.js";
import { Scrollable } from "../scrollable.js";
import { applyChange, type Change, change, notes, propose } from "../state/notes-state.js";
import { Diff } from "./diff.js";

export function ChangeDialog() {
  const box = useRef<HTMLDialogElement>(null);
  const shown = change.value;
  useEffect(() => {
    if (shown !== null && box.current?.open === false) box.current.showModal();
    // The diff before it takes the focus otherwise, as it scrolls.
    box.current?.querySelector<HTMLElement>(".change-buttons button")?.focus();
    if (shown === null) box.current?.close();
  }, [shown]);
  return (
    <dialog ref={box} class="change" aria-labelledby="change-heading" onClose={dismiss}>
      {shown !== null && <Content of={shown} />}
    </dialog>
  );
}

function dismiss(): void {
  change.value = null;
}

function Content({ of }: { readonly of: Change }) {
  switch (of.kind) {
    case "proposed":
      return (
        <>
          <h2 id="change-heading">Change the desk notes?</h2>
          <p class="change-file">{notes.value?.file}</p>
          {of.proposal.diagnostics.map((one) => (
            <DiagnosticLine of={one} />
          ))}
          <Diff of={of.proposal.diff} />
          <Buttons onApply={() => void applyChange()} words="Apply" />
        </>
      );
    case "conflict":
      return (
        <>
          <h2 id="change-heading">The notes were changed in the meantime</h2>
          <p>Nothing was written. This is what stands in {notes.value?.file} now:</p>
          <Scrollable class="notes-text" label="The file as it stands" dir="ltr">
            {notes.value?.text}
          </Scrollable>
          <Buttons onApply={() => void propose(of.edits)} words="Try again with these" />
        </>
      );
    case "fault":
      return (
        <>
          <h2 id="change-heading">This change cannot be made</h2>
          <p class="fault">{of.message}</p>
          {of.diagnostics.map((one) => (
            <DiagnosticLine of={one} />
          ))}
          <Buttons onApply={null} words="" />
        </>
      );
  }
}

interface ButtonsProps {
  /** Null where there is nothing to go on with. */
  readonly onApply: (() => void) | null;
  readonly words: string;
}

function Buttons({ onApply, words }: ButtonsProps) {
  return (
    <div class="change-buttons">
      {onApply !== null && (
        <button type="button" class="main-button" onClick={onApply}>
          {words}
        </button>
      )}
      <button type="button" onClick={dismiss}>
        {onApply === null ? "Close" : "Cancel"}
      </button>
    </div>
  );
}
