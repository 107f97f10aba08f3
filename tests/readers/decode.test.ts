import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeHtml, decodeText } from "../../src/readers/decode.js";
import { encodeText } from "./encode-text.js";

/** A sentence or two as an agency writes them, and the code pages that its language was written in. */
const SENTENCES = [
  [
    "en",
    "“We’ve said so,” the minister told reporters – twice. It’s the first such meeting since 2019.",
    ["windows-1252"],
  ],
  [
    "fr",
    "Le ministre des Affaires étrangères a déclaré que les négociations, où l'on espère un accord, reprendront à Genève. Une œuvre de longue haleine.",
    ["windows-1252", "iso-8859-15"],
  ],
  [
    "de",
    "Die Außenministerin erklärte am Montag, dass die Gespräche über eine Waffenruhe fortgeführt würden.",
    ["windows-1252"],
  ],
  [
    "es",
    "El ministro aseguró que la reunión será mañana, según dijo la portavoz en España. ¿Qué ocurrirá después?",
    ["windows-1252"],
  ],
  [
    "it",
    "Il ministro ha detto che l’intesa è più vicina: «La città sarà sicura», perché così è già stato deciso.",
    ["windows-1252"],
  ],
  [
    "pt",
    "O ministro afirmou que as negociações não serão interrompidas até à reunião da próxima semana.",
    ["windows-1252"],
  ],
  [
    "tr",
    "Dışişleri Bakanı Çavuşoğlu, görüşmelerin İstanbul'da süreceğini ve ateşkesin bir an önce sağlanması gerektiğini söyledi.",
    ["windows-1254"],
  ],
  [
    "ar",
    "قال وزير الخارجية يوم السبت إن المحادثات مستمرة في طرابلس، وأكد أن وقف إطلاق النار لا يزال قائما بين الطرفين.",
    ["windows-1256"],
  ],
  [
    "ru",
    "Министр иностранных дел заявил в субботу, что переговоры продолжатся на следующей неделе, и это не последняя встреча.",
    ["windows-1251", "koi8-r"],
  ],
  [
    "el",
    "Ο υπουργός Εξωτερικών δήλωσε ότι οι συνομιλίες για την εκεχειρία θα συνεχιστούν στην Αθήνα και στη Γενεύη.",
    ["windows-1253"],
  ],
  [
    "pl",
    "Minister spraw zagranicznych powiedział, że rozmowy o zawieszeniu broni będą kontynuowane w przyszłym tygodniu w Łodzi.",
    ["windows-1250"],
  ],
  [
    "cs",
    "Ministr zahraničí řekl, že jednání o příměří budou pokračovat příští týden v Ženevě a že věří v úspěch.",
    ["windows-1250"],
  ],
  [
    "hu",
    "A külügyminiszter közölte, hogy a tűzszünetről szóló tárgyalások a jövő héten folytatódnak, és őszintén bízik a sikerben.",
    ["windows-1250"],
  ],
] as const;
const CASES = SENTENCES.flatMap(([language, text, pages]) =>
  pages.map((page) => [language, page, text] as const),
);

const bytesOf = (text: string) => new TextEncoder().encode(text);
const codes = ({ diagnostics }: ReturnType<typeof decodeText>) =>
  diagnostics.map(({ code }) => code);
const page = (label: string, text: string) =>
  `<html><head><meta charset="${label}"></head><body><p>${text}</p></body></html>`;

describe("text without a mark", () => {
  it.each(SENTENCES)("in %s and UTF-8 is read as it is", (_, text) => {
    expect(decodeText(bytesOf(text), "a.txt")).toEqual({ text, diagnostics: [] });
  });

  // ISO-8859-15 differs in eight letters from windows-1252: only a declaration tells.
  it.each(CASES.filter(([, encoding]) => encoding !== "iso-8859-15"))(
    "in %s and %s is told by its letters and words, and said to be a guess",
    (_, encoding, text) => {
      const decoded = decodeText(encodeText(text, encoding), "a.txt");
      expect(decoded.text).toBe(text);
      expect(codes(decoded)).toEqual(["guessed-encoding"]);
    },
  );

  it.each(SENTENCES)("in %s and UTF-16 is told by its zeros", (_, text) => {
    const little = Buffer.from(`${text}\n${text} `, "utf16le");
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const decoded = decodeText(bytes, "a.txt");
      expect(decoded.text).toBe(`${text}\n${text} `);
      expect(codes(decoded)).toEqual(["guessed-encoding"]);
    }
  });

  it("that is UTF-8 but for a stray byte stays UTF-8, and the line of the byte is named", () => {
    const [, text] = SENTENCES[6];
    const bytes = Buffer.concat([bytesOf(`${text}\n${text}\n`), Buffer.of(0xff), bytesOf(text)]);
    const decoded = decodeText(bytes, "a.txt");
    expect(decoded.text).toBe(`${text}\n${text}\n\ufffd${text}`);
    expect(decoded.diagnostics).toMatchObject([{ code: "broken-letters", place: { line: 3 } }]);
  });

  it("that was cut off inside a letter loses that letter alone", () => {
    const [, text] = SENTENCES[7];
    const decoded = decodeText(bytesOf(text).subarray(0, -2), "a.txt");
    expect(decoded.text?.endsWith("\ufffd")).toBe(true);
    expect(codes(decoded)).toEqual(["broken-letters"]);
  });
});

describe("text with a mark", () => {
  it.each(SENTENCES)("in %s loses the mark and nothing else", (_, text) => {
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    for (const bytes of [bytesOf(`\ufeff${text}`), little, Buffer.from(little).swap16()]) {
      expect(decodeText(bytes, "a.txt")).toEqual({ text, diagnostics: [] });
    }
  });
});

describe("a page", () => {
  it.each(CASES)("in %s that declares %s is read so, without a word", (_, encoding, text) => {
    const html = page(encoding, text);
    expect(decodeHtml(encodeText(html, encoding), "a.html")).toEqual({
      text: html,
      diagnostics: [],
    });
  });

  it.each([
    ["ISO-8859-9", "windows-1254", 6],
    ["latin5", "windows-1254", 6],
    ["iso-8859-1", "windows-1252", 1],
    ["cp1256", "windows-1256", 7],
    ["x-cp1251", "windows-1251", 8],
  ] as const)("may call its encoding %s", (label, encoding, index) => {
    const html = page(label, SENTENCES[index][1]);
    expect(decodeHtml(encodeText(html, encoding), "a.html").text).toBe(html);
  });

  it("may declare its encoding in http-equiv, after comments", () => {
    const html = `<!-- <meta charset="koi8-r"> --><html><head><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1254"></head><p>${SENTENCES[6][1]}`;
    expect(decodeHtml(encodeText(html, "windows-1254"), "a.html").text).toBe(html);
  });

  it("may be a feed that declares it in the XML declaration", () => {
    const xml = `<?xml version="1.0" encoding="windows-1251"?><rss><title>${SENTENCES[8][1]}</title></rss>`;
    expect(decodeHtml(encodeText(xml, "windows-1251"), "a.xml").text).toBe(xml);
  });

  it.each(["iso-8859-1", "windows-1254", "utf-16", "utf-8", "no-such-encoding"])(
    "in valid UTF-8 is read as that, though it declares %s",
    (label) => {
      const html = page(label, SENTENCES[6][1]);
      expect(decodeHtml(bytesOf(html), "a.html").text).toBe(html);
    },
  );

  it.each(CASES.filter(([, encoding]) => !encoding.startsWith("iso")))(
    "in %s and %s that declares UTF-8 is told by its letters",
    (_, encoding, text) => {
      const html = page("utf-8", text);
      const decoded = decodeHtml(encodeText(html, encoding), "a.html");
      expect(decoded.text).toBe(html);
      expect(codes(decoded)).toEqual(["guessed-encoding"]);
    },
  );

  it("in Arabic that declares a Western code page is read as Arabic, and says so", () => {
    const html = page("iso-8859-1", SENTENCES[7][1]);
    const decoded = decodeHtml(encodeText(html, "windows-1256"), "a.html");
    expect(decoded.text).toBe(html);
    expect(decoded.diagnostics).toMatchObject([{ code: "guessed-encoding", severity: "info" }]);
  });

  it("in UTF-16 without a mark is read, and loses stray zeros in UTF-8", () => {
    const html = page("utf-16", SENTENCES[6][1]);
    expect(decodeHtml(Buffer.from(`${html} `, "utf16le"), "a.html").text?.trimEnd()).toBe(html);
    expect(decodeHtml(bytesOf("<p>Some\0 words</p>"), "a.html").text).toBe("<p>Some words</p>");
  });

  it("never throws, whatever it declares and holds", () => {
    const label = fc.constantFrom("utf-8", "utf-16", "big5", "shift_jis", "koi8-r", "windows-874");
    fc.assert(
      fc.property(label, fc.uint8Array({ maxLength: 300 }), (declared, noise) => {
        const bytes = Buffer.concat([bytesOf(page(declared, "Words. ")), noise]);
        const decoded = decodeHtml(bytes, "a.html");
        expect(decoded.text !== null || decoded.diagnostics.length > 0).toBe(true);
      }),
    );
  });
});
