/** What a run of rewriting met to diagnostics: one for each sentence refused, one for each reason that ended it. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Statement } from "../model/issue.js";
import type { Rewrite, RewriteFault } from "../model/rewrite.js";
import type { RewriteSettings } from "../model/settings.js";

const FILE = "briefwright.yaml";

export class Findings {
  private readonly refused: Diagnostic[] = [];
  private readonly stops = new Map<
    string,
    { found: Omit<Diagnostic, "message">; count: number; words: string }
  >();

  constructor(private readonly settings: RewriteSettings) {}

  rejected({ id }: Statement, { kind }: Rewrite, faults: readonly RewriteFault[]): void {
    const [first] = faults;
    const words = first?.words ?? "";
    const shown = words === "" ? "" : `: “${plain(words)}”`;
    this.refused.push({
      code: "rewrite-rejected",
      severity: "info",
      message: `the ${kind} of ${id} breaks the rule ${first?.rule ?? "shape"}${shown}`,
      place: { file: FILE },
      hint: "the words of the source stand",
    });
  }

  failed(reason: string): void {
    this.stop(
      "rewrite-failed",
      "warning",
      `the endpoint of ${plain(this.settings.model)} ${plain(reason)}`,
      "see that it runs and knows the model; the words of the sources stand meanwhile",
    );
  }

  spent(what: "calls" | "tokens" | "time"): void {
    this.stop(
      "rewrite-budget",
      "info",
      `the budget of ${what} for rewriting is spent`,
      "run again: answers are kept, and cost nothing then; or raise rewrite.budget",
    );
  }

  notAsked(): void {
    this.stop(
      "rewrite-not-asked",
      "info",
      "the endpoint was not asked, and no answer is kept",
      "run without --offline to ask it",
    );
  }

  unsafe(end: string): void {
    this.stop(
      "rewrite-unsafe",
      "warning",
      `${end} would get articles and key without encryption`,
      "use https, or name the server under network.allow where it is your own",
    );
  }

  noKey(name: string): void {
    this.stop(
      "rewrite-no-key",
      "warning",
      `the environment variable ${name} is not set`,
      "set it to the key of the endpoint, or leave out rewrite.keyEnv",
    );
  }

  /** In the order of sentences; then what ended the asking, with how many sentences it cost. */
  all(): Diagnostic[] {
    const stops = [...this.stops.values()].map(({ found, count, words }) => ({
      ...found,
      message: count === 1 ? words : `${words} (${count} sentences)`,
    }));
    return [...this.refused, ...stops];
  }

  private stop(code: string, severity: Diagnostic["severity"], words: string, hint: string): void {
    const key = `${code}\n${words}`;
    const count = (this.stops.get(key)?.count ?? 0) + 1;
    const found = { code, severity, place: { file: FILE }, hint };
    this.stops.set(key, { found, count, words });
  }
}

/** As much of hostile words as a terminal can be given. */
const plain = (words: string): string => words.replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, 80);
