/** The imports of a store shown in the folder of articles. */
import { expect, test } from "vitest";
import { importsHost } from "../../src/corpus/imports-host.js";
import type { Imports } from "../../src/corpus/sqlite/imports.js";
import { memoryHost } from "../../src/host/memory.js";

const sealed: Imports = {
  entries: () => [{ file: "b.txt", size: 6, number: 1 }],
  isEmpty: () => false,
  state: () => "1",
  namesSince: () => null,
  entry: () => null,
  sizeOf: (file) => (file === "b.txt" ? 6 : null),
  read() {
    throw new Error("unpacked");
  },
  put: () => undefined,
  close: () => undefined,
};

test("tells whether a file is there, and its size, without unpacking it", async () => {
  const host = importsHost(memoryHost(new Map()), "articles", sealed);
  expect(await host.exists("articles/b.txt")).toBe(true);
  expect(await host.sizeOf("articles/b.txt")).toBe(6);
  expect(await host.exists("articles/c.txt")).toBe(false);
  expect(await host.sizeOf("articles/c.txt")).toBeNull();
});
