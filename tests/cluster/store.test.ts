import { afterAll, describe, expect, test } from "vitest";
import { openSharedArchive } from "../../src/corpus/index.js";
import { connectSearchEngine } from "../../src/host/opensearch/connect.js";
import { storeContract } from "../contracts/store.js";
import { emptyArchives } from "./empty-archive.js";

const openStore = async () => (await openSharedArchive(address())).store;

const { address, drop } = emptyArchives();
afterAll(drop);

describe("the store in OpenSearch", () => {
  storeContract(() => openStore());

  test("says of what engine it is, by name and version", async () => {
    const engine = await connectSearchEngine(address());
    expect(engine.name).toContain("127.0.0.1");
    expect(engine.version).toMatch(/^\d+\./);
    await engine.close();
  });
});
