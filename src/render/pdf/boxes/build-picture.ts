/** An `<img>` or `<svg>` in, its picture's box out; without a picture, a box with its alternative text. */
import type { Element } from "domhandler";
import { parseLength } from "../css/values.js";
import { findPicture, svgText } from "../figures/find-picture.js";
import type { Picture } from "../figures/picture.js";
import { readImage } from "../figures/read-image.js";
import { readSvg } from "../figures/read-svg.js";
import { parseDrawing } from "../page/parse-drawing.js";
import type { BlockBox, Box } from "./box.js";
import type { BoxBuilder, Surroundings } from "./box-builder.js";

export function buildPicture(element: Element, inner: Surroundings, builder: BoxBuilder): Box {
  const { computed, language } = inner;
  const picture = element.name === "svg" ? drawn(element) : readSource(element);
  if (typeof picture !== "string") {
    return { kind: "replaced", element, style: computed.style, language, picture };
  }
  reportPicture(element, picture, builder);
  const { alt } = element.attribs;
  if (alt?.trim()) return alternative(element, alt, inner);
  return { kind: "replaced", element, style: computed.style, language, picture: undefined };

  function drawn(svg: Element): Picture {
    const { cascade, report } = builder;
    return readSvg(svg, computed, (child, parent) => cascade.styleOf(child, parent), report);
  }

  /** @returns a sentence about what is wrong, where something is */
  function readSource({ attribs: { src = "" } }: Element): Picture | string {
    const bytes = findPicture(src, builder.files);
    if (bytes === undefined) return "the page does not carry it";
    const text = svgText(bytes);
    if (text === undefined) return readImage(bytes);
    const svg = parseDrawing(text);
    return svg ? drawn(svg) : "its SVG data is damaged";
  }
}

function reportPicture(
  { attribs: { src = "" } }: Element,
  fault: string,
  builder: BoxBuilder,
): void {
  const name = src.length > LONGEST_NAME ? `${src.slice(0, LONGEST_NAME)}…` : src;
  const hint =
    "put a PNG, JPEG or SVG of plain colours into the page's own folder, or into the page as a data: URI";
  const message = `cannot read the picture "${name}": ${fault}`;
  builder.report("missing-picture", message, { quoted: src }, hint);
}

/** Of a picture that the page carries itself, the first letters are enough to find it. */
const LONGEST_NAME = 60;

/** As browsers show it: a frame as large as the picture would be, with the words for it. */
function alternative(element: Element, text: string, inner: Surroundings): BlockBox {
  const { style } = inner.computed;
  const side = { width: 0.75, style: "solid", color: "currentcolor" } as const;
  const shown = {
    ...style,
    display: style.display === "inline" ? ("inline-block" as const) : style.display,
    width: style.width === "auto" ? lengthOf(element.attribs.width) : style.width,
    height: style.height === "auto" ? lengthOf(element.attribs.height) : style.height,
    ...framed(side),
    paddingTop: 2,
    paddingRight: 2,
    paddingBottom: 2,
    paddingLeft: 2,
  };
  const { language } = inner;
  const words = { style: inner.computed.style, language, element, decorations: [] };
  const items = [{ kind: "text" as const, text, ...words }];
  const content = { kind: "inline" as const, items };
  return {
    kind: "block",
    element,
    style: shown,
    language,
    content,
    marker: undefined,
    overlays: [],
  };
}

function framed({ width, style, color }: { width: number; style: "solid"; color: "currentcolor" }) {
  return {
    borderTopWidth: width,
    borderRightWidth: width,
    borderBottomWidth: width,
    borderLeftWidth: width,
    borderTopStyle: style,
    borderRightStyle: style,
    borderBottomStyle: style,
    borderLeftStyle: style,
    borderTopColor: color,
    borderRightColor: color,
    borderBottomColor: color,
    borderLeftColor: color,
  };
}

function lengthOf(text: string | undefined): number | "auto" {
  if (text === undefined || !/^\d+(?:\.\d+)?$/.test(text.trim())) return "auto";
  return parseLength(`${text.trim()}px`, { fontSize: 12, rootFontSize: 12 }) ?? "auto";
}
