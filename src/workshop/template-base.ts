/** What a template was made from, kept beside it as `base.json`, so that later changes can be told. */
import { join } from "node:path";
import { z } from "zod";
import type { Host } from "../host/host.js";
import { toJson } from "../json.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { TemplateFolder } from "../model/template-folder.js";

export const BASE_FILE = "base.json";

/** Larger than what a person's templates hold. */
const MAX_BASE = 16 * 1024 * 1024;

const BaseSchema = z.strictObject({
  schema: z.literal("briefwright/template-base/1"),
  /** Name of the template that it was made from. */
  from: z.string(),
  /** Version of the program then. */
  program: z.string(),
  /** Text then of every file of it and of all that it extends: `weekly/brief.hbs`. */
  files: z.record(z.string(), z.string()),
});
export type TemplateBase = z.infer<typeof BaseSchema>;

export function writeBase(base: Omit<TemplateBase, "schema">): Uint8Array {
  return toJson({ schema: "briefwright/template-base/1", ...base }, BaseSchema);
}

/** @param template the folder that holds it */
export async function readBase(
  host: Host,
  { path, folder }: Pick<TemplateFolder, "path" | "folder">,
): Promise<Outcome<TemplateBase>> {
  const file = join(path, BASE_FILE);
  const size = await host.sizeOf(file);
  if (size === null) return noBase(folder, "the template does not say what it was made from");
  if (size > MAX_BASE) return noBase(folder, "is too large to be what the program wrote");
  const read = BaseSchema.safeParse(parse(new TextDecoder().decode(await host.readFile(file))));
  if (!read.success) return noBase(folder, "is not as the program wrote it");
  return { value: read.data, diagnostics: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function noBase(folder: string, message: string): Outcome<never> {
  const fault: Diagnostic = {
    code: "no-template-base",
    severity: "error",
    message,
    place: { file: `${folder}/${BASE_FILE}` },
    hint: "brief template upgrade --done writes it anew: changes count from then on",
  };
  return { value: null, diagnostics: [fault] };
}

/** Text of every file of a chain, under the name of its template: `weekly/brief.hbs`. */
export function textsOf(chain: readonly TemplateFolder[]): ReadonlyMap<string, string> {
  return new Map(
    chain.flatMap(({ name, files }) =>
      [...files].map(([path, text]) => [`${name}/${path}`, text] as const),
    ),
  );
}
