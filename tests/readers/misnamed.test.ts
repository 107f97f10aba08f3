import { describe, expect, test } from "vitest";
import { readOne } from "../read-one.js";

const STORY = `The port of Alba reopened on Monday

Ships that had waited for a week came in first, the harbour master said. The town had waited for them.
`;
const text = new TextEncoder().encode(STORY);

describe("plain text under another format's name", () => {
  test.each(["a.pdf", "a.docx", "a.zip", "a.gz", "a.pdf.gz"])("is read as %s", async (file) => {
    const { article, diagnostics } = await readOne(text, file);
    expect(article).toMatchObject({ format: "text", file });
    expect(diagnostics).toEqual([]);
  });

  test.each(["a.json", "a.jsonl", "a.csv", "a.mhtml", "a.xml"])(
    "is refused as %s, and the hint says what helps",
    async (file) => {
      const { article, diagnostics } = await readOne(text, file);
      expect(article).toBeNull();
      expect(diagnostics[0]?.hint).toMatch(/save it as \.txt if it is plain text$/);
    },
  );

  test("a file that does show its format is not taken for text", async () => {
    const { diagnostics } = await readOne(new TextEncoder().encode('{"id": 1}'), "a.json");
    expect(diagnostics[0]?.hint).not.toContain(".txt");
  });
});

describe("bytes of no format", () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256);

  test.each(["a.docx", "a.zip"])("are not said to have been read as %s", async (file) => {
    const { article, diagnostics } = await readOne(bytes, file);
    expect(article).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "archive-broken", message: expect.stringMatching(/nothing of it could be read$/) },
    ]);
  });
});
