/** The progress line for files that are read into the index. */
import { type Progress, progress } from "./progress.js";

/** @returns what a corpus calls with how many files are done, of how many */
export function readingProgress(): (done: number, total: number) => void {
  let line: Progress | null = null;
  let before = 0;
  return (done, total) => {
    line ??= progress("reading", total);
    line.advance(done - before);
    before = done;
    if (done < total) return;
    line.end();
    line = null;
    before = 0;
  };
}
