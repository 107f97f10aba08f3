/** Loaded into a process that is measured: leaves its peak memory, in MB, in the file it is told. */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS / 1024));
});
