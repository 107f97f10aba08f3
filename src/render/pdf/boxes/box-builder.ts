/** What the files of this folder hand to one another: what stands around an element, and how its boxes are built. */
import type { Element } from "domhandler";
import type { Cascade } from "../css/cascade.js";
import type { ComputedStyle } from "../css/compute-style.js";
import type { Style } from "../css/properties.js";
import type { PseudoElement } from "../css/selectors.js";
import type { ReadFile } from "../page/page-files.js";
import type { Report } from "../report.js";
import type { BlockBox, Box, InlineItem } from "./box.js";
import type { GeneratedContent } from "./generated-content.js";

/** Builds boxes for `element` and all in it. Passed on, so that table and block building can meet. */
export interface BoxBuilder {
  readonly cascade: Cascade;
  /** Pictures beside the page. */
  readonly files: ReadFile;
  readonly report: Report;
  readonly generated: GeneratedContent;
  /** @returns undefined for `display: none`. */
  build(element: Element, outer: Surroundings): Box | undefined;
  buildBlock(element: Element, inner: Surroundings): BlockBox;
  /** The words of a pseudo-element, as inline content. */
  buildPseudo(
    element: Element,
    pseudo: Exclude<PseudoElement, "marker">,
    inner: Surroundings,
  ): readonly InlineItem[];
  surround(element: Element, outer: Surroundings): Surroundings;
}

/** What a box inherits besides its style. */
export interface Surroundings {
  readonly computed: ComputedStyle;
  readonly language: string;
  /** The nearest link's target, for the words in it. */
  readonly href: string | undefined;
  /** Styles of the elements that draw lines under, over or through the words. */
  readonly decorations: readonly Style[];
  readonly frames: OverlayFrames;
}

/** Where absolutely positioned boxes are collected, by what they count from (CSS 2, 10.1). */
export interface OverlayFrames {
  /** The nearest positioned element, or the first page. */
  readonly positioned: Box[];
  /** The nearest block: for a box that stays where it would have stood. */
  readonly nearest: Box[];
  /** Every page. */
  readonly page: Box[];
  /** The children of the nearest block: a float stands before the words around it. */
  readonly children: Box[];
  /** Whether these are items of a flex container or a grid, which are as many as it has elements. */
  readonly areItems: boolean;
}
