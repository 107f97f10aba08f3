/** A slot tells a statement once: what stands there twice looks like two reports. */
import type { Issue, Statement, TimelineEntry } from "../../model/issue.js";
import type { Breach } from "./fault.js";
import { spotAt } from "./places.js";

type Path = readonly (string | number)[];

interface Told {
  readonly path: Path;
  readonly statement: Statement;
  /** What it is told for, where one statement may be told for several things. */
  readonly of: string;
}

export function checkRepeats(issue: Issue): Breach[] {
  return slotsOf(issue).flatMap((slot) => {
    const told = new Set<string>();
    return slot.flatMap(({ path, statement: { id }, of }): Breach[] => {
      const key = `${id} ${of}`;
      if (!told.has(key)) {
        told.add(key);
        return [];
      }
      const message = `${id} stands in this slot before`;
      return [{ code: "statement-repeated", message, at: spotAt(path, issue, id) }];
    });
  });
}

function slotsOf({ bottomLine, keyMessages, glance, themes, ...issue }: Issue): Told[][] {
  const { timeline, watch, disagreements } = issue;
  return [
    plain(["bottomLine"], bottomLine),
    plain(["keyMessages"], keyMessages),
    glance.figures.map(({ statement, value, unit }, index) => ({
      path: ["glance", "figures", index],
      statement,
      of: `${value} ${unit}`,
    })),
    ...themes.flatMap(({ happened, says, background }, index) => [
      plain(["themes", index, "happened"], happened),
      plain(
        ["themes", index, "says"],
        says.map(({ statement }) => statement),
      ),
      plain(["themes", index, "background"], background),
    ]),
    dated(["timeline"], timeline),
    dated(["watch"], watch),
    ...disagreements.map(({ sides }, row) =>
      sides.map(({ statement, part, figure }, index) => ({
        path: ["disagreements", row, "sides", index],
        statement,
        of: `${part} ${figure}`,
      })),
    ),
  ];
}

function plain(path: Path, statements: readonly Statement[]): Told[] {
  return statements.map((statement, index) => ({ path: [...path, index], statement, of: "" }));
}

function dated(path: Path, events: readonly TimelineEntry[]): Told[] {
  return events.map(({ statement, date, mention }, index) => ({
    path: [...path, index],
    statement,
    of: `${date.from} ${date.to} ${mention.start}`,
  }));
}
