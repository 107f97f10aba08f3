/** Tells, on the fourth channel of whoever started this process, how much memory it took at most. */
import { writeSync } from "node:fs";

process.on("exit", () =>
  writeSync(3, JSON.stringify({ mb: process.resourceUsage().maxRSS / 1024 })),
);
