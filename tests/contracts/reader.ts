/** What every reader promises, whatever its format; each runs this suite over its own samples. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Article, articleText, ReadingSchema } from "../../src/model/article.js";
import { DiagnosticSchema } from "../../src/model/diagnostic.js";
import { type Reader, type ReadResult, readWith } from "../../src/readers/index.js";

export interface ReaderSamples {
  readonly reader: Reader;
  /** A file name that the reader takes. */
  readonly file: string;
  /** Bytes that it reads at least one article from, by name. */
  readonly articles: Readonly<Record<string, Uint8Array>>;
  /** Documents of the format around random words, for the properties. */
  readonly document: fc.Arbitrary<string | Uint8Array>;
}

/** Documents and mutated samples per property: each is read whole. */
const RUNS = 60;

export function readerContract({ reader, file, articles, document }: ReaderSamples): void {
  const read = (bytes: Uint8Array) => readWith(reader, { bytes, file });
  const samples = Object.entries(articles);

  describe(`a reader of ${reader.format}`, () => {
    it.each(samples)("reads %s into the published shape", async (_, bytes) => {
      const { articles } = await read(bytes);
      expect(articles).not.toEqual([]);
      for (const article of articles) checkShape(article, reader, file);
    });

    it("gives the same articles for the same bytes", async () => {
      for (const [, bytes] of samples) {
        expect(await read(bytes)).toEqual(await read(bytes.slice()));
      }
    });

    it("gives every article an id of its own", async () => {
      for (const [, bytes] of samples) {
        const ids = (await read(bytes)).articles.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it("never throws, and says why where there is no article", async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
          checkResult(await read(bytes));
        }),
        { numRuns: RUNS },
      );
    });

    it("never throws on a sample with bytes cut out, doubled or changed", async () => {
      await fc.assert(
        fc.asyncProperty(mutated(samples.map(([, bytes]) => bytes)), async (bytes) => {
          checkResult(await read(bytes));
        }),
        { numRuns: RUNS },
      );
    });

    it("shows dates with words of the raw text, and keeps removed words as they stood there", async () => {
      await fc.assert(
        fc.asyncProperty(document, async (text) => {
          for (const article of (await read(bytesOf(text))).articles) {
            const { published, modified } = article;
            for (const { quote } of [published, modified].flatMap((day) => day?.evidence ?? [])) {
              expect(article.raw).toContain(quote);
            }
            for (const removal of article.removed) expect(article.raw).toContain(removal.text);
          }
        }),
        { numRuns: RUNS },
      );
    });

    it("leaves no paragraph empty and no white space around one", async () => {
      await fc.assert(
        fc.asyncProperty(document, async (text) => {
          for (const article of (await read(bytesOf(text))).articles) {
            for (const paragraph of article.paragraphs) {
              expect(paragraph).toBe(paragraph.trim());
              expect(paragraph).not.toBe("");
            }
            expect(articleText(article)).not.toBe("");
          }
        }),
        { numRuns: RUNS },
      );
    });
  });
}

function checkShape(article: Article, reader: Reader, file: string): void {
  const { raw, container, rawSha256, textSha256, ...reading } = article;
  expect(ReadingSchema.parse(reading)).toEqual(reading);
  expect([raw !== "", rawSha256.length, textSha256.length]).toEqual([true, 64, 64]);
  expect(article.file.startsWith(file)).toBe(true);
  expect(container).toBe(file);
  if (!CONTAINERS.has(reader.name)) expect(article.format).toBe(reader.name);
}

/** What stands in them keeps its own format. */
const CONTAINERS = new Set(["zip", "gzip", "mhtml"]);

function checkResult({ articles, diagnostics }: ReadResult): void {
  for (const diagnostic of diagnostics) DiagnosticSchema.parse(diagnostic);
  if (articles.length === 0) expect(diagnostics).not.toEqual([]);
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? new TextEncoder().encode(text) : text;
}

/** Samples with a few faults: a part taken out, a part doubled, bytes changed. */
function mutated(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const fault = fc.record({
    kind: fc.constantFrom("cut", "double", "change"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
    byte: fc.integer({ min: 0, max: 255 }),
  });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(fault, { minLength: 1, maxLength: 4 }))
    .map(([sample, faults]) =>
      faults.reduce((bytes, { kind, at, length, byte }) => {
        const start = Math.floor(at * bytes.length);
        const part = bytes.subarray(start, start + length);
        const [front, back] = [bytes.subarray(0, start), bytes.subarray(start + length)];
        if (kind === "cut") return Buffer.concat([front, back]);
        if (kind === "double") return Buffer.concat([front, part, part, back]);
        return Buffer.concat([front, part.map(() => byte), back]);
      }, sample),
    );
}
