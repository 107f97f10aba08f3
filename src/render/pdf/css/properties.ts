/** The closed list of properties that reach paper: for each, how it inherits, begins and is read. */
import {
  type BorderSpacing,
  LINE_STYLES,
  parseBorderSpacing,
  parseBorderWidth,
  parseColumnCount,
  parseLineStyle,
  parseMaximum,
  parseRatio,
  parseTextColumnGap,
} from "./box-values.js";
import {
  type ContentPart,
  type CounterChange,
  parseContent,
  parseCounterChanges,
  parseStringSet,
  type StringSetting,
} from "./content-value.js";
import { type Paint, parseDashes, parsePaint, parseUserLength } from "./drawing-values.js";
import {
  type LineHeight,
  parseFamilies,
  parseFontSize,
  parseFontWeight,
  parseLineHeight,
  parseVerticalAlign,
  SERIF,
  type VerticalAlign,
} from "./font-values.js";
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
  type ListStyleType,
  parseListStyleType,
  parseQuotes,
  type Quotes,
} from "./marker-values.js";
import {
  color,
  inherited,
  keyword,
  lengthOrNormal,
  number,
  type Property,
  read,
  size,
} from "./property.js";
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
import { parseNumber, type Size } from "./values.js";

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
  zIndex: read(0, (text) => (text === "auto" ? 0 : parseNumber(text))),
  transform: read<readonly TransformStep[]>([], parseTransform),
  transformOrigin: read<Origin>(MIDDLE, parseOrigin),
  opacity: read(1, parseOpacity),
  visibility: inherited(keyword("visible", ["visible", "hidden", "collapse"])),
  overflow: keyword("visible", ["visible", "hidden", "clip", "auto", "scroll"]),

  width: size("auto"),
  height: size("auto"),
  minWidth: size("auto"),
  maxWidth: read<Size>("auto", parseMaximum),
  minHeight: size("auto"),
  maxHeight: read<Size>("auto", parseMaximum),
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
  fontFamily: inherited(read(SERIF, parseFamilies)),
  fontSize: inherited(read(12, parseFontSize)),
  fontWeight: inherited(read(400, parseFontWeight)),
  fontStyle: inherited(keyword("normal", ["normal", "italic", "oblique"])),
  fontFeatureSettings: inherited(read<Features>({}, parseFeatureSettings)),
  fontVariantCaps: inherited(keyword("normal", ["normal", "small-caps", "all-small-caps"])),
  fontVariantNumeric: inherited(read<Features>({}, parseNumericVariants)),
  fontVariantLigatures: inherited(read<Features>({}, parseLigatureVariants)),
  fontVariantPosition: inherited(read<Features>({}, parsePositionVariant)),
  fontKerning: inherited(read<Features>({}, parseKerning)),
  lineHeight: inherited(read<LineHeight>("normal", parseLineHeight)),
  letterSpacing: inherited(lengthOrNormal(0)),
  textAlign: inherited(keyword("start", ["start", "end", "left", "right", "center", "justify"])),
  textAlignLast: inherited(
    keyword("auto", ["auto", "start", "end", "left", "right", "center", "justify"]),
  ),
  wordSpacing: inherited(lengthOrNormal(0)),
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
  verticalAlign: read<VerticalAlign>("baseline", parseVerticalAlign),
  listStyleType: inherited(read<ListStyleType>("disc", parseListStyleType)),
  listStylePosition: inherited(keyword("outside", ["outside", "inside"])),
  quotes: inherited(read<Quotes | "auto">("auto", parseQuotes)),
  content: read<"normal" | readonly ContentPart[]>("normal", parseContent),
  stringSet: read<readonly StringSetting[]>([], parseStringSet),
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
  rowGap: lengthOrNormal(0),
  columnGap: lengthOrNormal(0),

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

  columnCount: read<number | "auto">("auto", parseColumnCount),
  columnWidth: size("auto"),
  columnFill: keyword("balance", ["balance", "auto"]),
  columnSpan: keyword("none", ["none", "all"]),
  columnRuleWidth: borderWidth(),
  columnRuleStyle: borderStyle(),
  columnRuleColor: color("currentcolor"),
  /** As `column-gap`, which the shorthand sets too: `normal` is an em between columns of text. */
  textColumnGap: read<Size | "normal">("normal", parseTextColumnGap),

  /** The empty name is that of pages without one. */
  page: inherited(name()),
  breakBefore: keyword("auto", BREAKS),
  breakAfter: keyword("auto", BREAKS),
  breakInside: keyword("auto", ["auto", "avoid", "avoid-page", "avoid-column"]),
  orphans: inherited(number(2)),
  widows: inherited(number(2)),

  fill: inherited(read<Paint>("#000000", parsePaint)),
  stroke: inherited(read<Paint>("none", parsePaint)),
  strokeWidth: inherited(read(0.75, parseUserLength)),
  fillOpacity: inherited(read(1, parseOpacity)),
  fillRule: inherited(keyword("nonzero", ["nonzero", "evenodd"])),
  strokeOpacity: inherited(read(1, parseOpacity)),
  strokeDasharray: inherited(read<readonly number[]>([], parseDashes)),
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

function borderWidth(): Property<number> {
  return read(2.25, parseBorderWidth);
}

function borderStyle(): Property<(typeof LINE_STYLES)[number]> {
  return { ...keyword("none", LINE_STYLES), parse: parseLineStyle };
}

/** @param usual what a name without a number means */
function counterChanges(usual: number): Property<readonly CounterChange[]> {
  return read<readonly CounterChange[]>([], (text) => parseCounterChanges(text, usual));
}

function name(): Property<string> {
  return read("", (text) => /^[\w-]+$/.exec(text)?.[0]);
}
