/** The closed list of properties that reach paper: for each, how it inherits, begins and is read. */

import type { FontStack } from "../fonts/match-font.js";
import {
  type ContentPart,
  type CounterChange,
  parseContent,
  parseCounterChanges,
  parseStringSet,
  type StringSetting,
} from "./content-value.js";
import { type CounterStyle, counterStyleNamed } from "./counter-style.js";
import {
  type Features,
  parseFeatureSettings,
  parseKerning,
  parseLigatureVariants,
  parseNumericVariants,
  parsePositionVariant,
} from "./font-variants.js";
import {
  type GridLine,
  parseAreas,
  parseGridLine,
  parseTrack,
  parseTrackList,
  type Track,
  type TrackList,
} from "./grid-values.js";
import {
  type DecorationLine,
  type HangingPunctuation,
  NOTHING_HANGS,
  parseDecorationLines,
  parseHangingPunctuation,
  parseTabSize,
  parseTextIndent,
  parseThickness,
  type TabSize,
  type TextIndent,
} from "./text-values.js";
import {
  MIDDLE,
  type Origin,
  parseOpacity,
  parseOrigin,
  parseTransform,
  type TransformStep,
} from "./transform-values.js";
import {
  type Color,
  type LengthContext,
  type Percent,
  parseColor,
  parseLength,
  parseNumber,
  parsePercent,
  parseSize,
  type Size,
  splitList,
  splitWords,
  unquote,
} from "./values.js";

interface Property<Value> {
  readonly inherited: boolean;
  readonly initial: Value;
  /** @returns undefined when the value is outside the subset. */
  readonly parse: (text: string, context: LengthContext) => Value | undefined;
  /** Those that it takes, where they are all that it takes. */
  readonly words?: readonly string[];
}

/** `normal`, a multiple of the font size, or pt. */
export type LineHeight = "normal" | { readonly factor: number } | number;

export type VerticalAlign =
  | "baseline"
  | "super"
  | "sub"
  | "top"
  | "middle"
  | "bottom"
  | "text-top"
  | "text-bottom"
  | number
  | Percent;

/** How items share out the room that is left over (CSS Box Alignment 3, 4). */
const DISTRIBUTIONS = [
  "normal",
  "flex-start",
  "flex-end",
  "start",
  "end",
  "left",
  "right",
  "center",
  "stretch",
  "space-between",
  "space-around",
  "space-evenly",
] as const;

/** How one item stands in the room it has. */
const ALIGNMENTS = [
  "normal",
  "stretch",
  "flex-start",
  "flex-end",
  "start",
  "end",
  "center",
  "baseline",
] as const;

const BREAKS = [
  "auto",
  "page",
  "left",
  "right",
  "recto",
  "verso",
  "column",
  "avoid",
  "avoid-page",
  "avoid-column",
] as const;

export const PROPERTIES = {
  display: keyword("inline", [
    "block",
    "inline",
    "inline-block",
    "flex",
    "inline-flex",
    "grid",
    "inline-grid",
    "flow-root",
    "list-item",
    "table",
    "table-row",
    "table-cell",
    "table-header-group",
    "table-row-group",
    "table-footer-group",
    "table-caption",
    "table-column",
    "table-column-group",
    "none",
  ]),
  position: keyword("static", ["static", "relative", "absolute", "fixed"]),
  float: keyword("none", ["none", "left", "right", "inline-start", "inline-end"]),
  clear: keyword("none", ["none", "left", "right", "both", "inline-start", "inline-end"]),
  left: size("auto"),
  top: size("auto"),
  right: size("auto"),
  bottom: size("auto"),
  zIndex: { ...number(0), parse: (text) => (text === "auto" ? 0 : parseNumber(text)) },
  transform: read<readonly TransformStep[]>([], parseTransform),
  transformOrigin: read<Origin>(MIDDLE, parseOrigin),
  opacity: { ...number(1), parse: parseOpacity },
  visibility: inherited(keyword("visible", ["visible", "hidden", "collapse"])),
  overflow: keyword("visible", ["visible", "hidden", "clip", "auto", "scroll"]),

  width: size("auto"),
  height: size("auto"),
  minWidth: size("auto"),
  maxWidth: { ...size("auto"), parse: (text, c) => parseSize(text === "none" ? "auto" : text, c) },
  minHeight: size("auto"),
  maxHeight: { ...size("auto"), parse: (text, c) => parseSize(text === "none" ? "auto" : text, c) },
  aspectRatio: read<number | "auto">("auto", parseRatio),
  objectFit: keyword("fill", ["fill", "contain", "cover", "none", "scale-down"]),
  boxSizing: keyword("content-box", ["content-box", "border-box"]),
  marginTop: size(0),
  marginRight: size(0),
  marginBottom: size(0),
  marginLeft: size(0),
  paddingTop: size(0),
  paddingRight: size(0),
  paddingBottom: size(0),
  paddingLeft: size(0),

  borderTopWidth: borderWidth(),
  borderRightWidth: borderWidth(),
  borderBottomWidth: borderWidth(),
  borderLeftWidth: borderWidth(),
  borderTopStyle: borderStyle(),
  borderRightStyle: borderStyle(),
  borderBottomStyle: borderStyle(),
  borderLeftStyle: borderStyle(),
  borderTopColor: color("currentcolor"),
  borderRightColor: color("currentcolor"),
  borderBottomColor: color("currentcolor"),
  borderLeftColor: color("currentcolor"),
  borderTopLeftRadius: size(0),
  borderTopRightRadius: size(0),
  borderBottomRightRadius: size(0),
  borderBottomLeftRadius: size(0),
  backgroundColor: color("transparent"),

  color: inherited(color("#000000")),
  fontFamily: inherited(families()),
  fontSize: inherited(fontSize()),
  fontWeight: inherited(fontWeight()),
  fontStyle: inherited(keyword("normal", ["normal", "italic", "oblique"])),
  fontFeatureSettings: inherited(features(parseFeatureSettings)),
  fontVariantCaps: inherited(keyword("normal", ["normal", "small-caps", "all-small-caps"])),
  fontVariantNumeric: inherited(features(parseNumericVariants)),
  fontVariantLigatures: inherited(features(parseLigatureVariants)),
  fontVariantPosition: inherited(features(parsePositionVariant)),
  fontKerning: inherited(features(parseKerning)),
  lineHeight: inherited(lineHeight()),
  letterSpacing: inherited(spacing()),
  textAlign: inherited(keyword("start", ["start", "end", "left", "right", "center", "justify"])),
  textAlignLast: inherited(
    keyword("auto", ["auto", "start", "end", "left", "right", "center", "justify"]),
  ),
  wordSpacing: inherited(spacing()),
  textTransform: inherited(keyword("none", ["none", "uppercase", "lowercase", "capitalize"])),
  textIndent: inherited(read<TextIndent>({ amount: 0, hanging: false }, parseTextIndent)),
  textDecorationLine: read<readonly DecorationLine[]>([], parseDecorationLines),
  textDecorationColor: color("currentcolor"),
  textDecorationStyle: keyword("solid", ["solid"]),
  textDecorationThickness: read<number | "auto">("auto", parseThickness),
  textUnderlineOffset: inherited(read<number | "auto">("auto", parseThickness)),
  whiteSpace: inherited(
    keyword("normal", ["normal", "nowrap", "pre", "pre-wrap", "pre-line", "break-spaces"]),
  ),
  tabSize: inherited(read<TabSize>({ spaces: 8 }, parseTabSize)),
  wordBreak: inherited(keyword("normal", ["normal", "break-all", "keep-all", "break-word"])),
  lineBreak: inherited(keyword("auto", ["auto", "anywhere"])),
  hangingPunctuation: inherited(read<HangingPunctuation>(NOTHING_HANGS, parseHangingPunctuation)),
  overflowWrap: inherited(keyword("normal", ["normal", "break-word", "anywhere"])),
  direction: inherited(keyword("ltr", ["ltr", "rtl"])),
  hyphens: inherited(keyword("manual", ["manual", "auto", "none"])),
  unicodeBidi: keyword("normal", [
    "normal",
    "embed",
    "isolate",
    "bidi-override",
    "isolate-override",
    "plaintext",
  ]),
  verticalAlign: verticalAlign(),
  listStyleType: inherited(listStyleType()),
  listStylePosition: inherited(keyword("outside", ["outside", "inside"])),
  quotes: inherited(read<Quotes | "auto">("auto", parseQuotes)),
  content: content(),
  stringSet: stringSet(),
  counterReset: counterChanges(0),
  counterIncrement: counterChanges(1),
  counterSet: counterChanges(0),
  /** Of `position: running(name)`: taken out of the text, for the margins of the page. */
  runningName: name(),
  /** Of `float: footnote`. */
  isFootnote: keyword("no", ["no", "yes"]),

  flexGrow: number(0),
  flexShrink: number(1),
  flexBasis: size("auto"),
  flexDirection: keyword("row", ["row", "row-reverse", "column", "column-reverse"]),
  flexWrap: keyword("nowrap", ["nowrap", "wrap", "wrap-reverse"]),
  order: number(0),
  justifyContent: keyword("normal", DISTRIBUTIONS),
  alignContent: keyword("normal", DISTRIBUTIONS),
  alignItems: keyword("normal", ALIGNMENTS),
  alignSelf: keyword("auto", ["auto", ...ALIGNMENTS]),
  rowGap: { ...length(0), parse: (text, c) => (text === "normal" ? 0 : parseLength(text, c)) },
  columnGap: { ...length(0), parse: (text, c) => (text === "normal" ? 0 : parseLength(text, c)) },

  gridTemplateColumns: read<TrackList>([], parseTrackList),
  gridTemplateRows: read<TrackList>([], parseTrackList),
  gridAutoColumns: read<Track>({ min: "auto", max: "auto" }, parseTrack),
  gridAutoRows: read<Track>({ min: "auto", max: "auto" }, parseTrack),
  gridAutoFlow: keyword("row", ["row", "column", "dense", "row dense", "column dense"]),
  gridTemplateAreas: read<readonly (readonly string[])[]>([], parseAreas),
  gridColumnStart: read<GridLine>("auto", parseGridLine),
  gridColumnEnd: read<GridLine>("auto", parseGridLine),
  gridRowStart: read<GridLine>("auto", parseGridLine),
  gridRowEnd: read<GridLine>("auto", parseGridLine),
  justifyItems: keyword("normal", ALIGNMENTS),
  justifySelf: keyword("auto", ["auto", ...ALIGNMENTS]),

  borderCollapse: inherited(keyword("separate", ["separate", "collapse"])),
  borderSpacing: inherited(read<BorderSpacing>({ across: 0, down: 0 }, parseBorderSpacing)),
  captionSide: inherited(keyword("top", ["top", "bottom"])),
  tableLayout: keyword("auto", ["auto", "fixed"]),

  columnCount: columnCount(),
  columnWidth: size("auto"),
  columnFill: keyword("balance", ["balance", "auto"]),
  columnSpan: keyword("none", ["none", "all"]),
  columnRuleWidth: borderWidth(),
  columnRuleStyle: borderStyle(),
  columnRuleColor: color("currentcolor"),
  /** As `column-gap`, which the shorthand sets too: `normal` is an em between columns of text. */
  textColumnGap: textColumnGap(),

  /** The empty name is that of pages without one. */
  page: inherited(name()),
  breakBefore: keyword("auto", BREAKS),
  breakAfter: keyword("auto", BREAKS),
  breakInside: keyword("auto", ["auto", "avoid", "avoid-page", "avoid-column"]),
  orphans: inherited(number(2)),
  widows: inherited(number(2)),

  fill: inherited(paint("#000000")),
  stroke: inherited(paint("none")),
  strokeWidth: inherited(userLength(0.75)),
  fillOpacity: inherited({ ...number(1), parse: parseOpacity }),
  fillRule: inherited(keyword("nonzero", ["nonzero", "evenodd"])),
  strokeOpacity: inherited({ ...number(1), parse: parseOpacity }),
  strokeDasharray: inherited(dashes()),
  strokeLinecap: inherited(keyword("butt", ["butt", "round", "square"])),
  strokeLinejoin: inherited(keyword("miter", ["miter", "round", "bevel"])),
  stopColor: color("#000000"),
  dominantBaseline: inherited(
    keyword("auto", [
      "auto",
      "alphabetic",
      "middle",
      "central",
      "hanging",
      "text-before-edge",
      "text-after-edge",
      "text-top",
      "text-bottom",
      "ideographic",
    ]),
  ),
  textAnchor: inherited(keyword("start", ["start", "middle", "end"])),
} satisfies Record<string, Property<unknown>>;

export type PropertyName = keyof typeof PROPERTIES;

/** Computed values: every length in pt, except shares of a containing block. */
export type Style = {
  readonly [Name in PropertyName]: (typeof PROPERTIES)[Name] extends Property<infer Value>
    ? Value
    : never;
};

/** Properties a page may set for the browser's sake; paper has nothing to say about them. */
export const IGNORED_PROPERTIES: ReadonlySet<string> = new Set([
  "color-scheme",
  "cursor",
  "font-synthesis",
  "outline",
  "outline-offset",
  "print-color-adjust",
  "scroll-behavior",
  "scroll-margin-top",
  "text-rendering",
  "text-size-adjust",
  "transition",
]);

/** `margin-top` -> `marginTop`, or undefined when the property is outside the subset. */
export function propertyNamed(cssName: string): PropertyName | undefined {
  return NAMES.get(cssName);
}

/** What only shorthands set; nobody writes them. */
export const INTERNAL_PROPERTIES: ReadonlySet<string> = new Set([
  "running-name",
  "is-footnote",
  "text-column-gap",
]);

/** As CSS writes them. */
export const PROPERTY_NAMES: readonly string[] = Object.keys(PROPERTIES)
  .map(cssNameOf)
  .filter((name) => !INTERNAL_PROPERTIES.has(name));

/** `marginTop` -> `margin-top`. */
export function cssNameOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const NAMES: ReadonlyMap<string, PropertyName> = new Map(
  (Object.keys(PROPERTIES) as PropertyName[]).map((name) => [cssNameOf(name), name]),
);

function inherited<Value>(property: Property<Value>): Property<Value> {
  return { ...property, inherited: true };
}

function keyword<const Word extends string>(
  initial: NoInfer<Word>,
  words: readonly Word[],
): Property<Word> {
  return {
    inherited: false,
    initial,
    words,
    parse: (text) => words.find((word) => word === text.toLowerCase()),
  };
}

/** The name of a counter style, or a string. */
function listStyleType(): Property<CounterStyle | { readonly text: string }> {
  return {
    inherited: false,
    initial: "disc",
    parse: (text) => {
      const own = unquote(text);
      return own === undefined ? counterStyleNamed(text.toLowerCase()) : { text: own };
    },
  };
}

/** Pairs of marks, the outermost first. */
export type Quotes = readonly (readonly [open: string, close: string])[];

function parseQuotes(text: string): Quotes | "auto" | undefined {
  if (text === "auto") return "auto";
  if (text === "none") return [];
  const marks = splitWords(text).map(unquote);
  if (marks.length % 2 !== 0 || !marks.every((mark) => mark !== undefined)) return undefined;
  return marks.flatMap((mark, index) => (index % 2 === 0 ? [[mark, marks[index + 1] ?? ""]] : []));
}

/** pt between cells side by side, and between rows. */
interface BorderSpacing {
  readonly across: number;
  readonly down: number;
}

function parseBorderSpacing(text: string, context: LengthContext): BorderSpacing | undefined {
  const [across, down = across, ...rest] = splitWords(text).map((word) =>
    parseLength(word, context),
  );
  if (across === undefined || down === undefined || rest.length > 0) return undefined;
  return { across: Math.max(0, across), down: Math.max(0, down) };
}

/** `16 / 9` -> width by height. */
function parseRatio(text: string): number | "auto" | undefined {
  if (text === "auto") return "auto";
  const [width = "", height = "1", ...rest] = text
    .replace(/\bauto\b/, "")
    .split("/")
    .map((part) => part.trim());
  const ratio = (parseNumber(width) ?? 0) / (parseNumber(height) ?? 0);
  return rest.length === 0 && ratio > 0 && Number.isFinite(ratio) ? ratio : undefined;
}

function read<Value>(initial: Value, parse: Property<Value>["parse"]): Property<Value> {
  return { inherited: false, initial, parse };
}

function size(initial: Size): Property<Size> {
  return { inherited: false, initial, parse: parseSize };
}

function length(initial: number): Property<number> {
  return { inherited: false, initial, parse: parseLength };
}

function number(initial: number): Property<number> {
  return { inherited: false, initial, parse: parseNumber };
}

function color(initial: Color): Property<Color> {
  return { inherited: false, initial, parse: parseColor };
}

/** `fill` and `stroke` know more than other colours: nothing, and what is drawn elsewhere. */
export type Paint = Color | "none" | { readonly id: string; readonly otherwise: Color | "none" };

function paint(initial: Paint): Property<Paint> {
  return {
    inherited: false,
    initial,
    parse: (text) => {
      if (text === "none") return "none";
      const [, id, rest = ""] = /^url\(\s*["']?#([^)"']+)["']?\s*\)\s*(.*)$/.exec(text) ?? [];
      if (id === undefined) return parseColor(text);
      return {
        id,
        otherwise: rest === "" || rest === "none" ? "none" : (parseColor(rest) ?? "none"),
      };
    },
  };
}

/** Lengths in pt, dashes and gaps in turn. */
function dashes(): Property<readonly number[]> {
  const lengths = userLength(0);
  return {
    inherited: false,
    initial: [],
    parse: (text, context) => {
      if (text === "none") return [];
      const parts = text.split(/[\s,]+/).map((part) => lengths.parse(part, context));
      return parts.every((part) => part !== undefined && part >= 0)
        ? parts.map((part) => part ?? 0)
        : undefined;
    },
  };
}

/** In SVG a bare number is a length in user units. */
function userLength(initial: number): Property<number> {
  return {
    inherited: false,
    initial,
    parse: (text, c) => parseLength(parseNumber(text) === undefined ? text : `${text}px`, c),
  };
}

function borderWidth(): Property<number> {
  const named: Readonly<Record<string, number>> = { thin: 0.75, medium: 2.25, thick: 3.75 };
  return {
    inherited: false,
    initial: 2.25,
    parse: (text, context) => {
      const width = named[text.toLowerCase()] ?? parseLength(text, context);
      return width && width > 0 ? Math.max(width, THINNEST_LINE) : width;
    },
  };
}

/** pt; browsers draw no line thinner than a pixel, and make room for as much. */
const THINNEST_LINE = 0.75;

/** Paper has no light to throw shadows. */
const SHADED_LINES: Readonly<Record<string, string>> = {
  hidden: "none",
  groove: "solid",
  ridge: "solid",
  inset: "solid",
  outset: "solid",
};

function borderStyle(): Property<"none" | "solid" | "dashed" | "dotted" | "double"> {
  const line = keyword("none", ["none", "solid", "dashed", "dotted", "double"]);
  return { ...line, parse: (text, c) => line.parse(SHADED_LINES[text.toLowerCase()] ?? text, c) };
}

function spacing(): Property<number> {
  return { ...length(0), parse: (text, c) => (text === "normal" ? 0 : parseLength(text, c)) };
}

function families(): Property<FontStack> {
  return {
    inherited: false,
    initial: { names: ["serif"], own: new Map() },
    parse: (text, { families: own = new Map() }) => {
      const names = splitList(text).map((name) => (unquote(name) ?? name).toLowerCase());
      return { names, own };
    },
  };
}

function fontSize(): Property<number> {
  return {
    inherited: false,
    initial: 12,
    parse: (text, context) => {
      const named = FONT_SIZES[text.toLowerCase()];
      if (named !== undefined) return named;
      const share = parsePercent(FONT_SHARES[text.toLowerCase()] ?? text);
      return share ? (share.percent / 100) * context.fontSize : userLength(0).parse(text, context);
    },
  };
}

/** pt (CSS Fonts 4, 2.5). */
const FONT_SIZES: Readonly<Record<string, number>> = {
  "xx-small": 6.75,
  "x-small": 7.5,
  small: 9.75,
  medium: 12,
  large: 13.5,
  "x-large": 18,
  "xx-large": 24,
  "xxx-large": 36,
};

const FONT_SHARES: Readonly<Record<string, string>> = { smaller: "83.33%", larger: "120%" };

function fontWeight(): Property<number> {
  return {
    inherited: false,
    initial: 400,
    parse: (text, { inheritedWeight = 400 }) => {
      const word = text.toLowerCase();
      if (word === "bolder") return bolder(inheritedWeight);
      if (word === "lighter") return lighter(inheritedWeight);
      const weight = FONT_WEIGHTS[word] ?? parseNumber(word) ?? 0;
      return weight >= 1 && weight <= 1000 ? weight : undefined;
    },
  };
}

const FONT_WEIGHTS: Readonly<Record<string, number>> = { normal: 400, bold: 700 };

/** CSS Fonts 4, 2.2.1. */
function bolder(weight: number): number {
  if (weight < 350) return 400;
  return weight < 550 ? 700 : Math.max(900, weight);
}

function lighter(weight: number): number {
  if (weight < 100) return weight;
  if (weight < 550) return 100;
  return weight < 750 ? 400 : 700;
}

function features(parse: (text: string) => Features | undefined): Property<Features> {
  return { inherited: false, initial: {}, parse };
}

function lineHeight(): Property<LineHeight> {
  return {
    inherited: false,
    initial: "normal",
    parse: (text, context) => {
      if (text === "normal") return "normal";
      const factor = parseNumber(text);
      if (factor !== undefined) return { factor };
      const share = parsePercent(text);
      return share ? (share.percent / 100) * context.fontSize : parseLength(text, context);
    },
  };
}

function verticalAlign(): Property<VerticalAlign> {
  const words = keyword("baseline", [
    "baseline",
    "super",
    "sub",
    "top",
    "middle",
    "bottom",
    "text-top",
    "text-bottom",
  ]);
  return {
    inherited: false,
    initial: "baseline",
    parse: (text, c) => words.parse(text, c) ?? parseLength(text, c) ?? parsePercent(text),
  };
}

function content(): Property<"normal" | readonly ContentPart[]> {
  return { inherited: false, initial: "normal", parse: parseContent };
}

function stringSet(): Property<readonly StringSetting[]> {
  return { inherited: false, initial: [], parse: parseStringSet };
}

/** @param usual what a name without a number means */
function counterChanges(usual: number): Property<readonly CounterChange[]> {
  return { inherited: false, initial: [], parse: (text) => parseCounterChanges(text, usual) };
}

function columnCount(): Property<number | "auto"> {
  return {
    inherited: false,
    initial: "auto",
    parse: (text) =>
      text === "auto" ? "auto" : /^[1-9]\d*$/.test(text) ? Math.min(100, Number(text)) : undefined,
  };
}

function textColumnGap(): Property<Size | "normal"> {
  return {
    inherited: false,
    initial: "normal",
    parse: (text, context) => (text === "normal" ? "normal" : parseSize(text, context)),
  };
}

function name(): Property<string> {
  return { inherited: false, initial: "", parse: (text) => /^[\w-]+$/.exec(text)?.[0] };
}
