/** Dated events in, the positions of a small chart out: one axis, its months, one dot per cluster. */
import { scaleUtc } from "d3-scale";
import { dateWords } from "../date-words.js";
import { directionOf } from "../direction.js";
import type { ChartDot, EventView, TimelineChart } from "../view/index.js";
import { acrossOf, round, CHART_WIDTH as WIDTH } from "./svg.js";

/** CSS pixels. */
const AXIS_Y = 10;
/** Half of a month's name, which stands in the middle below its tick. */
const SIDE = 26;
/** A month's name at 9.5 units takes some 48. */
const TICK_DISTANCE = 66;
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
/** Dots nearer than this become one. */
const CLUSTER = 9;

/** Null for fewer than three events whose month is known: a year is too coarse for a dot. */
export function makeTimelineChart(
  events: readonly EventView[],
  language: string,
): TimelineChart | null {
  const dated = events
    .filter(({ date }) => date.precision !== "year")
    .toSorted((a, b) => compare(a.date.from, b.date.from));
  const [first] = dated;
  const last = dated.at(-1);
  if (dated.length < 3 || first === undefined || last === undefined) return null;

  const months = monthOf(last.date.from) - monthOf(first.date.from) + 1;
  const room = Math.floor((WIDTH - 2 * SIDE) / TICK_DISTANCE);
  const step = STEPS.find((size) => months / size <= room) ?? months;
  const start = Math.floor(monthOf(first.date.from) / step) * step;
  const end = Math.max(monthOf(last.date.from) + 1, start + 1);
  const scale = scaleUtc([new Date(firstOf(start)), new Date(firstOf(end))], [SIDE, WIDTH - SIDE]);
  const place = (day: string) => round(scale(new Date(day)));
  const at = acrossOf(directionOf(language));

  const count = Math.floor((end - 1 - start) / step) + 1;
  return {
    width: WIDTH,
    height: 36,
    axis: { x1: 0, x2: WIDTH, y: AXIS_Y },
    ticks: Array.from({ length: count }, (_, i) => {
      const day = firstOf(start + i * step);
      const label = dateWords(day.slice(0, 7), language);
      return { x: at(place(day)), y1: AXIS_Y - 4, y2: AXIS_Y + 4, textY: AXIS_Y + 17, label };
    }),
    dots: clusterDots(dated, place).map((dot) => ({ ...dot, x: at(dot.x) })),
    from: first.date.from,
    to: last.date.to,
  };
}

function clusterDots(
  events: readonly EventView[],
  place: (day: string) => number,
): readonly ChartDot[] {
  const clusters: { x: number; events: EventView[] }[] = [];
  for (const event of events) {
    const x = place(event.date.from);
    const near = clusters.at(-1);
    if (near !== undefined && x - near.x < CLUSTER) near.events.push(event);
    else clusters.push({ x, events: [event] });
  }
  return clusters.map(({ x, events: members }) => ({
    x,
    y: AXIS_Y,
    r: Math.min(7, round(3.2 + 0.9 * (members.length - 1))),
    count: members.length,
    planned: members.every(({ planned }) => planned),
  }));
}

/** Months since year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** First day of a month counted by `monthOf`. */
function firstOf(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
