/** A change of the desk's notes that somebody asks for; what it changes in the file is shown before it is written. */
import { z } from "zod";
import { NoteLineSchema, NoteTargetSchema } from "./desk-notes.js";
import { StatusSchema } from "./issue.js";

/** One line in the file, or one paragraph. */
const WordsSchema = z.string().max(20_000);
const ReasonSchema = WordsSchema.min(1).optional();
const ThemeSchema = z.string().min(1).max(200);

export const NoteEditSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pin"), target: NoteTargetSchema, reason: ReasonSchema }),
  z.strictObject({ kind: z.literal("unpin"), target: NoteTargetSchema }),
  /** The notes ask for a reason; without one the file says what is missing. */
  z.strictObject({ kind: z.literal("exclude"), target: NoteTargetSchema, reason: ReasonSchema }),
  z.strictObject({ kind: z.literal("include"), target: NoteTargetSchema, reason: ReasonSchema }),
  /** Off one theme and onto another, by their ids. */
  z.strictObject({
    kind: z.literal("move"),
    target: NoteTargetSchema,
    from: ThemeSchema,
    to: ThemeSchema,
    reason: ReasonSchema,
  }),
  /** An empty text takes the assessment out. */
  z.strictObject({
    kind: z.literal("assessment"),
    theme: ThemeSchema,
    text: WordsSchema,
    by: z.string().min(1).max(200).optional(),
  }),
  z.strictObject({
    kind: z.literal("status"),
    theme: ThemeSchema,
    status: StatusSchema,
    reason: ReasonSchema,
  }),
  /** All of its lines, in their order; none gives the slot back to the chosen statements. */
  z.strictObject({
    kind: z.enum(["bottom-line", "key-messages"]),
    lines: z.array(NoteLineSchema).max(100),
  }),
]);
export type NoteEdit = z.infer<typeof NoteEditSchema>;
