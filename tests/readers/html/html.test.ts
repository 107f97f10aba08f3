import fc from "fast-check";
import { html } from "../../../src/readers/html/index.js";
import { readerContract } from "../../contracts/reader.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const SENTENCE = "The council met on Monday, and voted for the bridge after a long debate.";
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body>${body}</body></html>`;

const word = fc.constantFrom(
  "<p>",
  "</p>",
  "<div class=related>",
  "</div>",
  "<br>",
  "<a href=x>",
  "</a>",
  "<table><tr><td>",
  SENTENCE,
  "Share",
  "by Jane Doe",
  "\u00a0",
  "الخبر",
  "<h1>",
);

readerContract({
  reader: html,
  file: "page.html",
  articles: {
    "a page of paragraphs": bytes(
      page(`<article><h1>Bridge</h1><p>${SENTENCE}</p><p>${SENTENCE} Again.</p></article>`),
    ),
    "text without an element": bytes(SENTENCE),
  },
  document: fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => page(words.join(" "))),
});
