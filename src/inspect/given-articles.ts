/** JSON Lines of `{id, text}` to articles whose ids and texts stay as they were given. */
import type { z } from "zod";
import { type Article, articleText, type Published } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { GivenArticleSchema } from "../model/inspect.js";
import { detectLanguage, readWrittenDate } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";

/** How standard input is called in diagnostics. */
export const GIVEN = "-";

/**
 * Nothing is cleaned: offsets count in the text as it stands, paragraphs parted by blank lines.
 * @param lines without their ends; empty ones are passed over
 * @param diagnostics lines that hold no article, and second ones of an id, are added to them
 */
export async function readGiven(
  lines: AsyncIterable<string> | Iterable<string>,
  diagnostics: Diagnostic[],
): Promise<Article[]> {
  const articles = new Map<string, Article>();
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    const article = readLine(text, line, diagnostics);
    if (article === null) continue;
    if (!articles.has(article.id)) articles.set(article.id, article);
    else
      diagnostics.push(
        fault(line, `“${article.id}” was given before`, "give each article an id of its own"),
      );
  }
  return [...articles.values()];
}

function readLine(text: string, line: number, diagnostics: Diagnostic[]): Article | null {
  const hint = "each line is one JSON object with id and text";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    diagnostics.push(fault(line, "this is no JSON", hint));
    return null;
  }
  const { success, data, error } = GivenArticleSchema.safeParse(value);
  if (success) return makeArticle(data, line, diagnostics);
  const [issue] = error.issues;
  const field = issue?.path.join(".") ?? "";
  diagnostics.push(
    fault(line, field === "" ? "this is no object" : `“${field}” is missing or wrong`, hint),
  );
  return null;
}

function makeArticle(
  { id, text, ...given }: z.infer<typeof GivenArticleSchema>,
  line: number,
  diagnostics: Diagnostic[],
): Article {
  const language = given.language ?? detectLanguage(text);
  const paragraphs = text.split("\n\n");
  const hash = sha256(articleText({ paragraphs }));
  return {
    id,
    file: id,
    format: "jsonl",
    url: null,
    title: given.title ?? "",
    titleDerived: false,
    standfirst: null,
    byline: null,
    outlet: given.outlet ?? null,
    agency: null,
    chain: [],
    dateline: null,
    published: readPublished(id, given.published ?? null, language, line, diagnostics),
    modified: null,
    inferred: null,
    language,
    foreign: [],
    paragraphs,
    removed: [],
    repairs: [],
    raw: text,
    container: GIVEN,
    rawSha256: hash,
    textSha256: hash,
  };
}

function readPublished(
  id: string,
  written: string | null,
  language: string,
  line: number,
  diagnostics: Diagnostic[],
): Published | null {
  if (written === null || written.trim() === "") return null;
  const stated = readWrittenDate(written, written, language);
  if (stated === null) {
    diagnostics.push(fault(line, `“${written.slice(0, 40)}” is no day`, "write it as 2021-05-03"));
    return null;
  }
  const evidence = [{ article: id, quote: written }];
  const { date, time } = stated;
  return time === null
    ? { date, precision: "day", evidence }
    : { date, time, precision: "minute", evidence };
}

function fault(line: number, message: string, hint: string): Diagnostic {
  return {
    code: "given-line",
    severity: "warning",
    message,
    place: { file: GIVEN, line },
    hint,
  };
}
