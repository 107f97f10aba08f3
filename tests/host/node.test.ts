import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe } from "vitest";
import { nodeHost } from "../../src/host/node.js";
import { hostContract } from "../contracts/host.js";

const opened: string[] = [];

afterEach(async () => {
  for (const folder of opened.splice(0)) await rm(folder, { recursive: true });
});

describe("the host on Node", () => {
  hostContract(async () => {
    const root = await mkdtemp(join(tmpdir(), "briefwright-host-"));
    opened.push(root);
    return { host: nodeHost, root };
  });
});
