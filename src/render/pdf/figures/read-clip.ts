/** `clip-path` of an element in, the outlines that cut it off out (CSS Masking 1, in drawings). */
import { type Element, isTag } from "domhandler";
import { pathOf } from "./path-of.js";
import { type Clip, multiply } from "./picture.js";
import type { SvgPlace, SvgReading } from "./read-svg.js";
import { readTransform } from "./svg-values.js";

export function readClip(element: Element, place: SvgPlace, reading: SvgReading): readonly Clip[] {
  const style = element.attribs.style ?? "";
  const value = element.attribs["clip-path"] ?? /clip-path:\s*([^;]+)/.exec(style)?.[1];
  const id = /^url\(\s*["']?(#[^)"']+)["']?\s*\)/.exec(value?.trim() ?? "")?.[1];
  if (id === undefined) return [];
  const clip = reading.definitions.find(id);
  const shapes = clip?.name === "clipPath" ? clip.children.filter(isTag) : [];
  const isPlain = clip?.attribs.clipPathUnits !== "objectBoundingBox";
  const [shape, ...others] = shapes.filter((child) => pathOf(child, place) !== undefined);
  if (!clip || !shape || others.length > 0 || !isPlain) {
    reading.unsupported(
      "the PDF cuts drawings off at one shape in their own units only",
      element,
      "give the <clipPath> one <rect> or <path>, and no clipPathUnits",
    );
    return [];
  }
  const own = multiply(
    readTransform(clip.attribs.transform),
    readTransform(shape.attribs.transform),
  );
  return [{ path: pathOf(shape, place) ?? "", matrix: multiply(place.matrix, own) }];
}
