/**
 * What browsers know and the PDF does not, each with the nearest way that works: one table for the
 * hints of diagnostics and for `templates/README.md`.
 */
import { byWord } from "../by-word.js";

/** By property. */
export const PROPERTY_WAYS: Readonly<Record<string, string>> = byWord({
  animation: "set the look that the page should have on paper",
  appearance: "move it under @media screen",
  "backdrop-filter": "use a background colour",
  "background-attachment": "use a background colour",
  "background-clip": "use a background colour, with padding around it",
  "background-image": "use a background colour, or an <img> with alternative text",
  "background-position": "use an <img> with alternative text",
  "background-repeat": "use an <img> with alternative text",
  "background-size": "use an <img> with alternative text",
  bleed: "leave it out: the page ends where its paper ends",
  "bookmark-label": "use headings: h1 to h6 are the bookmarks",
  "bookmark-level": "use headings: h1 to h6 are the bookmarks",
  "border-image": "use border-style and border-color",
  "box-decoration-break": "leave it out: a box that is cut shows its borders at its ends",
  "box-shadow": "use a border",
  "clip-path": "use border-radius with overflow: hidden, or an <svg> picture",
  "empty-cells": "give the cells no border",
  filter: "use colours that are right without it",
  "font-size-adjust": "use font-size",
  "font-stretch": "name a family of that width",
  "font-variation-settings": "name a family and a weight",
  isolation: "leave it out",
  marks: "leave it out: the page ends where its paper ends",
  mask: "use an <svg> picture",
  "mix-blend-mode": "use a colour with an alpha value",
  "object-position": "crop the picture before",
  perspective: "use transform: rotate(), which turns in the plane of the page",
  "pointer-events": "move it under @media screen",
  resize: "move it under @media screen",
  rotate: "use transform: rotate()",
  scale: "use transform: scale()",
  "shape-outside": "text flows around the box of a float: give it a margin",
  "text-emphasis": "use font-weight or text-decoration",
  "text-overflow": "let the words break with overflow-wrap: anywhere",
  "text-shadow": "use another colour or weight",
  "text-wrap": "leave it out, or break the line with <br>",
  translate: "use transform: translate()",
  "user-select": "move it under @media screen",
  "writing-mode": "turn a box with transform: rotate(90deg)",
  zoom: "use another font-size",
});

interface ValueWay {
  /** As a person would write it. */
  readonly shown: string;
  readonly property: RegExp;
  readonly value: RegExp;
  readonly way: string;
}

const ANY = /./;

export const VALUE_WAYS: readonly ValueWay[] = [
  {
    shown: "position: sticky",
    property: /^position$/,
    value: /sticky/,
    way: "leave it out: the heads of tables come again on every page by themselves",
  },
  {
    shown: "display: contents",
    property: /^display$/,
    value: /contents/,
    way: "leave the element out of the template",
  },
  {
    shown: "background: url(…)",
    property: /^background/,
    value: /url\(|image-set\(/,
    way: "use an <img> with alternative text; background takes a colour",
  },
  {
    shown: "linear-gradient(…)",
    property: ANY,
    value: /gradient\(/,
    way: "use one colour",
  },
  {
    shown: "color-mix(…), color(…)",
    property: ANY,
    value: /(?:color-mix|light-dark|color)\(/,
    way: "write the colour out, for instance with oklch()",
  },
  {
    shown: "color: CanvasText",
    property: /color|background|border/,
    value:
      /^(?:canvas|canvastext|linktext|visitedtext|activetext|buttonface|buttontext|graytext|highlight|mark)$/,
    way: "write the colour out: paper has no theme",
  },
  {
    shown: "list-style: url(…)",
    property: /^list-style/,
    value: /url\(/,
    way: 'use a string: list-style-type: "–"',
  },
  {
    shown: "width: min-content",
    property: /(?:width|height|size|basis)$/,
    value: /(?:min|max|fit)-content|stretch/,
    way: "use display: inline-block, which is as wide as its content",
  },
  {
    shown: "attr(…)",
    property: ANY,
    value: /attr\(/,
    way: "attr() stands in content alone; write the value into the style attribute",
  },
  {
    shown: "env(…)",
    property: ANY,
    value: /env\(/,
    way: "paper has no environment: write the value out",
  },
  {
    shown: "min(50%, 40pt)",
    property: ANY,
    value: /(?:min|max|clamp)\(/,
    way: "use min-width or max-width: a share and a length cannot be compared here",
  },
  {
    shown: "round(…), sin(…), sqrt(…)",
    property: ANY,
    value: /(?:round|mod|rem|abs|sign|sin|cos|tan|pow|sqrt|hypot|log|exp)\(/,
    way: "write the result out",
  },
];

const VIEWPORT = "paper has no viewport: use % of the box around it, or mm";
const CONTAINER = "use % of the box around it, or mm";

export const UNIT_WAYS: Readonly<Record<string, string>> = byWord({
  vw: VIEWPORT,
  vh: VIEWPORT,
  vi: VIEWPORT,
  vb: VIEWPORT,
  vmin: VIEWPORT,
  vmax: VIEWPORT,
  dvh: VIEWPORT,
  dvw: VIEWPORT,
  svh: VIEWPORT,
  svw: VIEWPORT,
  lvh: VIEWPORT,
  lvw: VIEWPORT,
  cqw: CONTAINER,
  cqh: CONTAINER,
  cqi: CONTAINER,
  cqb: CONTAINER,
  lh: "use em",
  rlh: "use rem",
  cap: "use em",
  ic: "use em",
});

export const AT_RULE_WAYS: Readonly<Record<string, string>> = byWord({
  import: 'put the rules into this file, or link the other one with <link rel="stylesheet">',
  container: "ask for the width of the paper with @media (min-width: …)",
  "counter-style": "use list-style-type, or content with counter() in ::marker",
  property: "set the custom property in :root",
  scope: "put the selectors in front of the rules",
  "font-feature-values": "use font-feature-settings",
});

export const SELECTOR_WAYS: Readonly<Record<string, string>> = byWord({
  "::first-letter": "put the letter into a <span>",
  "::first-line": "put the words into a <span>",
  "::part": "give the element a class and match that",
  "::slotted": "give the element a class and match that",
  ":host": "paper has no shadow trees: match the element itself",
});
