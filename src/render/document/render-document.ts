/** A filled page in, the bytes of one of the documents that keep its words and leave its layout out. */
import type { Format } from "../../model/format.js";
import type { DocxOptions } from "../docx/write-docx.js";
import { PLAIN_WIDTH } from "../plain/plain-width.js";

export type DocumentFormat = Extract<Format, "docx" | "md" | "txt">;

/** @param html of the whole page, as the template filled it */
export async function renderDocument(
  html: string,
  format: DocumentFormat,
  options: DocxOptions,
): Promise<Uint8Array> {
  // Each is loaded where it is asked for: most briefs are pages alone.
  const { readPage } = await import("./read-page.js");
  const page = readPage(html);
  switch (format) {
    case "docx":
      return (await import("../docx/write-docx.js")).writeDocx(page, options);
    case "md":
      return bytesOf(
        betweenMarks(
          (await import("../markdown/write-markdown.js")).writeMarkdown(page),
          options.marking === "" ? "" : `**${options.marking}**`,
        ),
      );
    case "txt":
      return bytesOf(
        betweenMarks(
          (await import("../plain/write-plain.js")).writePlain(page),
          options.marking.padStart(options.marking === "" ? 0 : PLAIN_WIDTH),
        ),
      );
  }
}

/** A text has no pages: the marking is its first and its last line. */
function betweenMarks(text: string, mark: string): string {
  return mark === "" ? text : `${mark}\n\n${text.trimEnd()}\n\n${mark}\n`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
