import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, linkTo } from "../../src/site/link.js";

const name = fc
  .stringMatching(/^[\p{L}\p{N}_][\p{L}\p{N}_.: #?%+-]{0,8}$/u)
  .filter((one) => one !== "");
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("/"));

test("a link leads from a page to a file, wherever both stand", () => {
  fc.assert(
    fc.property(path, path, (from, to) => {
      const base = `https://x/${from.split("/").map(encodeURIComponent).join("/")}`;
      const found = new URL(linkTo(from, to), base).pathname.slice(1);
      expect(found.split("/").map(decodeURIComponent).join("/")).toBe(to);
    }),
  );
});

test("a link to a fragment keeps it whole", () => {
  expect(linkTo("a/index.html", "a/b/brief.html", "cite-1 #")).toBe("b/brief.html#cite-1%20%23");
});

test("the address of a folder's page is that of the folder", () => {
  expect(addressOf("https://x", "weekly/2021-W18/index.html")).toBe("https://x/weekly/2021-W18/");
  expect(addressOf("https://x", "index.html")).toBe("https://x/");
  expect(addressOf("https://x", "feed.xml")).toBe("https://x/feed.xml");
});
