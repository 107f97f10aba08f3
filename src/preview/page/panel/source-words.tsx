/** Words of a source in its own language and direction. */
import { directionOf } from "../direction.js";
import { issue } from "../state/issue-state.js";

export function SourceWords({ of, article }: { readonly of: string; readonly article: string }) {
  const language = issue.value?.sources.find((source) => source.article === article)?.language;
  return (
    <blockquote class="source-words" lang={language} dir={directionOf(of)}>
      {of}
    </blockquote>
  );
}
