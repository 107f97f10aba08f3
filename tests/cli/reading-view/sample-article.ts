/** An article that has one of everything that reading does to a text. */
import type { Article } from "../../../src/model/article.js";
import { articleWith } from "../../article.js";

export const RAW = `date 2024-03-07
Ferry line to reopen | Harbour Tribune
By Ada Quill
A ferry leaves the old quay [Photo: Harbour Tribune]

PORT ELLEN (Reuters) - The ferry line between the two islands will
reopen on Friday, the operator said.

Read more

Storm closes the northern bridge for a third day

"We are ready.

" She spoke to reporters on the quay.

قال المتحدث باسم الشركة إن الرحلات ستستأنف يوم الجمعة.

渡轮将于星期五恢复通航。

© 2024 Harbour Tribune. All rights reserved.
`;

export const SAMPLE: Article = articleWith({
  id: "a-00000000f00d",
  file: "island/ferry.txt",
  url: "https://tribune.example/ferry?a=1&b=2",
  title: "Ferry line to reopen",
  byline: "Ada Quill",
  outlet: "Harbour Tribune",
  agency: "Reuters",
  chain: ["Harbour Tribune", "Reuters"],
  dateline: "PORT ELLEN",
  published: {
    date: "2024-03-07",
    precision: "day",
    evidence: [{ article: "a-00000000f00d", quote: "date 2024-03-07" }],
  },
  foreign: [
    { paragraph: 2, language: "ar" },
    { paragraph: 3, language: "zh" },
  ],
  paragraphs: [
    "The ferry line between the two islands will reopen on Friday, the operator said.",
    '"We are ready." She spoke to reporters on the quay.',
    "قال المتحدث باسم الشركة إن الرحلات ستستأنف يوم الجمعة.",
    "渡轮将于星期五恢复通航。",
  ],
  removed: [
    { rule: "metadata-prefix", text: "date 2024-03-07" },
    { rule: "title-site-suffix", text: "| Harbour Tribune" },
    { rule: "byline", text: "By Ada Quill" },
    { rule: "caption", text: "A ferry leaves the old quay [Photo: Harbour Tribune]" },
    { rule: "dateline", text: "PORT ELLEN (Reuters) -" },
    { rule: "read-more", text: "Read more" },
    { rule: "teaser", text: "Storm closes the northern bridge for a third day" },
    { rule: "copyright-line", text: "© 2024 Harbour Tribune. All rights reserved." },
  ],
  repairs: [
    {
      rule: "displaced-quotation-mark",
      from: '"We are ready.\n\n" She spoke',
      to: '"We are ready." She spoke',
    },
  ],
  raw: RAW,
});
