/** What a check can find in the folder or the archive of an issue, beside what it finds in the issue. */
import type { Severity } from "./diagnostic.js";

const RESTORE = "put the folder back from a copy, or generate the issue again";

export const BUNDLE_RULES = {
  "manifest-missing": {
    severity: "warning",
    meaning: "Nothing says which files belong to the issue: its manifest is not there.",
    hint: "keep manifest.json beside issue.json; issues of version 1 have none",
  },
  "manifest-malformed": {
    severity: "error",
    meaning: "The manifest is none that this program can read.",
    hint: RESTORE,
  },
  "manifest-of-another": {
    severity: "error",
    meaning: "The manifest is of another issue, or of the issue before it was changed.",
    hint: "keep each manifest beside its own issue",
  },
  "manifest-differs": {
    severity: "error",
    meaning: "The manifest tells of another run than the issue: other inputs, days or outputs.",
    hint: RESTORE,
  },
  "coverage-file-differs": {
    severity: "error",
    meaning: "The coverage beside the issue does not account for its articles as the issue does.",
    hint: RESTORE,
  },
  "file-missing": {
    severity: "error",
    meaning: "A file that the manifest names is not there.",
    hint: RESTORE,
  },
  "file-changed": {
    severity: "error",
    meaning: "A file does not have the hash that the manifest gives it.",
    hint: RESTORE,
  },
  "file-extra": {
    severity: "error",
    meaning: "A file lies among the evidence that the manifest does not name.",
    hint: "take it out: it is no evidence of this issue",
  },
  "evidence-differs": {
    severity: "error",
    meaning: "What is said of a cited article beside the issue is not what the issue says of it.",
    hint: RESTORE,
  },
  "raw-differs": {
    severity: "error",
    meaning: "The bytes of a cited article are not those that it was read from.",
    hint: RESTORE,
  },
  "text-not-kept": {
    severity: "warning",
    meaning: "The settings kept no text of an article: its quotations stand by themselves.",
    hint: "look its words up in the article itself",
  },
  "archive-refused": {
    severity: "error",
    meaning: "The archive is none that brief evidence --zip wrote.",
    hint: "ask for the archive again, as it was made",
  },
} as const satisfies Record<
  string,
  { readonly severity: Severity; readonly meaning: string; readonly hint: string }
>;
