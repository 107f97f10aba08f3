/** Which issue, in which form and language; and the views of it. */
import { KeysButton } from "./keys-button.js";
import { catalogue, diagnostics, issue } from "./state/issue-state.js";
import { notes } from "./state/notes-state.js";
import { closePanel, openPanel, panel, pinned } from "./state/panel-state.js";
import { formatRoute, VIEWS, type View } from "./state/route.js";
import { changeRoute, route, view } from "./state/route-state.js";

const VIEW_NAMES: Readonly<Record<View, string>> = { page: "Brief", coverage: "Coverage" };

export function TopBar() {
  const at = route.value;
  if (at.kind === "list") return null;
  const brief = catalogue.value?.briefs.find(({ id }) => id === at.brief);
  return (
    <header class="top-bar">
      <a class="home" href={formatRoute({ kind: "list" })}>
        Issues
      </a>
      <h1 class="bar-title">
        {brief?.title ?? at.brief} <span class="bar-issue">{at.issue}</span>
      </h1>
      <nav class="views" aria-label="Views">
        {VIEWS.map((one) => (
          <a
            href={formatRoute({ ...at, view: one })}
            aria-current={view.value === one ? "page" : undefined}
          >
            {VIEW_NAMES[one]}
            {one === "coverage" && issue.value !== null && (
              <span class="count"> {issue.value.coverage.length}</span>
            )}
          </a>
        ))}
      </nav>
      <div class="forms">
        <Choice
          name="Template"
          value={at.template}
          own={brief?.template}
          choices={catalogue.value?.templates ?? []}
          onChange={(template) => changeRoute({ template })}
        />
        <Choice
          name="Language"
          value={at.language}
          own={brief?.languages[0]}
          choices={catalogue.value?.languages ?? []}
          onChange={(language) => changeRoute({ language })}
        />
      </div>
      <div class="bar-buttons">
        <PanelButton kind="problems" words="Problems" count={diagnostics.value.length} />
        <PanelButton kind="notes" words="Desk notes" count={notes.value?.exists ? 1 : null} />
        <KeysButton />
      </div>
    </header>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string | null;
  /** What the brief takes by itself. */
  readonly own: string | undefined;
  readonly choices: readonly string[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ name, value, own, choices, onChange }: ChoiceProps) {
  if (choices.length < 2) return null;
  const auto = own === undefined ? "as the brief says" : own;
  return (
    <label class="choice">
      <span>{name}</span>
      <select
        value={value ?? ""}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      >
        <option value="">{auto}</option>
        {choices
          .filter((choice) => choice !== own)
          .map((choice) => (
            <option value={choice}>{choice}</option>
          ))}
      </select>
    </label>
  );
}

interface PanelButtonProps {
  readonly kind: "problems" | "notes";
  readonly words: string;
  /** Null where there is nothing to count. */
  readonly count: number | null;
}

function PanelButton({ kind, words, count }: PanelButtonProps) {
  const isOpen = pinned.value?.kind === kind;
  return (
    <button
      type="button"
      class="bar-button"
      aria-expanded={isOpen}
      aria-controls={panel.value === null ? undefined : "panel"}
      onClick={({ currentTarget }) =>
        isOpen ? closePanel() : openPanel({ kind }, () => currentTarget.focus())
      }
    >
      {words}
      {kind === "problems" && count !== null && count > 0 && <span class="count"> {count}</span>}
      {kind === "notes" && count !== null && <span class="dot" aria-hidden="true" />}
    </button>
  );
}
