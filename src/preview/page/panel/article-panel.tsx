/** A whole article as it was read, the passages that the brief prints marked, and what the desk can do with it. */
import { useEffect, useRef } from "preact/hooks";
import type { ArticleText, MarkedPassage } from "../../shapes.js";
import { readArticle } from "../api/client.js";
import { FATES } from "../coverage/coverage-words.js";
import { ArticleActions } from "../edit/target-actions.js";
import { issue } from "../state/issue-state.js";
import { goTo } from "../state/panel-state.js";
import { Show, useLoaded } from "./load.js";
import { cutParagraph, type Range } from "./marked-words.js";
import { ArticleHead } from "./passage-in-article.js";
import { Reprints } from "./reprints.js";

interface Props {
  readonly article: string;
  /** What is brought into sight; null for the top. */
  readonly at: Range | null;
}

export function ArticlePanel({ article, at }: Props) {
  const text = useLoaded(article, (of) => readArticle(of, article));
  const number = issue.value?.sources.find((source) => source.article === article)?.number ?? null;
  return (
    <Show of={text}>
      {(value) => (
        <>
          <ArticleHead of={value} number={number} />
          <Fate of={article} />
          <ArticleActions article={article} />
          <Words of={value} at={at} />
          <Printed of={value} />
          <Reprints of={[article]} />
        </>
      )}
    </Show>
  );
}

function Fate({ of }: { readonly of: string }) {
  const entry = issue.value?.coverage.find(({ article }) => article === of);
  if (entry === undefined) return null;
  return (
    <p class="slots">
      <b>{FATES[entry.fate]}</b>: {entry.reason}
    </p>
  );
}

function Words({ of, at }: { readonly of: ArticleText; readonly at: Range | null }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector(".mark-here")?.scrollIntoView({ block: "center" });
  }, [of.id, at]);
  useEffect(() => followMarks(box.current), []);
  return (
    <div class="article-text" lang={of.language} dir={of.direction} ref={box}>
      {of.paragraphs.map((paragraph) => (
        <p>
          {cutParagraph(paragraph, of.passages).map(({ words, marks }) => (
            <Piece words={words} marks={marks} at={at} />
          ))}
        </p>
      ))}
    </div>
  );
}

interface PieceProps {
  readonly words: string;
  readonly marks: readonly MarkedPassage[];
  readonly at: Range | null;
}

function Piece({ words, marks, at }: PieceProps) {
  const [statement] = marks.flatMap(({ statements }) => statements);
  if (marks.length === 0 || statement === undefined) return <>{words}</>;
  const isHere = at !== null && marks.some(({ start, end }) => start < at.end && end > at.start);
  return (
    <mark class={isHere ? "mark-here" : undefined} data-statement={statement}>
      {words}
    </mark>
  );
}

/** A short cut for the pointer; the list below leads the same ways by the keyboard. */
function followMarks(box: HTMLElement | null): (() => void) | undefined {
  const follow = ({ target }: MouseEvent) => {
    const mark = target instanceof Element ? target.closest<HTMLElement>("[data-statement]") : null;
    const name = mark?.dataset.statement;
    if (name !== undefined) goTo({ kind: "explanation", name });
  };
  box?.addEventListener("click", follow);
  return () => box?.removeEventListener("click", follow);
}

function Printed({ of }: { readonly of: ArticleText }) {
  const names = [...new Set(of.passages.flatMap(({ statements }) => statements))];
  if (names.length === 0) return null;
  return (
    <section>
      <h3>What the brief prints of it</h3>
      <ul class="printed">
        {names.map((name) => (
          <li>
            <button
              type="button"
              class="link-button"
              onClick={() => goTo({ kind: "explanation", name })}
            >
              <bdi>{firstWords(of, name)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_LETTERS = 90;

function firstWords({ paragraphs, passages }: ArticleText, name: string): string {
  const passage = passages.find(({ statements }) => statements.includes(name));
  if (passage === undefined) return name;
  const words = paragraphs
    .flatMap((paragraph) => cutParagraph(paragraph, [passage]))
    .filter(({ marks }) => marks.length > 0)
    .map((piece) => piece.words)
    .join(" ");
  return words.length <= MOST_LETTERS ? words : `${words.slice(0, MOST_LETTERS).trimEnd()}…`;
}
