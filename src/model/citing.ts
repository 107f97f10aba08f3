/** How a brief cites: where a citation stands, and in which style its source is given. */
import { z } from "zod";

/** Numbers in brackets that lead to the annex; notes at the foot of the page; notes at the end. */
export const CitationFormSchema = z.enum(["bracket", "footnotes", "endnotes"]);

/** The house's own; Chicago 17 notes; APA 7; OSCOLA 4. */
export const CitationStyleSchema = z.enum(["house", "chicago", "apa", "oscola"]);
export type CitationStyle = z.infer<typeof CitationStyleSchema>;

export const CitingSchema = z.strictObject({
  form: CitationFormSchema,
  style: CitationStyleSchema,
});
export type Citing = z.infer<typeof CitingSchema>;
