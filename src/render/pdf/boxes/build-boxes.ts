/** The element tree and its styles in, the box tree out (CSS Display 3, CSS Generated Content 3). */
import type { Element } from "domhandler";
import type { Cascade } from "../css/cascade.js";
import type { Style } from "../css/properties.js";
import { NO_FILES, type ReadFile } from "../page/page-files.js";
import type { Report } from "../report.js";
import type { BlockBox, Box } from "./box.js";
import type { BoxBuilder, Surroundings } from "./box-builder.js";
import { buildBlock, buildContent } from "./build-block.js";
import { buildPseudo } from "./build-inline.js";
import { buildPicture } from "./build-picture.js";
import { buildTable } from "./build-table.js";
import { isReplaced } from "./display-level.js";
import type { GeneratedContent } from "./generated-content.js";
import { surround } from "./surround.js";

/** The boxes of a page: its body, and what is laid over its pages. */
export interface BuiltPage {
  readonly body: BlockBox;
  /** Of a page's area: a box without borders. */
  readonly style: Style;
  /** Over the area inside the page's margins. */
  readonly firstPage: readonly Box[];
  readonly everyPage: readonly Box[];
}

export function buildBoxes(
  root: Element,
  body: Element,
  cascade: Cascade,
  generated: GeneratedContent,
  report: Report,
  files: ReadFile = NO_FILES,
): BuiltPage {
  const computed = cascade.styleOf(root, undefined);
  const language = root.attribs.lang ?? "en";
  const firstPage: Box[] = [];
  const everyPage: Box[] = [];
  const frames = {
    positioned: firstPage,
    nearest: firstPage,
    page: everyPage,
    children: [],
    areItems: false,
  };
  const page = { computed, language, href: undefined, decorations: [], frames };
  const builder: BoxBuilder = {
    cascade,
    files,
    report,
    generated,
    build: (element, outer) => buildBox(element, outer, builder),
    buildBlock: (element, inner) => buildBlock(element, inner, builder),
    buildPseudo: (element, pseudo, inner) => buildPseudo(element, pseudo, inner, builder),
    surround: (element, outer) => surround(element, outer, cascade),
  };
  const { style } = cascade.anonymousStyle(computed);
  const built = builder.buildBlock(body, builder.surround(body, page));
  return { body: built, style, firstPage, everyPage };
}

function buildBox(element: Element, outer: Surroundings, builder: BoxBuilder): Box | undefined {
  const inner = builder.surround(element, outer);
  const { style } = inner.computed;
  if (style.display === "none") return undefined;
  if (isReplaced(element)) return buildPicture(element, inner, builder);
  if (style.display === "table") return buildTable(element, inner, builder);
  const container = CONTAINERS[style.display];
  if (container) return buildContainer(container, element, inner, builder);
  return buildBlock(element, inner, builder);
}

const CONTAINERS: Readonly<Partial<Record<Style["display"], "flex" | "grid">>> = {
  flex: "flex",
  "inline-flex": "flex",
  grid: "grid",
  "inline-grid": "grid",
};

/** Each child is an item of its own; bare words become anonymous items (CSS Flexbox 4). */
function buildContainer(
  kind: "flex" | "grid",
  element: Element,
  inner: Surroundings,
  builder: BoxBuilder,
): Box {
  const { content, overlays } = buildContent(element, inner, builder, true);
  return {
    kind,
    element,
    style: inner.computed.style,
    language: inner.language,
    children: content.kind === "blocks" ? content.children : [],
    overlays,
  };
}
