/** Ctrl-C to a stop between two pieces of work; a second one ends the program at once. */
import process from "node:process";
import { printNote } from "./terminal.js";

export interface Interruption {
  readonly isAsked: boolean;
  /** From here on Ctrl-C does what it does everywhere. */
  end(): void;
}

export function awaitInterruption(): Interruption {
  const state = { isAsked: false };
  const stop = () => {
    state.isAsked = true;
    process.on("SIGINT", ignore);
    process.removeListener("SIGINT", stop);
    setTimeout(() => process.removeListener("SIGINT", ignore), ECHO_MS).unref();
    printNote("stopping; what is done stays");
  };
  process.on("SIGINT", stop);
  return {
    get isAsked() {
      return state.isAsked;
    },
    end: () => process.removeListener("SIGINT", stop),
  };
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Under an older Node one Ctrl-C comes twice: the second is let pass; a later one ends the program. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of SIGNALS) process.removeListener(signal, stop).on(signal, ignore);
      setTimeout(() => {
        for (const signal of SIGNALS) process.removeListener(signal, ignore);
      }, ECHO_MS).unref();
      resolve();
    };
    for (const signal of SIGNALS) process.once(signal, stop);
  });
}

/** Under an older Node one Ctrl-C comes twice: from the terminal, and passed on by `main.ts`. */
const ECHO_MS = 300;

function ignore(): void {}
