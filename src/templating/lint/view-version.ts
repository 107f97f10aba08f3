/** The version of the data that a template names in, whether this program still gives it out. */
import type { Diagnostic, Place } from "../../model/diagnostic.js";
import { VIEW_VERSION } from "../view/index.js";

/** @param view as `template.yaml` has it; what names none is of today's version */
export function lintViewVersion(view: string | undefined, place: Place): readonly Diagnostic[] {
  if (view === undefined || view === VIEW_VERSION) return [];
  const [own, given] = [numberOf(view), numberOf(VIEW_VERSION)];
  const fault = { code: "view-version", place } as const;
  if (own === null || given === null) {
    const message = `"${view}" is no version of the data`;
    return [{ ...fault, severity: "error", message, hint: `write view: ${VIEW_VERSION}` }];
  }
  if (own > given) {
    const message = `the template is written for ${view}, and this program gives ${VIEW_VERSION}`;
    return [{ ...fault, severity: "error", message, hint: "use a newer version of the program" }];
  }
  return [
    {
      ...fault,
      severity: "warning",
      message: `the template is written for ${view}, and this program gives ${VIEW_VERSION}`,
      hint: `fields that have gone are named with their new names, which brief template check --fix writes; then write view: ${VIEW_VERSION}`,
    },
  ];
}

function numberOf(version: string): number | null {
  const number = /^briefwright\/view\/(\d{1,6})$/.exec(version)?.[1];
  return number === undefined ? null : Number(number);
}
