/** What stands at the head and foot of every page in, what of it is missing or wrong out. */
import { type Fault, faultOf } from "../../model/fault.js";
import type { Issue } from "../../model/issue.js";
import { directionOf } from "../../templating/index.js";
import type { ExpectedPage } from "../expected-page.js";
import type { PageWords } from "../pdf/page-words.js";
import type { PrintedPdf } from "../pdf/structure-words.js";
import { LEFTWARD } from "./leftward-words.js";
import { wordsIn } from "./word.js";

/** @param expected null where the template is not at hand, and with it its words */
export function checkFurniture(
  { pages }: PrintedPdf,
  issue: Issue,
  expected: ExpectedPage | null,
  file: string,
): Fault[] {
  return pages.flatMap((page, index) => {
    const number = index + 1;
    const place = { file, slot: `page ${number}` };
    const margins = `${textOf(page, "header")} ${textOf(page, "footer")}`;
    const asked = [String(number), String(pages.length), issue.id, issue.version];
    const missing = asked.filter((words) => !holds(margins, words));
    return [
      ...marksMissing(page, issue, expected).map(([end, words]) =>
        faultOf("marking-not-printed", `no “${words}” at the ${end} of the page`, place),
      ),
      ...missing.map((words) =>
        faultOf("page-not-named", `no “${words}” at the head or foot of the page`, place),
      ),
      ...unknownWords(page, expected).map((words) =>
        faultOf("printed-words-added", `“${words}” is printed beside the text`, place),
      ),
    ];
  });
}

function textOf({ shown }: PageWords, kind: "header" | "footer"): string {
  return shown
    .filter(({ mark }) => mark.kind === kind)
    .map(({ text }) => text)
    .join(" ");
}

/** The marking, and what says that a brief is a draft, stand at both ends of each page. */
function marksMissing(
  page: PageWords,
  { marking }: Issue,
  expected: ExpectedPage | null,
): readonly (readonly [string, string])[] {
  const draft = expected?.draft ?? null;
  const asked = [marking.label, ...(draft === null ? [] : [draft])];
  const ends = [
    ["head", textOf(page, "header")],
    ["foot", textOf(page, "footer")],
  ] as const;
  return ends.flatMap(([end, text]) =>
    asked.filter((words) => !holds(text, words)).map((words) => [end, words] as const),
  );
}

/** On a page from right to left words stand as they are seen there, and their spaces are places. */
function holds(text: string, words: string): boolean {
  const inOrder = ` ${wordsIn(text).join(" ")} `.includes(` ${wordsIn(words).join(" ")} `);
  if (inOrder || !LEFTWARD.test(text)) return inOrder;
  return asRead(text).replaceAll(" ", "").includes(wordsIn(words).join(""));
}

/** Words from right to left turned round, letter by letter. */
function asRead(text: string): string {
  return wordsIn(text)
    .map((word) => (LEFTWARD.test(word) ? [...word].reverse().join("") : word))
    .join(" ");
}

/** Words around the text come from the page: its masthead, the heads of its tables, its watermark. */
function unknownWords({ shown }: PageWords, expected: ExpectedPage | null): readonly string[] {
  if (expected === null) return [];
  return shown
    .filter(({ mark }) => mark.kind !== "content" && mark.kind !== "none")
    .filter(({ text }) => !says(text, expected))
    .map(({ text }) => text.trim().slice(0, 80));
}

/** Pieces from right to left end within a word. */
function says(text: string, expected: ExpectedPage): boolean {
  if (expected.says(text)) return true;
  const isLeftward = directionOf(expected.words.page.language ?? "und") === "rtl";
  return isLeftward && asRead(text).split(" ").every(expected.saysPart);
}
