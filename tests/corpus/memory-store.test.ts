import { describe } from "vitest";
import { openMemoryStore } from "../../src/corpus/index.js";
import { storeContract } from "../contracts/store.js";

describe("the store in memory", () => {
  storeContract(openMemoryStore);
});
