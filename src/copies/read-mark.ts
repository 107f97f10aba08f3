/** A PDF in, whose copy it says it is out, and the brief in front of that mark; believed where the same mark gives the same bytes. */
import { bytesOf, PdfError, PdfFile } from "../pdf/index.js";
import { MARK, openStamper } from "./open-stamper.js";
import type { CopyMark } from "./stamp-page.js";

export interface MarkedCopy {
  readonly mark: CopyMark;
  /** The finished PDF that all have. */
  readonly brief: Uint8Array;
}

/** Null for a PDF without a mark, for one that was changed besides, and for what only says that it is one. */
export async function readMark(bytes: Uint8Array): Promise<MarkedCopy | null> {
  try {
    const claimed = claimOf(bytes);
    if (claimed === null) return null;
    // What it calls the brief may be anything.
    const again = await openStamper(claimed.brief).stamp(claimed.mark);
    return Buffer.compare(again, bytes) === 0 ? claimed : null;
  } catch (error) {
    if (error instanceof PdfError) return null;
    throw error;
  }
}

/** @throws {PdfError} where the bytes are no PDF as this program writes it */
function claimOf(bytes: Uint8Array): MarkedCopy | null {
  const file = new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const said = file.dictionary(file.trailer.entries.get(MARK));
  const name = bytesOf(file.get(said, "Name"))?.toString("utf8");
  const [number, length] = [file.get(said, "Number"), file.get(said, "Brief")];
  if (name === undefined || typeof number !== "number" || typeof length !== "number") return null;
  if (!Number.isInteger(length) || length <= 0 || length >= bytes.length) return null;
  return { mark: { name, number }, brief: bytes.subarray(0, length) };
}
