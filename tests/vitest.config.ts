/**
 * How the tests run: where they are, how long one may take on a busy machine, and from which seed.
 * Files share a process, as to load the program anew for each would take half the time of the run.
 */
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    dir: "tests",
    // They need engines, and have a configuration of their own.
    exclude: [...configDefaults.exclude, "**/cluster/*.test.ts"],
    testTimeout: 30_000,
    isolate: false,
    maxWorkers: "100%",
    setupFiles: ["tests/seed.ts", "tests/close-workspaces.ts"],
  },
});
