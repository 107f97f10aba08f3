/** Debian's Chromium, started unseen. */
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, findProgram } from "./programs.mjs";

/** @throws where it is not on this machine, with how to get it */
export async function launchChromium() {
  const executablePath = findProgram("chromium");
  if (executablePath === null) {
    throw new Error("Chromium is not on this machine: apt-get install chromium");
  }
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}
