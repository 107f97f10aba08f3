/** The file of a standing paragraph in (front matter, then its words), the paragraph as an issue prints it out. */
import { z } from "zod";
import { DaySchema } from "../model/article.js";
import type { StandingParagraph } from "../model/desk-line.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { parseYaml } from "../text/yaml.js";

const FrontMatterSchema = z.strictObject({
  title: z.string().min(1),
  /** Who answers for it. */
  owner: z.string().min(1),
  /** Day by which it is to be read again. */
  review: DaySchema,
});

export interface StandingFile {
  readonly name: string;
  /** As a person would type it. */
  readonly file: string;
  readonly text: string;
}

/** Longer is no paragraph, UTF-16 code units. */
const LONGEST = 20_000;

/** @param day that of the cut-off: a paragraph whose review was due before it is overdue */
export function readStanding(
  { name, file, text }: StandingFile,
  day: string,
): Outcome<StandingParagraph> {
  const parts = /^\uFEFF?---[ \t]*\r?\n(.*?)^---[ \t]*$(.*)/ms.exec(text);
  const words = paragraphsOf(parts?.[2] ?? "");
  const fault = parts === null ? NO_FRONT : words === "" ? NO_WORDS : null;
  if (fault !== null) return refuse(file, fault);
  if (words.length > LONGEST) return refuse(file, TOO_LONG);
  // The first line of the file is that of the document, so that lines are those of the file.
  const front = parseYaml(FrontMatterSchema, file, `---\n${parts?.[1] ?? ""}`);
  if (front.value === null) return { value: null, diagnostics: front.diagnostics };
  const overdue = front.value.review < day;
  const paragraph = { name, ...front.value, text: words, overdue };
  const warnings = overdue ? [overdueSince(paragraph, front.placeOf(["review"]))] : [];
  return { value: paragraph, diagnostics: [...front.diagnostics, ...warnings] };
}

/** Blank lines part paragraphs; other line ends are the typist's. */
function paragraphsOf(body: string): string {
  return body
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

const NO_FRONT = {
  message: "a standing paragraph opens with its title, its owner and the day of its next review",
  hint: "write ---, title:, owner:, review: 2021-12-31 and --- above its words, each on a line",
};
const NO_WORDS = {
  message: "a standing paragraph without words",
  hint: "write them below the second ---, or take the name out of standing: in the notes",
};
const TOO_LONG = {
  message: `a standing paragraph has at most ${LONGEST.toLocaleString("en")} characters`,
  hint: "say it shorter, or in several files",
};

function refuse(
  file: string,
  { message, hint }: { readonly message: string; readonly hint: string },
): Outcome<StandingParagraph> {
  const place = { file, line: 1 };
  const fault: Diagnostic = { code: "standing-malformed", severity: "error", message, place, hint };
  return { value: null, diagnostics: [fault] };
}

function overdueSince(
  { name, owner, review }: StandingParagraph,
  place: Diagnostic["place"],
): Diagnostic {
  return {
    code: "standing-overdue",
    severity: "warning",
    message: `the standing paragraph "${name}" was to be read again by ${review}`,
    ...(place === undefined ? {} : { place }),
    hint: `${owner} reads it again and gives it another day under review:`,
  };
}
