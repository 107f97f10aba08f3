import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "../../src/readers/canonical-url.js";

describe("addresses of articles", () => {
  it.each([
    ["https://a.example/b?utm_source=x&id=7&utm_medium=y", "https://a.example/b?id=7"],
    ["https://a.example/b?fbclid=1", "https://a.example/b"],
    ["https://a.example/b#top", "https://a.example/b"],
    ["HTTPS://A.example/B", "https://a.example/B"],
    ["https://a.example/b?q=%C3%A9+c", "https://a.example/b?q=%C3%A9+c"],
  ])("writes %s as %s", (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });

  it("counts relative ones from the page", () => {
    expect(canonicalUrl("../c", "https://a.example/b/d")).toBe("https://a.example/c");
  });

  it.each([
    "javascript:alert(1)",
    "mailto:a@b.example",
    "file:///etc/passwd",
    "a",
    "",
    "http://x y.example",
  ])("takes %j for none", (address) => {
    expect(canonicalUrl(address)).toBeNull();
  });

  it("gives the same for what it gave", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = canonicalUrl(address);
        expect(canonicalUrl(once ?? "")).toBe(once);
      }),
    );
  });
});
