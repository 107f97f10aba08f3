/** Checks that the files of a lexicon share: ids that stand for two entries, terms without a word. */
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { ParsedYaml, Path } from "../text/yaml.js";

export function checkIds<K extends string>(
  file: ParsedYaml<{ readonly [key in K]: readonly { readonly id: string }[] }>,
  key: K,
): Diagnostic[] {
  const seen = new Set<string>();
  return (file.value?.[key] ?? []).flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const place = file.placeOf([key, index, "id"]);
    return [error("duplicate-id", `"${id}" stands for two entries`, place, "rename one of them")];
  });
}

/** Keys under which text is matched against articles. */
const TERM_KEYS: ReadonlySet<PropertyKey> = new Set([
  ...["strong", "near", "weak", "negative", "cs", "not", "short", "names", "terms"],
  ...["mask", "context", "contextNot"],
]);

/** A term without a letter or digit would match nothing; `*` alone would match everything. */
export function checkTerms(file: ParsedYaml<unknown>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const visit = (value: unknown, path: Path, isTerm: boolean): void => {
    if (typeof value === "string" && isTerm && !/[\p{L}\p{N}]/u.test(value)) {
      const message = `term ${JSON.stringify(value)} holds no word`;
      diagnostics.push(error("empty-term", message, file.placeOf(path), "take it out"));
    }
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      visit(inner, [...path, step], isTerm || TERM_KEYS.has(step));
    }
  };
  visit(file.value, [], false);
  return diagnostics;
}

export function error(code: string, message: string, place: Place, hint?: string): Diagnostic {
  const base = { code, severity: "error", message, place } as const;
  return hint === undefined ? base : { ...base, hint };
}
