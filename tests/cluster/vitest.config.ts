/** How the tests over real engines run: one file after the other, as all of them share the engines. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    dir: "tests/cluster",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    fileParallelism: false,
    setupFiles: ["tests/seed.ts", "tests/close-workspaces.ts"],
  },
});
