/** The flow list and the paper in, finished pages out. */
import type { Flow } from "../layout/flow.js";
import type { Layout } from "../layout/layout.js";
import { type Cursor, fillPage, START } from "./fill-page.js";
import type { Page } from "./page.js";
import type { PageStyle } from "./page-style.js";
import { placeFlow } from "./place-flow.js";
import { layOutRunningContent } from "./running-content.js";
import { emptySheet, type Sheet } from "./sheet.js";

/**
 * @param language of the running header and footer
 * @param layout for the same, which are set anew on every page
 */
export function paginate(
  flow: Flow,
  style: PageStyle,
  language: string,
  layout: Layout,
): readonly Page[] {
  const sheets = fillSheets(flow, style);
  let strings: ReadonlyMap<string, string> = new Map();
  return sheets.map((sheet, index) => {
    const shown = new Map([...strings, ...firstOf(sheet)]);
    strings = new Map([
      ...strings,
      ...sheet.strings.map(({ name, text }) => [name, text] as const),
    ]);
    const values = { page: index + 1, pages: sheets.length, strings: shown };
    const running = layOutRunningContent(style, values, language, layout);
    const marks = sheet.marks.filter((mark) => mark !== undefined);
    return { ...sheet, number: index + 1, marks: [...marks, ...running] };
  });
}

function fillSheets(flow: Flow, { margins, column }: PageStyle): readonly Sheet[] {
  const sheets: Sheet[] = [];
  for (let from: Cursor | undefined = START; from; ) {
    const filled = fillPage(flow, from, column.height, column.height, true);
    const sheet = emptySheet();
    placeFlow(flow, from, filled?.end, margins.left, margins.top, sheet);
    sheets.push(sheet);
    from = filled?.end;
  }
  return sheets;
}

/** `string(name)` is the first one set on the page (CSS GCPM 3, 1.2.1). */
function firstOf(sheet: Sheet): ReadonlyMap<string, string> {
  return new Map(sheet.strings.toReversed().map(({ name, text }) => [name, text] as const));
}
