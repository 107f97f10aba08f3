/** What a reissue says of the issue that it takes the place of. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";
import { FindingSchema } from "./statement.js";

export const RevisionSchema = z.strictObject({
  supersedes: z.strictObject({ version: z.string(), seal: Sha256Schema }),
  /** What is not as it was, statement by statement and article by article. */
  changes: z.array(FindingSchema),
});
export type Revision = z.infer<typeof RevisionSchema>;
