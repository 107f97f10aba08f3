/** What is going on, in one line: being made, made, failed with what is shown instead, out of touch. */
import { count, milliseconds, minute } from "./print.js";
import {
  connected,
  diagnostics,
  goodAt,
  isForgotten,
  making,
  stateFault,
} from "./state/issue-state.js";
import { openPanel } from "./state/panel-state.js";

export function StatusLine() {
  const { tone, words } = told();
  return (
    <footer class="status-line" data-tone={tone}>
      <p class="status-words" role="status">
        <span class="status-light" aria-hidden="true" />
        {words}
      </p>
      <Problems />
    </footer>
  );
}

interface Told {
  readonly tone: "busy" | "good" | "bad";
  readonly words: string;
}

function told(): Told {
  if (!connected.value) {
    if (isForgotten.value) return { tone: "bad", words: ANOTHER };
    return { tone: "bad", words: `No connection to brief preview; trying again. ${lastGood()}` };
  }
  if (stateFault.value !== null) return { tone: "bad", words: stateFault.value };
  const now = making.value;
  switch (now.kind) {
    case "opening":
      return { tone: "busy", words: "Making the brief …" };
    case "making":
      return { tone: "busy", words: `Making: ${fileWords(now.files)}` };
    case "made": {
      const at = goodAt.value === null ? "" : ` at ${minute(goodAt.value)}`;
      const took = now.ms === null ? "" : ` in ${milliseconds(now.ms)}`;
      return { tone: "good", words: `Made${took}${at}` };
    }
    case "failed":
      return { tone: "bad", words: `Failed. ${lastGood()}` };
  }
}

const ANOTHER =
  "brief preview was started again: open the address that it printed. What is shown is old.";

function lastGood(): string {
  const at = goodAt.value;
  return at === null
    ? "There is no page to show yet."
    : `Showing the last good page of ${minute(at)}.`;
}

const MOST_FILES = 3;

function fileWords(files: readonly string[]): string {
  const [first, ...rest] = files;
  if (first === undefined) return "the brief";
  if (files.length <= MOST_FILES) return files.join(", ");
  return `${first} and ${count(rest.length, "other file")}`;
}

function Problems() {
  const all = diagnostics.value;
  const of = (severity: string) => all.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [of("error"), of("warning")];
  const words =
    errors + warnings === 0
      ? "no problems"
      : [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")]
          .filter(Boolean)
          .join(", ");
  return (
    <button
      type="button"
      class="status-problems"
      data-tone={errors > 0 ? "bad" : warnings > 0 ? "warn" : "good"}
      onClick={({ currentTarget }) => openPanel({ kind: "problems" }, () => currentTarget.focus())}
    >
      {words}
    </button>
  );
}
