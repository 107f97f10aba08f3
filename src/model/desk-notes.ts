/**
 * The desk's own words for one issue, `corpus/desk/<brief>/<issue>.yaml`: an input, written by people and
 * never by the program unasked. Each list is optional; a file of an earlier version stays valid.
 */
import { z } from "zod";
import { DaySchema } from "./article.js";
import { SlotSchema } from "./choice.js";
import { StatusSchema } from "./issue.js";

/** A statement's name as the brief, `brief explain` and `issue.json` give it. */
const StatementIdSchema = z
  .string()
  .regex(
    /^s-[0-9a-f]{12}$/,
    "copy it from the brief: s- and twelve digits and letters from a to f",
  );

/**
 * What a note is about. One of three:
 * - `article`: a whole article, by id (`a-…`) or by its file below `corpus/articles`;
 * - `article` and `words`: the passage of that article that holds exactly these words; white space
 *   counts as one space, so that a line of YAML may be folded;
 * - `statement`: a statement by its id. `words`, its first ones, are then for people, and for finding
 *   what has become of it when its article has changed.
 */
const TARGET = {
  article: z.string().min(1).optional(),
  statement: StatementIdSchema.optional(),
  words: z.string().min(1).optional(),
};

interface Named {
  readonly article?: string | undefined;
  readonly statement?: string | undefined;
  readonly words?: string | undefined;
}

function isTarget({ article, statement }: Named): boolean {
  return (article === undefined) !== (statement === undefined);
}

const NO_TARGET = "name either an article, with or without words of it, or a statement";

/** The target of a note as it is written. */
export const NoteTargetSchema = z.strictObject(TARGET).refine(isTarget, NO_TARGET);
export type NoteTarget = z.infer<typeof NoteTargetSchema>;

/** The same as a closed union, for those who act on it. */
export type Target =
  | { readonly kind: "article"; readonly article: string }
  | { readonly kind: "passage"; readonly article: string; readonly words: string }
  | { readonly kind: "statement"; readonly statement: string; readonly words: string | null };

/** @throws {RangeError} where a note names nothing: the schema lets none such pass */
export function targetOf({ article, statement, words }: NoteTarget): Target {
  if (statement !== undefined) return { kind: "statement", statement, words: words ?? null };
  if (article === undefined) throw new RangeError(NO_TARGET);
  return words === undefined ? { kind: "article", article } : { kind: "passage", article, words };
}

/** What is printed: never white space alone. */
const WordsSchema = z.string().regex(/\S/, "write what the line says, or take it out");

/** A bare text stands for the text alone, nobody's in particular. */
function asText(value: unknown): unknown {
  return typeof value === "string" ? { text: value } : value;
}

/** Words of the desk: a text, or `{text, by}` with who wrote them. */
const NoteTextSchema = z.preprocess(
  asText,
  z.strictObject({ text: WordsSchema, by: z.string().optional() }),
);

/** What a line rests on: a statement by its bare id, or a target with words. Never a whole article. */
const CiteSchema = z.preprocess(
  (value) => (typeof value === "string" ? { statement: value } : value),
  z
    .strictObject(TARGET)
    .refine(isTarget, NO_TARGET)
    .refine(
      ({ article, words }) => article === undefined || words !== undefined,
      "give the exact words of the article that it rests on",
    ),
);

const LINE = {
  text: WordsSchema,
  /** Who wrote it. */
  by: z.string().optional(),
  /** What it rests on, in the order of the citation numbers behind it. None: a desk judgement. */
  cites: z.array(CiteSchema).default([]),
};

/** A line of the desk: a bare text is a desk judgement and printed as such. */
export const NoteLineSchema = z.preprocess(asText, z.strictObject(LINE));
export type NoteLine = z.infer<typeof NoteLineSchema>;

/** `2021-06-15`, `2021-06`, `2021`, a week `2021-W24`, or two days as `2021-06-14 to 2021-06-18`. */
const WatchDateSchema = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z
    .string()
    .regex(
      /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{4}-W\d{2}|\d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2})$/,
      "write 2021-06-15, 2021-06, 2021, 2021-W24 or 2021-06-14 to 2021-06-18",
    ),
);

/** Something to watch for; without a date it may come at any time. */
export const NoteWatchSchema = z.strictObject({ date: WatchDateSchema.optional(), ...LINE });

/** What has to be in the brief. Of a whole article the passage that says most is chosen. */
export const NotePinSchema = z
  .strictObject({
    ...TARGET,
    /** Id of the theme that prints it; the theme that it speaks of most by default. */
    theme: z.string().optional(),
    /** The slot of that theme, before what is chosen for it; where it would stand by default. */
    slot: SlotSchema.optional(),
    /** Why, for `brief explain`. */
    reason: z.string().min(1).optional(),
  })
  .refine(isTarget, NO_TARGET);

/** What must not be in the brief, and why: the coverage prints the reason. */
export const NoteExclusionSchema = z
  .strictObject({ ...TARGET, reason: z.string().min(1) })
  .refine(isTarget, NO_TARGET);

/**
 * What the desk puts on a theme or takes off it, with or without a reason. A bare text is an article.
 * A passage or statement that is added is printed there; to move one, it is added to one theme and
 * removed from the other.
 */
const ThemeOverrideSchema = z.preprocess(
  (value) => (typeof value === "string" ? { article: value } : value),
  z
    .strictObject({ ...TARGET, reason: z.string().nullable().default(null) })
    .refine(isTarget, NO_TARGET),
);

const NoteThemeSchema = z.strictObject({
  /** `up`, `same` and `down` need a last issue and a reason. */
  status: StatusSchema.optional(),
  /** Why it has this status, one line. */
  reason: NoteTextSchema.optional(),
  /** What the desk makes of it. */
  assessment: NoteLineSchema.optional(),
  add: z.array(ThemeOverrideSchema).default([]),
  remove: z.array(ThemeOverrideSchema).default([]),
});

const ArticlesSchema = z.array(z.string()).min(2);

/** What the desk knows better of stories; articles by id or file, at least two to a line. */
export const StoryEditsSchema = z.strictObject({
  /** Articles of one event: their stories become one. */
  merge: z.array(ArticlesSchema).default([]),
  /** Articles of different events: all but the first leave for stories of their own. */
  split: z.array(ArticlesSchema).default([]),
});
export type StoryEdits = z.infer<typeof StoryEditsSchema>;

/** An article (id or file) that must not be relied on any more, and why. */
const WithdrawnSchema = z.strictObject({ article: z.string(), reason: z.string() });

/** `corpus/desk/withdrawn.yaml`: what holds for every issue of every brief. */
export const WithdrawnFileSchema = z.strictObject({ withdrawn: z.array(WithdrawnSchema) });
export type Withdrawn = z.infer<typeof WithdrawnFileSchema>["withdrawn"];

const StandingNameSchema = z
  .string()
  .regex(/^[\w-]+$/, "write the name of the file without .md: letters, digits, - and _");

export const DeskNotesSchema = z.strictObject({
  /**
   * The day on which they stood as they are. A look back from an earlier day does not see them;
   * without it they are of the cut-off of their issue.
   */
  written: DaySchema.optional(),
  /** In the place of the statements that are chosen for it. */
  bottomLine: z.array(NoteLineSchema).default([]),
  /** In the place of the statements that are chosen for them. */
  keyMessages: z.array(NoteLineSchema).default([]),
  /** Before the events still to come that the articles tell. */
  watch: z.array(NoteWatchSchema).default([]),
  /** What is printed whatever is chosen besides. */
  pins: z.array(NotePinSchema).default([]),
  /** What is left out. */
  exclude: z.array(NoteExclusionSchema).default([]),
  /** By the ids of the lexicon. */
  themes: z.record(z.string(), NoteThemeSchema).default({}),
  stories: StoryEditsSchema.prefault({}),
  /** Articles that are not relied on any more: left out, and found in what was released. */
  withdrawn: z.array(WithdrawnSchema).default([]),
  /** What was wrong in an earlier version, in the desk's words. */
  corrections: z.array(NoteTextSchema).default([]),
  /** Names of standing paragraphs to print, in this order: `scope` is `corpus/desk/standing/scope.md`. */
  standing: z.array(StandingNameSchema).default([]),
});
export type DeskNotes = z.infer<typeof DeskNotesSchema>;
