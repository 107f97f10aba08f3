/** A thread and what goes wrong in it: the server always gets an answer, and the next order is carried out. */
import { afterEach, describe, expect, it } from "vitest";
import type { Look, Told } from "../../src/preview/protocol.js";
import { openThread, type Thread } from "../../src/preview/thread.js";

const STUB = new URL("stub-worker.mjs", import.meta.url);
const LOOK: Look = { brief: "b", issue: "2021-W18", template: null, language: null };

let thread: Thread;
const open = () => {
  thread = openThread("/desk", STUB, { html: 300 });
  return thread.ask;
};
afterEach(() => thread.close());

describe("a thread", () => {
  it("answers, and tells its stages", async () => {
    const ask = open();
    const told: Told[] = [];
    const list = await ask<"list">({ kind: "list" }, (news) => told.push(news));
    expect(list.briefs).toEqual(["b"]);
    expect(told).toEqual([{ kind: "stage", stage: "read" }]);
  });

  it("that loops for ever is ended, and those who wait behind are answered by the next", async () => {
    const ask = open();
    const [made, list] = await Promise.all([
      ask<"make">({ kind: "make", look: LOOK }),
      ask<"list">({ kind: "list" }),
    ]);
    expect(made).toMatchObject({
      kind: "failed",
      diagnostics: [
        {
          code: "making-too-slow",
          severity: "error",
          message: "the page did not come to an end, and was stopped after 0.3 seconds",
        },
      ],
    });
    expect(list.briefs).toEqual(["b"]);
  });

  it("that dies fails the order that it was busy with, and no other", async () => {
    const ask = open();
    const answers = await Promise.all([
      ask<"list">({ kind: "list" }),
      ask<"explain">({ kind: "explain", look: LOOK, name: "x" }),
      ask<"list">({ kind: "list" }),
    ]);
    expect(answers).toMatchObject([{ briefs: ["b"] }, null, { briefs: ["b"] }]);
  });

  it("outlives a fault of the program", async () => {
    const ask = open();
    expect(await ask<"article">({ kind: "article", look: LOOK, article: "a" })).toBeNull();
    expect((await ask<"list">({ kind: "list" })).briefs).toEqual(["b"]);
  });

  it("that cannot start at all answers too", async () => {
    thread = openThread("/desk", new URL("nowhere.mjs", import.meta.url));
    expect(await thread.ask<"list">({ kind: "list" })).toMatchObject({
      briefs: [],
      diagnostics: [{ code: "internal" }],
    });
  });
});
