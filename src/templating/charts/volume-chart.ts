/** Articles by theme and week in, bars in one row per theme out, each with its number above it. */
import { scaleBand, scaleLinear } from "d3-scale";
import { z } from "zod";
import { dateWords } from "../date-words.js";
import type { Filling } from "../filling.js";
import { CHART_WIDTH, chart, element, fitted, round, words } from "./svg.js";

export const VolumeSchema = z.object({
  weeks: z.array(z.string()).min(1),
  themes: z.array(z.object({ short: z.string(), counts: z.array(z.number()) })),
});
type Volume = z.infer<typeof VolumeSchema>;

/** CSS pixels. */
const NAMES = 124;
const ROW = 34;
const TALLEST = 19;
const FOOT = 16;

/** The last week is full, those before it are outlines: the picture reads without colour. */
export function volumeChart(filling: Filling, volume: Volume): string {
  const { weeks, themes } = volume;
  const across = scaleBand(weeks, [NAMES, CHART_WIDTH]).padding(0.3);
  const most = Math.max(1, ...themes.flatMap(({ counts }) => counts));
  const tall = scaleLinear([0, most], [0, TALLEST]);
  const width = Math.min(across.bandwidth(), 22);
  const middleOf = (week: string) => (across(week) ?? NAMES) + across.bandwidth() / 2;
  const rows = themes.map(({ short, counts }, row) => {
    const floor = (row + 1) * ROW;
    const bars = weeks.map((week, i) => {
      const count = counts[i] ?? 0;
      if (count === 0) return "";
      const height = tall(count);
      const bar = {
        class: i === weeks.length - 1 ? "chart-bar" : "chart-bar-before",
        x: round(middleOf(week) - width / 2),
        y: round(floor - height),
        width: round(width),
        height: round(height),
      };
      const number = words(middleOf(week), floor - height - 3, filling.number(count), "middle");
      return element("rect", bar) + number;
    });
    const line = { class: "chart-line", x1: NAMES, y1: floor, x2: CHART_WIDTH, y2: floor };
    return words(0, floor - 3, fitted(short, NAMES)) + bars.join("") + element("line", line);
  });
  const foot = weeks.map((week) =>
    words(middleOf(week), themes.length * ROW + 12, day(filling, week), "middle"),
  );
  const height = themes.length * ROW + FOOT;
  return chart(CHART_WIDTH, height, said(filling, volume), [...rows, ...foot].join("\n"));
}

function day(filling: Filling, week: string): string {
  return dateWords(week, filling.language, "d MMM");
}

function said(filling: Filling, { weeks, themes }: Volume): string {
  const rows = themes.map(({ short, counts }) => {
    const told = weeks.flatMap((week, i) =>
      (counts[i] ?? 0) > 0 ? [`${day(filling, week)}: ${filling.number(counts[i] ?? 0)}`] : [],
    );
    const values = told.length === 0 ? filling.number(0) : told.join(", ");
    return filling.words("chart.row", { name: short, values });
  });
  return [filling.words("chart.volume", {}), ...rows].join(" ");
}
