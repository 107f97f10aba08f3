/** Ctrl-C, or another signal, to a stop between two pieces of work; a second one ends the program at once. */
import process from "node:process";
import { printNote } from "./terminal.js";

export interface Interruption {
  readonly isAsked: boolean;
  /** Aborted once it is asked for. */
  readonly signal: AbortSignal;
  /** From here on the signals do what they do everywhere. */
  end(): void;
}

/** @param signals what asks for it @param words what is told of it */
export function awaitInterruption(
  signals: readonly NodeJS.Signals[] = ["SIGINT"],
  words = "stopping; what is done stays",
): Interruption {
  const asked = new AbortController();
  const stop = () => {
    asked.abort();
    for (const signal of signals) process.on(signal, ignore).removeListener(signal, stop);
    setTimeout(() => {
      for (const signal of signals) process.removeListener(signal, ignore);
    }, ECHO_MS).unref();
    printNote(words);
  };
  for (const signal of signals) process.on(signal, stop);
  return {
    get isAsked() {
      return asked.signal.aborted;
    },
    signal: asked.signal,
    end() {
      for (const signal of signals) process.removeListener(signal, stop);
    },
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
