/** What an endpoint answered to the sentence in it, or why there is none. After OpenAI's chat completions. */
import { z } from "zod";
import type { NetworkResponse } from "../host/network.js";
import { readJson } from "../text/read-json.js";
import { AnswerSchema } from "./prompt.js";

export type Answer =
  | { readonly kind: "text"; readonly text: string; readonly tokens: number | null }
  | { readonly kind: "fault"; readonly reason: string };

/** Bytes of one answer. */
export const MAX_ANSWER_BYTES = 64 * 1024;

/** Unknown fields are many and harmless; those below are all that is read. */
const CompletionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.string().max(MAX_ANSWER_BYTES).nullish(),
          tool_calls: z.array(z.unknown()).nullish(),
          function_call: z.unknown().optional(),
        }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.number().nonnegative().max(1e9) }).nullish(),
});

export function readAnswer({ status, headers, bytes }: NetworkResponse): Answer {
  if (status >= 300 && status < 400) return fault("leads elsewhere, which is not followed");
  if (status !== 200) return fault(`answers with status ${status}`);
  if (!/^application\/json\b/i.test(headers["content-type"] ?? "")) {
    return fault("answers with something else than JSON");
  }
  const parsed = CompletionSchema.safeParse(readJson(new TextDecoder().decode(bytes)));
  if (!parsed.success) return fault("answers with something else than a completion");
  const [choice] = parsed.data.choices;
  const { content, tool_calls: tools, function_call: call } = choice?.message ?? {};
  if ((tools?.length ?? 0) > 0 || (call ?? null) !== null)
    return fault("calls a tool, and has none");
  if (choice?.finish_reason === "length") return fault("answers more than maxTokens");
  const answer = AnswerSchema.safeParse(readJson(content ?? ""));
  if (!answer.success) return fault("answers with something else than the sentence asked for");
  return {
    kind: "text",
    text: answer.data.text.trim(),
    tokens: parsed.data.usage?.total_tokens ?? null,
  };
}

const fault = (reason: string): Answer => ({ kind: "fault", reason });
