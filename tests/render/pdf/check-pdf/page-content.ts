/** A page's content stream in; every operator that paints, with the mark it lies in, out (ISO 32000-1, 14.6). */
import type { PdfFile } from "./pdf-file.js";
import { isOperator, Tokens } from "./tokens.js";
import { isDictionary, nameOf, type PdfDictionary, type PdfValue } from "./value.js";

export type Mark =
  | { readonly kind: "artifact" }
  | { readonly kind: "content"; readonly mcid: number }
  | { readonly kind: "none" };

export interface Painting {
  readonly operator: string;
  readonly mark: Mark;
  /** What a text operator shows, and in which font. */
  readonly shown: Buffer;
  readonly font: PdfDictionary | undefined;
  /** Whether its words are given beside it, so that its glyphs need not say them. */
  readonly spelledOut: boolean;
}

export interface PageContent {
  readonly paintings: readonly Painting[];
  /** Every MCID that is opened, in order, as often as it is. */
  readonly mcids: readonly number[];
}

type Opened = Pick<Painting, "mark" | "spelledOut">;

const OUTSIDE: Opened = { mark: { kind: "none" }, spelledOut: false };
const SHOWS = new Set(["Tj", "TJ", "'", '"']);
const PAINTS = new Set([..."SsfFBb", "f*", "B*", "b*", "sh", "Do", "BI"]);

export function readPageContent(file: PdfFile, page: PdfDictionary): PageContent {
  const streams = file.list(page.entries.get("Contents")).map((part) => file.streamOf(part));
  const tokens = new Tokens(Buffer.concat(streams.flatMap((part) => [part, Buffer.from("\n")])));
  const paintings: Painting[] = [];
  const mcids: number[] = [];
  const open: Opened[] = [];
  const fonts = file.get(page, "Resources", "Font");
  let font: PdfDictionary | undefined;
  let operands: PdfValue[] = [];
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    const { word } = token;
    if (word === "BDC" || word === "BMC") {
      const around = open.at(-1) ?? OUTSIDE;
      const opened = openMark(operands, around);
      if (opened.mark.kind === "content" && opened.mark !== around.mark)
        mcids.push(opened.mark.mcid);
      open.push(opened);
    } else if (word === "EMC") open.pop();
    else if (word === "Tf") font = file.dictionary(fonts, nameOf(operands[0]) ?? "");
    else if (SHOWS.has(word) || PAINTS.has(word)) {
      const shown = Buffer.concat(operands.flatMap(bytesIn));
      paintings.push({ operator: word, shown, font, ...(open.at(-1) ?? OUTSIDE) });
    }
    operands = [];
  }
  return { paintings, mcids };
}

/** A sequence without an MCID of its own belongs to the one around it. */
function openMark([tag, properties]: readonly PdfValue[], around: Opened): Opened {
  const entries = isDictionary(properties) ? properties.entries : new Map<string, PdfValue>();
  const mcid = entries.get("MCID");
  const spelledOut = around.spelledOut || entries.has("ActualText");
  if (nameOf(tag) === "Artifact") return { mark: { kind: "artifact" }, spelledOut };
  if (typeof mcid === "number") return { mark: { kind: "content", mcid }, spelledOut };
  return { mark: around.mark, spelledOut };
}

function bytesIn(operand: PdfValue): Buffer[] {
  if (typeof operand !== "object" || operand === null) return [];
  if (operand.kind === "string") return [operand.bytes];
  return operand.kind === "array" ? operand.items.flatMap(bytesIn) : [];
}
