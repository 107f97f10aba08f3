/** Articles by theme and week, or by theme and issue, in; bars in one row per theme out, each with its number. */
import { scaleBand, scaleLinear } from "d3-scale";
import { z } from "zod";
import { dateWords } from "../date-words.js";
import type { Filling } from "../filling.js";
import { acrossOf, CHART_WIDTH, chart, element, fitted, round, words } from "./svg.js";

export const VolumeSchema = z.object({
  weeks: z.array(z.string()).min(1),
  themes: z.array(z.object({ short: z.string(), counts: z.array(z.number()) })),
});
type Volume = z.infer<typeof VolumeSchema>;

export const IssueVolumeSchema = z.object({
  issues: z.array(z.string()).min(1),
  themes: z.array(z.object({ short: z.string(), reports: z.array(z.number().nullable()) })),
});
type IssueVolume = z.infer<typeof IssueVolumeSchema>;

/** CSS pixels. */
const NAMES = 124;
const ROW = 34;
const TALLEST = 19;
const FOOT = 16;

export function volumeChart(filling: Filling, { weeks, themes }: Volume): string {
  const nameOf = (week: string) => dateWords(week, filling.language, "d MMM");
  return drawBars(filling, { columns: weeks, nameOf, themes, said: "chart.volume" });
}

/** A theme that an issue did not have has no number there; one without reports has a 0. */
export function issueVolumeChart(filling: Filling, { issues, themes }: IssueVolume): string {
  const rows = themes.map(({ short, reports }) => ({ short, counts: reports }));
  const bars = { columns: issues, nameOf: (issue: string) => issue, themes: rows };
  return drawBars(filling, { ...bars, said: "chart.issue-volume", zeros: true });
}

interface Bars {
  readonly columns: readonly string[];
  readonly nameOf: (column: string) => string;
  readonly themes: readonly {
    readonly short: string;
    readonly counts: readonly (number | null)[];
  }[];
  /** Label that says what is drawn. */
  readonly said: string;
  /** Whether a zero is written. */
  readonly zeros?: boolean;
}

/** The last column is full, those before it are outlines: the picture reads without colour. */
function drawBars(filling: Filling, bars: Bars): string {
  const { columns, nameOf, themes, zeros = false } = bars;
  const across = scaleBand(columns, [NAMES, CHART_WIDTH]).padding(0.3);
  const most = Math.max(1, ...themes.flatMap(({ counts }) => counts.map((count) => count ?? 0)));
  const tall = scaleLinear([0, most], [0, TALLEST]);
  const width = Math.min(across.bandwidth(), 22);
  const middleOf = (column: string) => (across(column) ?? NAMES) + across.bandwidth() / 2;
  const at = acrossOf(filling.view.direction);
  const rows = themes.map(({ short, counts }, row) => {
    const floor = (row + 1) * ROW;
    const drawn = columns.map((column, i) => {
      const count = counts[i] ?? null;
      if (count === null || (count === 0 && !zeros)) return "";
      const height = tall(count);
      const bar = {
        class: i === columns.length - 1 ? "chart-bar" : "chart-bar-before",
        x: at(middleOf(column) - width / 2, width),
        y: round(floor - height),
        width: round(width),
        height: round(height),
      };
      const number = words(
        at(middleOf(column)),
        floor - height - 3,
        filling.number(count),
        "middle",
      );
      return (count === 0 ? "" : element("rect", bar)) + number;
    });
    const line = { class: "chart-line", x1: at(NAMES), y1: floor, x2: at(CHART_WIDTH), y2: floor };
    return words(at(0), floor - 3, fitted(short, NAMES)) + drawn.join("") + element("line", line);
  });
  const foot = columns.map((column) =>
    words(at(middleOf(column)), themes.length * ROW + 12, nameOf(column), "middle"),
  );
  const height = themes.length * ROW + FOOT;
  return chart(CHART_WIDTH, height, inWords(filling, bars), [...rows, ...foot].join("\n"));
}

function inWords(filling: Filling, { columns, nameOf, themes, said, zeros }: Bars): string {
  const colon = filling.words("colon", {});
  const rows = themes.map(({ short, counts }) => {
    const told = columns.flatMap((column, i) => {
      const count = counts[i] ?? null;
      const isTold = count !== null && (count > 0 || zeros === true);
      return isTold ? [`${nameOf(column)}${colon}${filling.number(count)}`] : [];
    });
    const values = told.length === 0 ? filling.number(0) : told.join(filling.words("comma", {}));
    return filling.words("chart.row", { name: short, values });
  });
  return [filling.words(said, {}), ...rows].join(" ");
}
