import { expect, test } from "vitest";
import { manualClock } from "../src/host/clock.js";
import { memoryHost } from "../src/host/memory.js";
import { memoryLedger } from "../src/ledger/index.js";
import { suppressRecipient } from "../src/suppress-recipient.js";

const host = memoryHost(
  new Map([
    [
      "/desk/briefwright.yaml",
      Buffer.from("briefs: { weekly: { title: W }, monthly: { title: M } }\n"),
    ],
  ]),
);

function desk() {
  const ledger = memoryLedger();
  const outside = {
    host,
    clock: manualClock(Date.parse("2021-05-10T06:00:00Z")),
    openLedger: async () => ({ ...ledger, close: async () => undefined }),
  };
  return async (isRestored: boolean, brief?: string, address = "Ada@example.org") => {
    const request = { folder: "/desk", address, brief, note: "asked by telephone", isRestored };
    const { suppressions, diagnostics } = await suppressRecipient(outside, request);
    const scopes = suppressions?.map((one) => one.brief) ?? null;
    return { scopes, codes: diagnostics.map(({ code }) => code) };
  };
}

test("somebody gets no more of a brief, or of any, and gets it again", async () => {
  const suppress = desk();
  expect((await suppress(false, "weekly")).scopes).toEqual(["weekly"]);
  expect((await suppress(false)).scopes).toHaveLength(2);
  // The same person, in other letters.
  expect((await suppress(true, "weekly", "ada@EXAMPLE.org")).scopes).toEqual([null]);
  expect((await suppress(true)).scopes).toEqual([]);
});

test("nobody is guessed", async () => {
  const suppress = desk();
  expect(await suppress(false, "weakly")).toEqual({ scopes: null, codes: ["unknown-brief"] });
  expect(await suppress(false, undefined, "ada")).toEqual({
    scopes: null,
    codes: ["recipient-address"],
  });
});
