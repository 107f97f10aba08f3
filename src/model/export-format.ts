/** The formats in which the sources of an issue go to a reference manager. */
import { z } from "zod";

export const ExportFormatSchema = z.enum(["csl-json", "bibtex", "ris"]);
export type ExportFormat = z.infer<typeof ExportFormatSchema>;

/** What the file of a format is called in the folder of its issue. */
export const FILE_OF_EXPORT: Readonly<Record<ExportFormat, string>> = {
  "csl-json": "sources.csl.json",
  bibtex: "sources.bib",
  ris: "sources.ris",
};
