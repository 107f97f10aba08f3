/** What a check can find in a brief's page or PDF, beside what it finds in the issue. */
import type { Severity } from "./diagnostic.js";

const PRINT_AGAIN = "print the issue again: brief render issue.json";

export const PRINT_RULES = {
  "not-a-brief": {
    severity: "error",
    meaning: "The file is no page, PDF or issue as this program writes them.",
    hint: "name a brief.pdf, a brief.html or an issue.json that brief generate wrote",
  },
  "issue-not-at-hand": {
    severity: "error",
    meaning: "Neither the print nor its folder holds the issue that it was made from.",
    hint: "check it beside its issue.json",
  },
  "issues-differ": {
    severity: "error",
    meaning: "The issue inside of a print is not the one that lies beside it.",
    hint: "print the issue again, or restore the issue.json of this print",
  },
  "attachment-differs": {
    severity: "error",
    meaning: "A file that rides in a print does not say what the issue says.",
    hint: PRINT_AGAIN,
  },
  "printed-words-differ": {
    severity: "error",
    meaning: "Words in print are not those of the issue.",
    hint: PRINT_AGAIN,
  },
  "printed-words-added": {
    severity: "error",
    meaning: "Words are printed that the issue does not have.",
    hint: PRINT_AGAIN,
  },
  "printed-words-missing": {
    severity: "error",
    meaning: "Words of the issue are not printed where they belong.",
    hint: PRINT_AGAIN,
  },
  "printed-citation-differs": {
    severity: "error",
    meaning: "A citation in print has another number, or leads to another source.",
    hint: PRINT_AGAIN,
  },
  "printed-link-differs": {
    severity: "error",
    meaning: "A link in print leads elsewhere.",
    hint: PRINT_AGAIN,
  },
  "words-hidden": {
    severity: "error",
    meaning: "Words in a print are not what a reader sees: unseen, covered, or spelled otherwise.",
    hint: PRINT_AGAIN,
  },
  "print-altered": {
    severity: "error",
    meaning: "A print was changed after it was made, be it in nothing that is read.",
    hint: PRINT_AGAIN,
  },
  "provenance-not-printed": {
    severity: "error",
    meaning: "A print does not name the owner of an outlet of a state, or more steps than one.",
    hint: "print owner of outlet and agency in the sources annex, and depth behind the claim",
  },
  "citation-not-printed": {
    severity: "error",
    meaning: "A print tells a statement and no source of it.",
    hint: "print {{cite …}} behind every {{statement …}}",
  },
  "marking-not-printed": {
    severity: "error",
    meaning: "A page lacks the marking, or that it is a draft, at its head or foot.",
    hint: "show both at the head and the foot of @page, as templates/weekly does",
  },
  "page-not-named": {
    severity: "error",
    meaning: "A page does not say which of how many it is, of which issue and version.",
    hint: "say it in the margins of @page, as templates/weekly does",
  },
  "document-info-differs": {
    severity: "error",
    meaning: "What a PDF says of itself is not what its issue says.",
    hint: PRINT_AGAIN,
  },
  "approval-unfounded": {
    severity: "error",
    meaning: "A print says that it is approved, and the release log at hand does not say so.",
    hint: "do not pass it on; brief approve makes clean copies in the record",
  },
  "approval-not-verified": {
    severity: "warning",
    meaning: "A print says that it is approved, and no release log is at hand to confirm it.",
    hint: "check it in the workspace that it comes from",
  },
  "template-not-at-hand": {
    severity: "warning",
    meaning: "The template that a print was made with is not at hand: its words cannot be told.",
    hint: "check the print in its workspace, with the template as it was",
  },
  "quotations-not-verified": {
    severity: "warning",
    meaning: "The texts that are quoted are not at hand: the quotations cannot be told.",
    hint: "check the print beside its folder evidence/, or in its workspace",
  },
} as const satisfies Record<string, { severity: Severity; meaning: string; hint: string }>;
