/** compose.yaml: what nobody else on the network may reach, and what must not be lost or grow without end. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readRepository } from "./workspace.js";

interface Service {
  readonly image: string;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly mem_limit: string;
  readonly healthcheck: { readonly test: string };
  readonly environment: Readonly<Record<string, string>>;
}

const { services, volumes } = parse(readRepository("compose.yaml")) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
};

describe.each(Object.entries(services))("%s of compose.yaml", (name, service) => {
  test("listens on the loopback address alone", () => {
    for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test("keeps its data in a volume, has a limit of memory, and says whether it is well", () => {
    expect(service.volumes[0]?.split(":")[0]).toBe(name);
    expect(volumes).toHaveProperty(name);
    expect(service.mem_limit).toMatch(/g\}$/);
    expect(service.healthcheck.test).toEqual(expect.any(String));
  });
});

test("PostgreSQL has no password of its own: one must be given", () => {
  expect(services.postgres?.environment.POSTGRES_PASSWORD).toMatch(/^\$\{BRIEF_DB_PASSWORD:\?/);
});
