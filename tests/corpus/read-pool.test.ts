/** Reading on threads, as the built program does; from the sources no thread can start. */
import { expect, it } from "vitest";
import { openReadPool, readInTurn } from "../../src/corpus/index.js";
import { mayHang } from "../../src/corpus/read-thread.js";
import type { RawFile } from "../../src/readers/index.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES: readonly RawFile[] = Array.from({ length: 12 }, (_, number) => ({
  file: `${number}.txt`,
  bytes: bytes(
    `A headline of day ${number}\n\nThe ministers met. They talked for ${number} hours.`,
  ),
}));

/** What `npm test` builds first. */
const BUILT = new URL("../../dist/corpus/read-pool.js", import.meta.url).href;

it("gives on threads what it gives without, in the same order", async () => {
  const built: { openReadPool: typeof openReadPool } = await import(BUILT);
  const pool = built.openReadPool(1000, 2);
  try {
    expect(await pool.readAll(FILES)).toEqual(await readInTurn(FILES));
  } finally {
    await pool.close();
  }
});

it("reads by itself where no thread can start", async () => {
  const pool = openReadPool(1000, 2);
  expect(await pool.readAll(FILES)).toEqual(await readInTurn(FILES));
  await pool.close();
});

it.each([
  ["%PDF-1.7", true],
  ["\n%PDF-1.7", true],
  ["PK\u0003\u0004", true],
  ["Content-Type: application/pdf", true],
  ["The ministers met.", false],
])("knows what may hold a PDF: %j", (text, expected) => {
  expect(mayHang({ file: "a", bytes: bytes(text) })).toBe(expected);
});
