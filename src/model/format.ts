/** The forms in which a brief is written. */
import { z } from "zod";

export const FormatSchema = z.enum(["html", "pdf", "json", "docx", "md", "txt", "mail"]);
export type Format = z.infer<typeof FormatSchema>;

/** What the file of a form is called in the folder of its issue; that of `json` is the issue itself. */
export const FILE_OF_FORMAT: Readonly<Record<Format, string>> = {
  html: "brief.html",
  pdf: "brief.pdf",
  json: "issue.json",
  docx: "brief.docx",
  md: "brief.md",
  txt: "brief.txt",
  mail: "mail.html",
};
