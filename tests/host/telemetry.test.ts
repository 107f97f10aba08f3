/** What OpenTelemetry is told where it is asked for, and that nothing of it is loaded where it is not. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { metrics, SpanStatusCode, trace } from "@opentelemetry/api";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openTelemetry } from "../../src/host/open-telemetry.js";
import { telemetry, useTelemetry } from "../../src/host/telemetry.js";
import { Stopwatch } from "../../src/stopwatch.js";
import { openTestWorkspace, REPOSITORY } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  useTelemetry(null);
  trace.disable();
  metrics.disable();
});

const MAIN = join(REPOSITORY, "dist/cli/main.js");

/** Stands for an SDK: takes down what it is told. */
const SDK = `
import { metrics, trace } from ${JSON.stringify(import.meta.resolve("@opentelemetry/api"))};
const span = (name) => ({
  setAttributes: (more) => console.error("span", name, JSON.stringify(more)),
  setStatus: () => undefined,
  end: () => console.error("end", name),
});
trace.setGlobalTracerProvider({
  getTracer: () => ({ startActiveSpan: (name, options, work) => work(span(name)) }),
});
metrics.setGlobalMeterProvider({
  getMeter: () => ({ createCounter: (name) => ({ add: (value) => console.error("count", name, value) }) }),
});
`;

/** Tells at the end which modules were loaded from packages. */
const LIST_MODULES = `
import { registerHooks } from "node:module";
const urls = [];
registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
process.on("exit", () => console.error(JSON.stringify(urls)));
`;

function generate(hook: string, env: Record<string, string> = {}) {
  const root = openTestWorkspace();
  writeFileSync(join(root, "hook.mjs"), hook);
  const args = ["--import", join(root, "hook.mjs"), MAIN, "generate", "--format", "json"];
  const options = { cwd: root, encoding: "utf8", env: { ...process.env, ...env } } as const;
  return spawnSync(process.execPath, args, options).stderr;
}

describe("the built program", () => {
  test("loads nothing of telemetry or of an engine where neither is asked for", () => {
    const urls: string[] = JSON.parse(generate(LIST_MODULES).trim().split("\n").at(-1) ?? "[]");
    expect(urls.length).toBeGreaterThan(10);
    const foreign = /node_modules\/(?:@opentelemetry|@opensearch-project|pg|pg-boss|pg-pool)\//;
    const own = /open-telemetry|opensearch|open-archive|postgres|pg-boss|queue(?!-options)/;
    expect(urls.filter((url) => foreign.test(url) || own.test(url))).toEqual([]);
  });

  test("tells an SDK that is registered of the command, its stages and the articles read", () => {
    const told = generate(SDK, { BRIEF_OTEL: "1" });
    for (const stage of ["read", "analyse", "compose", "brief generate"]) {
      expect(told).toMatch(new RegExp(`^end ${stage}$`, "m"));
    }
    expect(told).toMatch(/^count brief\.articles\.read 5$/m);
    expect(told).toMatch(/^span brief generate \{"brief\.exit_status":0\}$/m);
  });

  test("tells it nothing unless it is asked to", () => {
    expect(generate(SDK)).not.toMatch(/^(?:span|end|count) /m);
  });
});

describe("a span", () => {
  test("says that its work failed, without what the error says", async () => {
    const said: object[] = [];
    const span = { setStatus: (status: object) => said.push(status), end: () => said.push({}) };
    trace.setGlobalTracerProvider({
      getTracer: () => ({
        startSpan: () => span,
        startActiveSpan: (...args: unknown[]) => (args.at(-1) as (one: object) => unknown)(span),
      }),
    } as never);
    useTelemetry(await openTelemetry("0.1.0"));
    const work = telemetry().span("job send", {}, async () => {
      throw new TypeError("a@example.org");
    });
    await expect(work).rejects.toThrow("a@example.org");
    expect(said).toEqual([{ code: SpanStatusCode.ERROR, message: "TypeError" }, {}]);
  });

  test("of a stage gives what the stage gives where nobody watches", async () => {
    expect(await new Stopwatch().time("read", () => 5)).toBe(5);
  });
});
