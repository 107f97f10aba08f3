import { describe, expect, test } from "vitest";
import { progress } from "../../src/cli/progress.js";

function terminal(isTTY = true) {
  const written: string[] = [];
  return { isTTY, columns: 80, written, write: (text: string) => written.push(text) };
}

/** A clock that a test winds. */
function clock() {
  let time = 1_000;
  return { now: () => time, pass: (ms: number) => (time += ms) };
}

const plain = (text = "") => text.replace("\r\u001b[K", "");

describe("progress of long work", () => {
  test("shows how many of how many, the rate and the time left", () => {
    const [line, time] = [terminal(), clock()];
    const bar = progress("reading", 200_000, line, time.now);
    time.pass(4_000);
    bar.advance(12_000);
    expect(plain(line.written.at(-1))).toBe(
      "reading  12,000 of 200,000 (6 %)  3,000/s  1 min 3 s left",
    );
  });

  test("shows the count and the rate where the total is not known", () => {
    const [line, time] = [terminal(), clock()];
    const bar = progress("fetching", null, line, time.now);
    time.pass(2_000);
    bar.advance(3);
    expect(plain(line.written.at(-1))).toBe("fetching  3  1.5/s");
  });

  test("says nothing of work that is done in a moment", () => {
    const [line, time] = [terminal(), clock()];
    const bar = progress("reading", 2, line, time.now);
    time.pass(200);
    bar.advance(2);
    bar.end();
    expect(line.written).toEqual([]);
  });

  test("wipes its line at the end", () => {
    const [line, time] = [terminal(), clock()];
    const bar = progress("reading", 10, line, time.now);
    time.pass(2_000);
    bar.advance(5);
    bar.end();
    expect(line.written.at(-1)).toBe("\r\u001b[K");
  });

  test("writes nothing where there is no terminal", () => {
    const [line, time] = [terminal(false), clock()];
    const bar = progress("reading", 10, line, time.now);
    time.pass(2_000);
    bar.advance(5);
    bar.end();
    expect(line.written).toEqual([]);
  });

  test("writes no more than ten times a second, on one line of the terminal", () => {
    const [line, time] = [terminal(), clock()];
    const bar = progress("a".repeat(100), 1_000, line, time.now);
    for (let step = 0; step < 1_000; step += 1) {
      time.pass(2);
      bar.advance();
    }
    expect(line.written.length).toBeLessThan(16);
    expect(plain(line.written.at(-1)).length).toBeLessThan(80);
  });
});
