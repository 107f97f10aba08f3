/** The steps of cleaning in their order. */
import type { Draft } from "../draft.js";
import { dropCaptions } from "./drop-captions.js";
import { dropFurniture } from "./drop-furniture.js";
import { dropPage } from "./drop-page.js";
import { dropRecurring } from "./drop-recurring.js";
import { dropRepeatedLead } from "./drop-repeated-lead.js";
import { dropTail } from "./drop-tail.js";
import { readDateline } from "./read-dateline.js";
import { readHead } from "./read-head.js";
import { readHeader } from "./read-header.js";
import { readMasthead } from "./read-masthead.js";
import { readSourceLines } from "./read-source-line.js";
import { repairQuotations } from "./repair-quotations.js";

type Step = (draft: Draft) => Draft;

/** A page that was flattened to lines: its metadata stands among them. */
const TEXT_STEPS: readonly Step[] = [
  readMasthead,
  readHeader,
  dropPage,
  dropFurniture,
  dropCaptions,
  readSourceLines,
  dropTail,
  readHead,
  readDateline,
  dropRecurring,
  dropRepeatedLead,
  repairQuotations,
];

/** A document's text: its first lines state the metadata, and nothing stands around it. */
const DOCUMENT_STEPS = TEXT_STEPS.filter((step) => step !== dropPage);

/** A body whose metadata came apart from it. */
const BODY_STEPS: readonly Step[] = [
  dropFurniture,
  dropCaptions,
  readSourceLines,
  readDateline,
  dropRecurring,
  dropRepeatedLead,
  repairQuotations,
];

export function cleanText(draft: Draft): Draft {
  return TEXT_STEPS.reduce((read, step) => step(read), draft);
}

export function cleanDocument(draft: Draft): Draft {
  return DOCUMENT_STEPS.reduce((read, step) => step(read), draft);
}

export function cleanBody(draft: Draft): Draft {
  return BODY_STEPS.reduce((read, step) => step(read), draft);
}
