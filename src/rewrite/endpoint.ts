/** A prompt to the answer of the endpoint, within the budgets of the run: patient with failures, but not for long. */
import type { Clock } from "../host/clock.js";
import { NetworkError, type NetworkResponse, type Poster } from "../host/network.js";
import type { RewriteSettings } from "../model/settings.js";
import type { Prompt } from "./prompt.js";
import { type Answer, MAX_ANSWER_BYTES, readAnswer } from "./read-answer.js";

export interface EndpointMeans {
  readonly poster: Poster;
  readonly clock: Clock;
  /** Sent with each request; neither kept nor printed. */
  readonly key: string | undefined;
  readonly signal: AbortSignal | undefined;
}

export type Reply = Answer | { readonly kind: "spent"; readonly what: "calls" | "tokens" | "time" };

/** Milliseconds before the second and the third try. */
const BACK_OFF = [1000, 4000];
/** A server that asks for more patience is asked no more. */
const LONGEST_WAIT_MS = 30_000;
/** Failures in a row after which the endpoint is asked no more. */
const MOST_FAILURES = 3;
/** Letters of a token, at least: an estimate where the endpoint does not count. */
const LETTERS_PER_TOKEN = 3;

export class Endpoint {
  private calls = 0;
  private tokens = 0;
  private failures = 0;
  private readonly ends: number;

  constructor(
    private readonly settings: RewriteSettings,
    private readonly means: EndpointMeans,
  ) {
    this.ends = means.clock.now() + settings.budget.seconds * 1000;
  }

  /** Null once it has failed too often: nothing more comes of asking. */
  async ask(prompt: Prompt): Promise<Reply | null> {
    if (this.failures >= MOST_FAILURES || this.means.signal?.aborted === true) return null;
    const estimate = Math.ceil(prompt.body.length / LETTERS_PER_TOKEN) + this.settings.maxTokens;
    const spent = this.spent(estimate);
    if (spent !== null) return { kind: "spent", what: spent };
    const answer = await this.tryHard(prompt);
    // What it says of itself is believed upwards alone; an answer that is none was paid for too.
    const counted = answer.kind === "text" ? (answer.tokens ?? 0) : 0;
    const least = Math.ceil(prompt.body.length / (LETTERS_PER_TOKEN * 2));
    this.tokens += Math.max(counted, least);
    this.failures = answer.kind === "fault" ? this.failures + 1 : 0;
    return answer;
  }

  private spent(estimate: number): "calls" | "tokens" | "time" | null {
    const { calls, tokens } = this.settings.budget;
    if (this.calls >= calls) return "calls";
    if (this.tokens + estimate > tokens) return "tokens";
    return this.means.clock.now() >= this.ends ? "time" : null;
  }

  private async tryHard(prompt: Prompt): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      const { answer, retryMs } = await this.tryOnce(prompt, BACK_OFF[attempt]);
      const isLate = retryMs !== null && this.means.clock.now() + retryMs >= this.ends;
      const isSpent = this.calls >= this.settings.budget.calls;
      if (retryMs === null || isLate || isSpent || this.means.signal?.aborted === true)
        return answer;
      await this.means.clock.wait(retryMs);
    }
  }

  private async tryOnce(
    { body }: Prompt,
    pause: number | undefined,
  ): Promise<{ answer: Answer; retryMs: number | null }> {
    const { poster, clock, key, signal } = this.means;
    this.calls += 1;
    const left = Math.max(1, this.ends - clock.now());
    const authorization: Record<string, string> =
      key === undefined ? {} : { authorization: `Bearer ${key}` };
    try {
      const response = await poster.post(completionsOf(this.settings.endpoint), {
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          ...authorization,
        },
        body,
        maxBytes: MAX_ANSWER_BYTES,
        timeoutMs: Math.min(this.settings.timeoutMs, left),
        signal,
      });
      if (response.status === 401 || response.status === 403) this.failures = MOST_FAILURES;
      return { answer: readAnswer(response), retryMs: retryAfter(response, pause) };
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      const answer = { kind: "fault", reason: error.message } as const;
      // A slow answer is no quicker the second time, and costs as much.
      const isPassing = error.failure === "unreachable";
      return { answer, retryMs: isPassing ? (pause ?? null) : null };
    }
  }
}

/** @returns null where the answer stands, or is waited for no longer */
function retryAfter(
  { status, headers }: NetworkResponse,
  pause: number | undefined,
): number | null {
  if ((status !== 429 && status < 500) || pause === undefined) return null;
  const asked = Number(headers["retry-after"] ?? Number.NaN) * 1000;
  const wait = Number.isFinite(asked) ? Math.max(asked, pause) : pause;
  return wait > LONGEST_WAIT_MS ? null : wait;
}

function completionsOf(endpoint: string): string {
  const base = endpoint.replace(/\/+$/, "");
  return base.endsWith("/chat/completions") ? base : `${base}/chat/completions`;
}
