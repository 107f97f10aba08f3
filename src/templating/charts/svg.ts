/** Names, attributes and children in, SVG markup out: no more than the PDF can draw (SVG 2). */
import { escapeHtml } from "../escape-html.js";
import type { Direction } from "../view/index.js";

export type Attributes = Readonly<Record<string, string | number>>;

/** @param children markup */
export function element(name: string, attributes: Attributes, children = ""): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join("");
  return children === "" ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

/** @param anchor which end of the words, in the direction of the page, stands at `x` */
export function words(
  x: number,
  y: number,
  text: string,
  anchor: "start" | "middle" | "end" = "start",
): string {
  const place = { x: round(x), y: round(y), "text-anchor": anchor };
  return element("text", place, escapeHtml(text));
}

/** A picture with what it says for those who cannot see it. */
export function chart(width: number, height: number, said: string, children: string): string {
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return element("svg", { class: "chart", ...size, role: "img", "aria-label": said }, children);
}

/** Tenths of a unit are finer than any printer. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** CSS pixels; what the margins of an A4 page leave. */
export const CHART_WIDTH = 656;

/**
 * Where a chart has what lies `x` from its start, which in a page from right to left is its right end.
 * @param width of what is drawn there
 */
export function acrossOf(direction: Direction): (x: number, width?: number) => number {
  return direction === "rtl" ? (x, width = 0) => round(CHART_WIDTH - x - width) : round;
}

/** As many letters as fit: at 9.5 px a letter takes some 5.2. */
export function fitted(text: string, width: number): string {
  const most = Math.floor(width / 5.2);
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
