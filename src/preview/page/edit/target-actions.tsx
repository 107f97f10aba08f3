/** What the desk can do with a statement or an article: pin it, leave it out, move it to another theme. */
import { useState } from "preact/hooks";
import type { NoteEdit, Target } from "../api/note-edit.js";
import { issue } from "../state/issue-state.js";
import { notes, propose } from "../state/notes-state.js";
import { ExcludeForm, MoveForm } from "./target-forms.js";

interface StatementProps {
  readonly target: { readonly statement: string };
}

export function StatementActions({ target }: StatementProps) {
  const pins = notes.value?.pins ?? [];
  const isPinned = pins.some(({ statement }) => statement === target.statement);
  return (
    <Actions
      target={target}
      what="statement"
      pinned={isPinned ? target : null}
      isOut={false}
      from={themesOfStatement(target.statement)}
    />
  );
}

export function ArticleActions({ article }: { readonly article: string }) {
  const entry = issue.value?.coverage.find((one) => one.article === article);
  const names = [article, entry?.file];
  const pin = notes.value?.pins.find(
    ({ article: named, words }) => words === undefined && names.includes(named ?? ""),
  );
  const from = entry?.themes.filter(({ assigned }) => assigned).map(({ id }) => id) ?? [];
  return (
    <Actions
      target={{ article }}
      what="article"
      pinned={pin?.article === undefined ? null : { article: pin.article }}
      isOut={entry?.fate === "excluded"}
      from={from}
    />
  );
}

interface ActionsProps {
  readonly target: Target;
  readonly what: "statement" | "article";
  /** As the notes name what they pin; null where they do not. */
  readonly pinned: Target | null;
  readonly isOut: boolean;
  /** Themes that it is on. */
  readonly from: readonly string[];
}

function Actions({ target, what, pinned, isOut, from }: ActionsProps) {
  const [open, setOpen] = useState<"exclude" | "move" | null>(null);
  const ask = (edit: NoteEdit) => {
    setOpen(null);
    void propose([edit]);
  };
  const toggle = (form: "exclude" | "move") => setOpen(open === form ? null : form);
  return (
    <section class="actions" aria-label={`Change this ${what}`}>
      <div class="action-buttons">
        <button
          type="button"
          onClick={() =>
            ask(pinned === null ? { kind: "pin", target } : { kind: "unpin", target: pinned })
          }
        >
          {pinned === null ? "Pin" : "Unpin"}
        </button>
        {isOut ? (
          <button type="button" onClick={() => ask({ kind: "include", target })}>
            Take in again
          </button>
        ) : (
          <button
            type="button"
            aria-expanded={open === "exclude"}
            onClick={() => toggle("exclude")}
          >
            Leave out …
          </button>
        )}
        <button type="button" aria-expanded={open === "move"} onClick={() => toggle("move")}>
          Move …
        </button>
      </div>
      {open === "exclude" && (
        <ExcludeForm what={what} onDone={(reason) => ask({ kind: "exclude", target, reason })} />
      )}
      {open === "move" && (
        <MoveForm from={from} onDone={(move) => ask({ kind: "move", target, ...move })} />
      )}
    </section>
  );
}

function themesOfStatement(id: string): readonly string[] {
  const themes = issue.value?.themes ?? [];
  return themes
    .filter(({ happened, says, background }) =>
      [...happened, ...background, ...says.map(({ statement }) => statement)].some(
        (statement) => statement.id === id,
      ),
    )
    .map((theme) => theme.id);
}
