/** What has to be said to leave something out or to move it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { localised } from "../print.js";
import { issue } from "../state/issue-state.js";

interface ExcludeProps {
  readonly what: "statement" | "article";
  readonly onDone: (reason: string) => void;
}

export function ExcludeForm({ what, onDone }: ExcludeProps) {
  const [reason, setReason] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="small-form"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(reason.trim());
      }}
    >
      <label>
        <span>Why this {what} is left out (the coverage prints it)</span>
        <input
          ref={field}
          required
          pattern=".*\S.*"
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <button type="submit">Show the change</button>
    </form>
  );
}

interface Move {
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
}

interface MoveProps {
  readonly from: readonly string[];
  readonly onDone: (move: Move) => void;
}

export function MoveForm({ from, onDone }: MoveProps) {
  const themes = issue.value?.themes ?? [];
  const [start, setStart] = useState(from[0] ?? "");
  const others = themes.filter(({ id }) => id !== start);
  const [to, setTo] = useState(others[0]?.id ?? "");
  const [reason, setReason] = useState("");
  if (start === "" || others.length === 0) {
    return <p class="empty">It is on no theme of this brief that it could be moved from.</p>;
  }
  return (
    <form
      class="small-form"
      onSubmit={(event) => {
        event.preventDefault();
        const words = reason.trim();
        onDone({ from: start, to, ...(words === "" ? {} : { reason: words }) });
      }}
    >
      {from.length > 1 && <ThemeSelect name="From" value={start} of={from} onChange={setStart} />}
      <ThemeSelect name="To" value={to} of={others.map(({ id }) => id)} onChange={setTo} />
      <label>
        <span>Why (may be left out)</span>
        <input value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
      </label>
      <button type="submit">Show the change</button>
    </form>
  );
}

interface ThemeSelectProps {
  readonly name: string;
  readonly value: string;
  readonly of: readonly string[];
  readonly onChange: (id: string) => void;
}

export function ThemeSelect({ name, value, of, onChange }: ThemeSelectProps) {
  return (
    <label>
      <span>{name}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {of.map((id) => (
          <option value={id}>{themeName(id)}</option>
        ))}
      </select>
    </label>
  );
}

/** Name of a theme in the brief's language; its id where the brief does not print it. */
export function themeName(id: string): string {
  const theme = issue.value?.themes.find((one) => one.id === id);
  return theme === undefined ? id : localised(theme.short, issue.value?.brief.language ?? "en");
}
