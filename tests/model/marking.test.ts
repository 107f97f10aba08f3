import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  HouseSchemesSchema,
  isAtLeast,
  isMarking,
  isPublic,
  lookOf,
  MarkingSchemeSchema,
  maySee,
  schemesWith,
  TLP,
} from "../../src/model/marking.js";

const house = MarkingSchemeSchema.parse({
  name: "house",
  labels: [{ label: "OPEN" }, { label: "INTERNAL" }, { label: "BOARD ONLY" }],
});
const schemes = schemesWith([house]);
const labels = schemes.flatMap((scheme) => scheme.labels.map(({ label }) => label));
const anyLabel = fc.constantFrom(...labels);

describe("the Traffic Light Protocol", () => {
  test("has its five labels in their colours, from the least to the most restrictive", () => {
    expect(TLP.labels.map(({ label, colour }) => `${label} ${colour}`)).toEqual([
      "TLP:CLEAR #ffffff",
      "TLP:GREEN #33ff00",
      "TLP:AMBER #ffc000",
      "TLP:AMBER+STRICT #ffc000",
      "TLP:RED #ff2b2b",
    ]);
    expect(lookOf("TLP:AMBER+STRICT", schemes)?.background).toBe("#000000");
  });

  test.each(["TLP:WHITE", "tlp:green", "TLP: GREEN", "TLP:GREEN ", "GREEN", ""])(
    "knows no %j",
    (label) => {
      expect(isMarking(label, schemes)).toBe(false);
      expect(maySee(labels, label, schemes)).toBe(false);
      expect(maySee([label], "TLP:CLEAR", schemes)).toBe(false);
    },
  );
});

test.each([["TLP:RED"], ["tlp:white"], ["SAME", "SAME"]])(
  "a house cannot word %j anew",
  (...own) => {
    const scheme = { name: "house", labels: own.map((label) => ({ label })) };
    expect(HouseSchemesSchema.safeParse([scheme]).success).toBe(false);
  },
);

describe("who may see what", () => {
  test("a label covers itself and what restricts less", () => {
    const seen = TLP.labels.map(({ label }) => maySee(["TLP:AMBER"], label, schemes));
    expect(seen).toEqual([true, true, true, false, false]);
  });

  test("a label covers nothing of another scheme", () => {
    expect(maySee(["TLP:RED"], "OPEN", schemes)).toBe(false);
    expect(maySee(["BOARD ONLY"], "TLP:CLEAR", schemes)).toBe(false);
    expect(maySee(["TLP:GREEN", "INTERNAL"], "OPEN", schemes)).toBe(true);
  });

  test("nobody who may see nothing sees anything", () => {
    fc.assert(fc.property(anyLabel, (label) => !maySee([], label, schemes)));
  });

  test("of two labels of a scheme one restricts at least as much, and that passes on", () => {
    fc.assert(
      fc.property(anyLabel, anyLabel, anyLabel, (a, b, c) => {
        const same = schemes.some(({ labels: own }) =>
          [a, b].every((label) => own.some((one) => one.label === label)),
        );
        const either = isAtLeast(a, b, schemes) || isAtLeast(b, a, schemes);
        expect(either).toBe(same);
        if (isAtLeast(a, b, schemes) && isAtLeast(b, c, schemes)) {
          expect(isAtLeast(a, c, schemes)).toBe(true);
        }
      }),
    );
  });

  test("who may see more of a scheme loses nothing", () => {
    fc.assert(
      fc.property(anyLabel, anyLabel, anyLabel, (more, less, label) => {
        fc.pre(isAtLeast(more, less, schemes) && maySee([less], label, schemes));
        expect(maySee([more], label, schemes)).toBe(true);
      }),
    );
  });

  test("the public sees what is clear, and nothing of a house that does not say so", () => {
    expect(labels.filter((label) => isPublic(label, schemes))).toEqual(["TLP:CLEAR"]);
    expect(isPublic("OPEN", schemesWith([{ ...house, public: true }]))).toBe(true);
  });
});
