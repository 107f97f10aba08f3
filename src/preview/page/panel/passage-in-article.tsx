/** A cited passage where it stands: the paragraph around it, its words marked, and the way to the whole article. */

import type { ArticleText } from "../../shapes.js";
import { readArticle } from "../api/client.js";
import { day } from "../print.js";
import { goTo } from "../state/panel-state.js";
import { Show, useLoaded } from "./load.js";
import { cutParagraph, paragraphsAround } from "./marked-words.js";

interface Props {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  /** Of the source; null where it is not cited. */
  readonly number: number | null;
}

export function PassageInArticle({ article, start, end, number }: Props) {
  const text = useLoaded(article, (of) => readArticle(of, article));
  return (
    <article class="passage">
      <Show of={text}>
        {(value) => (
          <>
            <ArticleHead of={value} number={number} />
            <div lang={value.language} dir={value.direction} class="passage-text">
              {paragraphsAround(value.paragraphs, { start, end }).map((paragraph) => (
                <p>
                  {cutParagraph(paragraph, [{ start, end }]).map(({ words, marks }) =>
                    marks.length > 0 ? <mark>{words}</mark> : words,
                  )}
                </p>
              ))}
            </div>
            <button
              type="button"
              class="link-button"
              onClick={() => goTo({ kind: "article", article, at: { start, end } })}
            >
              The whole article
            </button>
          </>
        )}
      </Show>
    </article>
  );
}

export function ArticleHead({
  of,
  number,
}: {
  readonly of: ArticleText;
  readonly number: number | null;
}) {
  return (
    <header class="article-head">
      <p class="article-title" lang={of.language} dir={of.direction}>
        {number !== null && <span class="number">[{number}]</span>} {of.title}
      </p>
      <p class="article-meta">
        <bdi>{of.outlet ?? "outlet not named"}</bdi> · {of.date === null ? "undated" : day(of.date)}{" "}
        · <bdi>{of.file}</bdi>
      </p>
    </header>
  );
}
