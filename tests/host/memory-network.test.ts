import { describe, expect, test } from "vitest";
import { memoryNetwork } from "../../src/host/memory-network.js";
import { networkContract, sampleAnswer } from "../contracts/network.js";

describe("the network in memory", () => {
  networkContract(async () => ({
    network: memoryNetwork((url, headers) => {
      const { headers: given = {}, ...answer } = sampleAnswer(new URL(url).pathname, headers);
      return { ...answer, headers: given };
    }),
    root: "https://example.org",
  }));

  test("says when a redirect left https", async () => {
    const network = memoryNetwork((url) =>
      url.startsWith("https:")
        ? { status: 301, headers: { location: "http://example.org/" } }
        : { body: "plain" },
    );
    expect(await network.get("https://example.org/")).toMatchObject({ isDowngraded: true });
  });
});
