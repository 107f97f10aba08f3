/** A list of recipients in YAML in, its rows with their places out; a row that is wrong costs that row alone. */
import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.js";
import { describeIssues } from "../text/schema-issues.js";
import { parseYaml } from "../text/yaml.js";
import { ListDefaultsSchema, ListEntrySchema, type PlacedEntry } from "./list-entry.js";

export const YamlListSchema = z.strictObject({
  /** Of the list, for people. */
  title: z.string().optional(),
  defaults: ListDefaultsSchema.prefault({}),
  recipients: z.array(z.unknown()),
});

export interface ReadList {
  readonly entries: readonly PlacedEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readYamlList(text: string, file: string): ReadList {
  const { value, diagnostics, placeOf } = parseYaml(YamlListSchema, file, text);
  if (value === null) return { entries: [], diagnostics };
  const entries: PlacedEntry[] = [];
  const faults: Diagnostic[] = [];
  for (const [at, given] of value.recipients.entries()) {
    const above = ["recipients", at];
    const checked = ListEntrySchema.safeParse(given);
    if (checked.success) {
      const entry = { ...value.defaults, ...checked.data };
      entries.push({ entry, placeOf: (field) => placeOf([...above, field]) });
    } else {
      const placed = (path: readonly PropertyKey[]) => placeOf([...above, ...path]);
      faults.push(...describeIssues(ListEntrySchema, given, checked.error.issues, placed));
    }
  }
  return { entries, diagnostics: [...diagnostics, ...faults] };
}
