/** Values for one thing in, a dot plot out: a row for each with who gives it, all on one scale. */
import { scaleLinear } from "d3-scale";
import { symbol, symbolCircle, symbolDiamond } from "d3-shape";
import { z } from "zod";
import type { Filling } from "../filling.js";
import { acrossOf, CHART_WIDTH, chart, element, fitted, words } from "./svg.js";

export const MeasureSchema = z.object({
  words: z.string(),
  conflict: z.boolean(),
  values: z
    .array(
      z.object({
        value: z.number(),
        text: z.string(),
        by: z.string().nullable(),
        source: z.number(),
      }),
    )
    .min(2),
});
type Measure = z.infer<typeof MeasureSchema>;

/** CSS pixels. */
const NAMES = 190;
const ROW = 18;
const FOOT = 20;
const RIGHT = 60;

/** A conflict has diamonds in the place of dots: it is seen without colour. */
export function measureChart(filling: Filling, measure: Measure): string {
  const { values, conflict } = measure;
  const numbers = values.map(({ value }) => value);
  const scale = scaleLinear(
    [Math.min(0, ...numbers), Math.max(...numbers)],
    [NAMES, CHART_WIDTH - RIGHT],
  ).nice();
  const height = values.length * ROW + FOOT;
  const foot = values.length * ROW + 4;
  const form =
    symbol(conflict ? symbolDiamond : symbolCircle, conflict ? 70 : 48).digits(1)() ?? "";
  const at = acrossOf(filling.view.direction);
  const rows = values.map(({ value, by, source }, row) => {
    const y = row * ROW + ROW / 2;
    const x = scale(value);
    const guide = { class: "chart-guide", x1: at(NAMES), y1: y, x2: at(x), y2: y };
    const dot = { class: "chart-dot", d: form, transform: `translate(${at(x)} ${y})` };
    return [
      words(
        at(0),
        y + 3,
        fitted(`${by ?? filling.words("cite.no-outlet", {})} [${source}]`, NAMES),
      ),
      element("line", guide),
      element("path", dot),
      words(at(x + 8), y + 3, filling.number(value)),
    ].join("");
  });
  const ends = {
    class: "chart-line",
    x1: at(NAMES),
    y1: foot,
    x2: at(CHART_WIDTH - RIGHT),
    y2: foot,
  };
  const ticks = scale
    .ticks(4)
    .map((tick) => words(at(scale(tick)), foot + 12, filling.number(tick), "middle"));
  const axis = element("line", ends);
  return chart(CHART_WIDTH, height, said(filling, measure), [...rows, axis, ...ticks].join("\n"));
}

function said(filling: Filling, { words: name, values, conflict }: Measure): string {
  const told = values.map(({ value, by, source }) => {
    const who = by ?? filling.words("cite.no-outlet", {});
    return `${who} [${source}]${filling.words("colon", {})}${filling.number(value)}`;
  });
  const list = told.join(filling.words("comma", {}));
  const row = filling.words("chart.row", { name, values: list });
  return conflict ? `${row} ${filling.words("chart.conflict", {})}` : row;
}
