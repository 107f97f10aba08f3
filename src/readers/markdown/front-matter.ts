/** The front matter of a Markdown file (YAML between `---`, TOML between `+++`) to its fields, and the rest. */
import { z } from "zod";
import type { Diagnostic } from "../../model/diagnostic.js";
import { parseYaml } from "../../text/yaml.js";

export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  /** What follows it; the whole text where there is none. */
  readonly body: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** No front matter of a page is longer. */
const MAX_LENGTH = 50_000;

export function readFrontMatter(text: string, file: string): FrontMatter {
  const open = /^\s*(---|\+\+\+)[ \t]*\r?\n/.exec(text.slice(0, 1000));
  if (open === null) return { fields: {}, body: text, diagnostics: [] };
  const front = text.slice(open[0].length, open[0].length + MAX_LENGTH);
  const close = (open[1] === "---" ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m).exec(front);
  const lines = front.slice(0, close?.index ?? 0);
  if (close === null || !/^[\w-]+[ \t]*[:=]/m.test(lines)) {
    return { fields: {}, body: text, diagnostics: [] };
  }
  const body = text.slice(open[0].length + close.index + close[0].length);
  if (open[1] === "+++") return { fields: readLines(lines), body, diagnostics: [] };
  const shift = "\n".repeat(open[0].split("\n").length - 1);
  const { value, diagnostics } = parseYaml(z.record(z.string(), z.unknown()), file, shift + lines);
  // The article below can be read all the same.
  const warnings = diagnostics.map((said) => ({ ...said, severity: "warning" as const }));
  return { fields: value ?? readLines(lines), body, diagnostics: warnings };
}

/** `name: value` line by line, for what is no YAML after all. */
function readLines(text: string): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const line of text.split(/\r?\n/)) {
    const match = /^([\w-]{1,60})[ \t]*[:=][ \t]*(\S.*)$/.exec(line.slice(0, 2000));
    if (match?.[1] !== undefined)
      fields[match[1]] ??= (match[2] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2");
  }
  return fields;
}
