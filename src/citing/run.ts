/** The parts of a reference as they are printed, and how they are put together. */

/** Words in one look; those of the source's own title bear its language, addresses may be led to. */
export interface Run {
  readonly text: string;
  readonly italic?: boolean;
  readonly role?: "title" | "name" | "address";
  readonly href?: string;
}

/** Text, or runs, or nothing. */
export type Part = string | Run | readonly Run[] | null | undefined;

/** Puts parts one behind another. */
export function line(...parts: readonly Part[]): readonly Run[] {
  return parts.flatMap((part) => {
    if (part === null || part === undefined || part === "") return [];
    if (typeof part === "string") return [{ text: part }];
    return "text" in part ? [part] : part;
  });
}

/** Parts that are there, what stands between them in between. */
export function joined(separator: string, ...parts: readonly Part[]): readonly Run[] {
  const there = parts.map((part) => line(part)).filter((runs) => runs.length > 0);
  return there.flatMap((runs, index) => (index === 0 ? runs : [{ text: separator }, ...runs]));
}

/** With a full stop, but where a stop of any kind stands there already. */
export function stopped(runs: readonly Run[]): readonly Run[] {
  return endsInStop(textOf(runs)) ? runs : [...runs, { text: "." }];
}

function endsInStop(text: string): boolean {
  return /[.?!…؟。][”’»"']?$/u.test(text);
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}
