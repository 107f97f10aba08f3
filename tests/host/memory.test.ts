import { describe } from "vitest";
import { memoryHost } from "../../src/host/memory.js";
import { hostContract } from "../contracts/host.js";

describe("the host in memory", () => {
  hostContract(async () => ({ host: memoryHost(new Map()), root: "root" }));
});
