/** Telemetry by the API of OpenTelemetry alone: who registers an SDK gets it, and nobody else anything. */
import type { Attributes, Telemetry } from "./telemetry.js";

const PACKAGE = "@opentelemetry/api";

/** @param version of this program @returns null where the package is not installed */
export async function openTelemetry(version: string): Promise<Telemetry | null> {
  const api = await import("@opentelemetry/api").catch(() => null);
  if (api === null) return null;
  const tracer = api.trace.getTracer("briefwright", version);
  const meter = api.metrics.getMeter("briefwright", version);
  const counters = new Map<string, ReturnType<typeof meter.createCounter>>();
  return {
    span: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes: { ...attributes } }, async (span) => {
        try {
          return await work((more) => void span.setAttributes({ ...more }));
        } catch (error) {
          // Messages may hold what stands in articles: the kind of the error says enough.
          const message = error instanceof Error ? error.name : typeof error;
          span.setStatus({ code: api.SpanStatusCode.ERROR, message });
          throw error;
        } finally {
          span.end();
        }
      }),
    count(name: string, value: number, attributes: Attributes = {}) {
      const counter = counters.get(name) ?? meter.createCounter(name);
      counters.set(name, counter);
      counter.add(value, { ...attributes });
    },
  };
}

export const HOW_TO_INSTALL = `npm install ${PACKAGE}@1.10.0`;
