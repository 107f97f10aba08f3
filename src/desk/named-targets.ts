/** Desk notes in, everything that they name in articles out: what for, and where the notes say so. */
import type { SlotName } from "../model/choice.js";
import { type DeskNotes, type NoteTarget, type Target, targetOf } from "../model/desk-notes.js";

export type Path = readonly PropertyKey[];

/** What a note does to its target. */
export type Act =
  | { readonly kind: "pin"; readonly theme: string | null; readonly slot: SlotName | null }
  | { readonly kind: "exclude" }
  | { readonly kind: "add"; readonly theme: string }
  | { readonly kind: "remove"; readonly theme: string }
  | { readonly kind: "cite" };

export interface NamedTarget {
  readonly act: Act;
  readonly target: Target;
  readonly reason: string | null;
  readonly path: Path;
}

/** In the order of the file's parts. Articles of stories are apart: they are names alone. */
export function namedTargets(notes: DeskNotes): NamedTarget[] {
  const { bottomLine, keyMessages, watch, pins, exclude, themes } = notes;
  return [
    ...citesOf(bottomLine, ["bottomLine"]),
    ...citesOf(keyMessages, ["keyMessages"]),
    ...citesOf(watch, ["watch"]),
    ...pins.map((pin, index): NamedTarget => {
      const act = { kind: "pin", theme: pin.theme ?? null, slot: pin.slot ?? null } as const;
      return { act, ...named(pin), path: ["pins", index] };
    }),
    ...exclude.map(
      (one, index): NamedTarget => ({
        act: { kind: "exclude" },
        ...named(one),
        path: ["exclude", index],
      }),
    ),
    ...Object.entries(themes).flatMap(([theme, { add, remove, assessment }]) => [
      ...citesOf(assessment === undefined ? [] : [assessment], ["themes", theme, "assessment"]),
      ...add.map((one, index): NamedTarget => {
        return {
          act: { kind: "add", theme },
          ...named(one),
          path: ["themes", theme, "add", index],
        };
      }),
      ...remove.map((one, index): NamedTarget => {
        const path = ["themes", theme, "remove", index];
        return { act: { kind: "remove", theme }, ...named(one), path };
      }),
    ]),
  ];
}

type Reasoned = NoteTarget & { readonly reason?: string | null | undefined };

function named(note: Reasoned): Pick<NamedTarget, "target" | "reason"> {
  return { target: targetOf(note), reason: note.reason ?? null };
}

interface Citing {
  readonly cites: readonly NoteTarget[];
}

/** The one assessment of a theme stands in no list. */
function citesOf(lines: readonly Citing[], path: Path): NamedTarget[] {
  const isSingle = path.at(-1) === "assessment";
  return lines.flatMap(({ cites }, line) =>
    cites.map((cite, index) => ({
      act: { kind: "cite" },
      ...named(cite),
      path: [...path, ...(isSingle ? [] : [line]), "cites", index],
    })),
  );
}

/** Articles that the notes name, stories included, by id or file. */
export function articlesNamedIn(notes: DeskNotes): string[] {
  const { merge, split } = notes.stories;
  const named = namedTargets(notes).flatMap(({ target }) =>
    target.kind === "statement" ? [] : target.article,
  );
  return [...named, ...merge.flat(), ...split.flat()];
}

/** Those of them that the issue has to look at, however old they are. */
export function articlesWantedBy(notes: DeskNotes): ReadonlySet<string> {
  const wanted = namedTargets(notes).flatMap(({ act, target }) =>
    target.kind !== "statement" && WANTS.has(act.kind) ? target.article : [],
  );
  return new Set(wanted);
}

const WANTS: ReadonlySet<Act["kind"]> = new Set(["pin", "add", "cite"]);
