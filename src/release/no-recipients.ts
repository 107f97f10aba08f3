/** Lists by their names in, why nobody can be found in them out: in the place of those that read them. */
import type { LoadRecipients } from "./approve-issue.js";

export const loadRecipients: LoadRecipients = async (_host, _workspace, lists) => ({
  value: null,
  diagnostics: [
    {
      code: "no-recipients",
      severity: "error",
      message: `lists of recipients cannot be read: ${lists.join(", ")}`,
      hint: "approve without a list",
    },
  ],
});
