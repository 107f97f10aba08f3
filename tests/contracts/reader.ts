/** What every reader promises, whatever its format; each runs this suite over its own samples. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Article, articleText, ReadingSchema } from "../../src/model/article.js";
import { DiagnosticSchema } from "../../src/model/diagnostic.js";
import type { Reader } from "../../src/readers/index.js";

export interface ReaderSamples {
  readonly reader: Reader;
  /** A file name that the reader takes. */
  readonly file: string;
  /** Bytes of articles that it reads, by name. */
  readonly articles: Readonly<Record<string, Uint8Array>>;
  /** Texts of the format around random words, for the properties. */
  readonly document: fc.Arbitrary<string>;
}

export function readerContract({ reader, file, articles, document }: ReaderSamples): void {
  describe(`a reader of ${reader.format}`, () => {
    it.each(Object.entries(articles))("reads %s into the published shape", (_, bytes) => {
      const { article } = reader.read(bytes, file);
      if (article === null) throw new Error("not read");
      const { raw, rawSha256, textSha256, ...reading } = article;
      expect(ReadingSchema.parse(reading)).toEqual(reading);
      expect([raw !== "", rawSha256.length, textSha256.length]).toEqual([true, 64, 64]);
      expect(article.file).toBe(file);
    });

    it("gives the same article for the same bytes", () => {
      for (const bytes of Object.values(articles)) {
        expect(reader.read(bytes, file)).toEqual(reader.read(bytes.slice(), file));
      }
    });

    it("never throws, and says why where there is no article", () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
          const { article, diagnostics } = reader.read(bytes, file);
          for (const diagnostic of diagnostics) DiagnosticSchema.parse(diagnostic);
          if (article === null) expect(diagnostics).not.toEqual([]);
        }),
      );
    });

    it("shows dates with words of the raw text, and keeps removed words as they stood there", () => {
      fc.assert(
        fc.property(document, (text) => {
          const article = read(reader, text, file);
          if (article === null) return;
          for (const { quote } of article.published?.evidence ?? []) {
            expect(article.raw).toContain(quote);
          }
          for (const removal of article.removed) expect(article.raw).toContain(removal.text);
        }),
      );
    });

    it("leaves no paragraph empty and no white space around one", () => {
      fc.assert(
        fc.property(document, (text) => {
          const article = read(reader, text, file);
          for (const paragraph of article?.paragraphs ?? []) {
            expect(paragraph).toBe(paragraph.trim());
            expect(paragraph).not.toBe("");
          }
          if (article !== null) expect(articleText(article)).not.toBe("");
        }),
      );
    });
  });
}

function read(reader: Reader, text: string, file: string): Article | null {
  return reader.read(new TextEncoder().encode(text), file).article;
}
