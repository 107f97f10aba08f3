import { describe, expect, test } from "vitest";
import { makeView } from "../../src/templating/make-view.js";
import { ViewSchema } from "../../src/templating/view/index.js";
import { sampleIssue } from "./sample-issue.js";

describe("the data that a template sees", () => {
  test("has the shape that its schema gives it", () => {
    expect(ViewSchema.safeParse(makeView(sampleIssue, "en")).error).toBeUndefined();
  });
});
