/** A filled page and its clearance in, whether it says that it is a draft out: whoever looks at it has to see that. */
import type { Diagnostic } from "./model/diagnostic.js";
import type { EditionOptions } from "./model/edition-options.js";

/** What is not approved bears a mark of class `draft` or `watermark`. */
export function draftMarkMissing(
  html: string,
  { state }: Pick<EditionOptions, "state">,
  folder: string,
): readonly Diagnostic[] {
  if (state === "approved" || MARK.test(html)) return [];
  return [
    {
      code: "draft-not-marked",
      severity: "warning",
      message: "prints nothing that says that the brief is a draft",
      place: { file: folder },
      hint: 'print {{> watermark}}, or {{#if issue.draft}}<b class="draft">{{label "masthead.draft"}}</b>{{/if}}',
    },
  ];
}

const MARK = /\sclass="(?:[^"]*[\s-])?(?:draft|watermark)(?:\s[^"]*)?"/;
