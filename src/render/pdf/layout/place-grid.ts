/** The items of a grid in, the rows and columns that each takes out (CSS Grid 1, 8). */
import type { Box } from "../boxes/box.js";
import type { GridLine } from "../css/grid-values.js";
import type { Style } from "../css/properties.js";

/** Tracks count from 0. */
export interface GridItem {
  readonly box: Box;
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly columnSpan: number;
}

/** How many tracks the style itself asks for. */
export interface ExplicitGrid {
  readonly rows: number;
  readonly columns: number;
}

export function placeGridItems(
  children: readonly Box[],
  style: Style,
  explicit: ExplicitGrid,
): readonly GridItem[] {
  const areas = findAreas(style.gridTemplateAreas);
  const byColumn = style.gridAutoFlow.startsWith("column");
  const isDense = style.gridAutoFlow.endsWith("dense") && children.length <= MOST_DENSE;
  const wishes = children.map((box) => wishOf(box, explicit, areas, byColumn));
  const across = Math.max(
    byColumn ? explicit.rows : explicit.columns,
    1,
    ...wishes.map(({ minor }) => (minor.start ?? 0) + minor.span),
  );
  const taken = new Taken();
  const places = new Map<Wish, { major: number; minor: number }>();
  const settle = (wish: Wish, major: number, minor: number) => {
    places.set(wish, { major, minor });
    taken.add(major, minor, wish);
  };
  for (const wish of wishes) {
    const { major, minor } = wish;
    if (major.start !== undefined && minor.start !== undefined) {
      settle(wish, major.start, minor.start);
    }
  }
  for (const wish of wishes) {
    const { major, minor } = wish;
    if (major.start === undefined || minor.start !== undefined) continue;
    let at = 0;
    while (!taken.isFree(major.start, at, wish)) at++;
    settle(wish, major.start, at);
  }
  let cursor = { major: 0, minor: 0 };
  for (const wish of wishes) {
    if (places.has(wish)) continue;
    if (isDense) cursor = { major: 0, minor: 0 };
    cursor = findFree(wish, cursor, across, taken);
    settle(wish, cursor.major, cursor.minor);
  }
  return wishes.map((wish) => itemOf(wish, places.get(wish), byColumn));
}

/** More items than that are set one after another, gaps or not: looking back takes too long. */
const MOST_DENSE = 1000;

interface AxisWish {
  /** Undefined where the grid may choose. */
  readonly start: number | undefined;
  readonly span: number;
}

/** Along the axis on which the grid grows, and across it. */
interface Wish {
  readonly box: Box;
  readonly major: AxisWish;
  readonly minor: AxisWish;
}

interface Area {
  readonly rows: readonly [start: number, end: number];
  readonly columns: readonly [start: number, end: number];
}

function wishOf(
  box: Box,
  explicit: ExplicitGrid,
  areas: ReadonlyMap<string, Area>,
  byColumn: boolean,
): Wish {
  const { gridRowStart, gridRowEnd, gridColumnStart, gridColumnEnd } = box.style;
  const rows = resolveAxis(
    gridRowStart,
    gridRowEnd,
    explicit.rows,
    (name) => areas.get(name)?.rows,
  );
  const columns = resolveAxis(
    gridColumnStart,
    gridColumnEnd,
    explicit.columns,
    (name) => areas.get(name)?.columns,
  );
  return byColumn ? { box, major: columns, minor: rows } : { box, major: rows, minor: columns };
}

function resolveAxis(
  start: GridLine,
  end: GridLine,
  count: number,
  areaOf: (name: string) => readonly [number, number] | undefined,
): AxisWish {
  const first = lineOf(start, count, (name) => areaOf(name)?.[0]);
  const last = lineOf(end, count, (name) => areaOf(name)?.[1]);
  if (first !== undefined && last !== undefined) {
    const from = Math.min(first, last);
    return { start: from, span: Math.max(1, Math.max(first, last) - from) };
  }
  const span = Math.max(1, spanOf(start) ?? spanOf(end) ?? 1);
  if (first !== undefined) return { start: first, span };
  return { start: last === undefined ? undefined : Math.max(0, last - span), span };
}

/** Lines count from 1, or from the end when negative. */
function lineOf(
  line: GridLine,
  count: number,
  areaLine: (name: string) => number | undefined,
): number | undefined {
  if (line === "auto" || "span" in line) return undefined;
  if ("area" in line) return areaLine(line.area);
  return Math.max(0, line.line > 0 ? line.line - 1 : count + 1 + line.line);
}

function spanOf(line: GridLine): number | undefined {
  return line !== "auto" && "span" in line ? line.span : undefined;
}

function findAreas(rows: readonly (readonly string[])[]): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  rows.forEach((names, row) => {
    names.forEach((name, column) => {
      if (/^\.+$/.test(name)) return;
      const { rows: down, columns: across } = areas.get(name) ?? {
        rows: [row, row] as const,
        columns: [column, column] as const,
      };
      areas.set(name, {
        rows: [Math.min(down[0], row), Math.max(down[1], row + 1)],
        columns: [Math.min(across[0], column), Math.max(across[1], column + 1)],
      });
    });
  });
  return areas;
}

/** The next free place from the cursor on. */
function findFree(
  wish: Wish,
  cursor: { readonly major: number; readonly minor: number },
  across: number,
  taken: Taken,
): { major: number; minor: number } {
  const { start, span } = wish.minor;
  let { major, minor } = cursor;
  if (start !== undefined) {
    if (start < minor) major++;
    while (!taken.isFree(major, start, wish)) major++;
    return { major, minor: start };
  }
  while (minor + span > across || !taken.isFree(major, minor, wish)) {
    minor++;
    if (minor + span > across) {
      minor = 0;
      major++;
    }
  }
  return { major, minor };
}

/** The places that items have taken. */
class Taken {
  readonly #places = new Set<number>();

  isFree(major: number, minor: number, { major: down, minor: across }: Wish): boolean {
    if (this.#places.size > MOST_PLACES) return true;
    for (let row = major; row < major + down.span; row++) {
      for (let column = minor; column < minor + across.span; column++) {
        if (this.#places.has(row * WIDEST + column)) return false;
      }
    }
    return true;
  }

  add(major: number, minor: number, { major: down, minor: across }: Wish): void {
    for (let row = major; row < major + down.span; row++) {
      for (let column = minor; column < minor + across.span; column++) {
        if (this.#places.size <= MOST_PLACES) this.#places.add(row * WIDEST + column);
      }
    }
  }
}

/** A grid with more places than that is not looked after: its items may cover each other. */
const MOST_PLACES = 100_000;
const WIDEST = 1 << 16;

function itemOf(
  { box, major, minor }: Wish,
  place: { major: number; minor: number } | undefined,
  byColumn: boolean,
): GridItem {
  const [row, column] = [place?.major ?? 0, place?.minor ?? 0];
  return byColumn
    ? { box, row: column, rowSpan: minor.span, column: row, columnSpan: major.span }
    : { box, row, rowSpan: major.span, column, columnSpan: minor.span };
}
