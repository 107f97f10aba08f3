/** The sources of an issue in, the files that reference managers read out. */
import {
  type ExportFormat,
  ExportFormatSchema,
  FILE_OF_EXPORT,
} from "../../model/export-format.js";
import type { Source } from "../../model/issue.js";
import { type Reference, referenceOf } from "../reference.js";
import { toBibtex } from "./bibtex.js";
import { toCslJson } from "./csl-json.js";
import { toRis } from "./ris.js";

const WRITERS: Readonly<Record<ExportFormat, (references: readonly Reference[]) => string>> = {
  "csl-json": toCslJson,
  bibtex: toBibtex,
  ris: toRis,
};

export function writeReferences(format: ExportFormat, references: readonly Reference[]): string {
  return WRITERS[format](references);
}

/** @returns bytes by the name of the file */
export function exportSources(
  sources: readonly Source[],
  formats: ReadonlySet<ExportFormat>,
): Map<string, Uint8Array> {
  const references = sources.map(referenceOf);
  const wanted = ExportFormatSchema.options.filter((format) => formats.has(format));
  return new Map(
    wanted.map((format) => [
      FILE_OF_EXPORT[format],
      new TextEncoder().encode(writeReferences(format, references)),
    ]),
  );
}
