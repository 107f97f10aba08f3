/** Every method of summarising keeps what all of them promise. */
import { describe } from "vitest";
import { SummaryMethodSchema } from "../../src/model/settings.js";
import { lexicon } from "../analysis/seeds.js";
import { summaryMethodContract } from "../contracts/summary-method.js";

for (const method of SummaryMethodSchema.options) {
  describe(`${method}:`, () => summaryMethodContract(method, lexicon));
}
