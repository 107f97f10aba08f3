/** How the tests run: where they are, how long one may take on a busy machine, and from which seed. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    dir: "tests",
    testTimeout: 30_000,
    setupFiles: ["tests/seed.ts"],
  },
});
