/** Every article that came in and what became of it, to be filtered; each leads to the article itself. */
import { useMemo, useState } from "preact/hooks";
import { themeName } from "../edit/target-forms.js";
import { count, day } from "../print.js";
import { Scrollable } from "../scrollable.js";
import { issue } from "../state/issue-state.js";
import { openPanel } from "../state/panel-state.js";
import { FATES } from "./coverage-words.js";
import { filterRows, NO_FILTER, type Row, themesOf } from "./filter-rows.js";
import { Filters } from "./filters.js";

/** Rows that are drawn; a filter brings the others. */
const MOST = 500;

export function CoverageView() {
  const [filter, setFilter] = useState(NO_FILTER);
  const now = issue.value;
  const rows = useMemo((): readonly Row[] => {
    const cited = new Map(now?.sources.map((source) => [source.article, source]));
    return (now?.coverage ?? []).map((entry) => {
      const source = cited.get(entry.article ?? "");
      return { entry, number: source?.number ?? null, title: source?.title ?? null };
    });
  }, [now]);
  const shown = filterRows(rows, filter);
  return (
    <section class="coverage-view" aria-labelledby="view-heading">
      <h2 id="view-heading" tabIndex={-1}>
        Coverage
      </h2>
      <Filters rows={rows} value={filter} onChange={setFilter} />
      <p class="coverage-count" role="status">
        {shown.length === rows.length
          ? count(rows.length, "article")
          : `${shown.length} of ${count(rows.length, "article")}`}
        {shown.length > MOST && `, the first ${MOST} shown`}
        {beyondWords(now?.beyond)}
      </p>
      <Table rows={shown.slice(0, MOST)} />
    </section>
  );
}

function beyondWords(beyond: readonly { readonly articles: number }[] = []): string {
  const articles = beyond.reduce((sum, one) => sum + one.articles, 0);
  return articles === 0 ? "" : `; ${count(articles, "more article")} not looked at one by one`;
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Scrollable class="table-scroll" labelledBy="view-heading">
      <table class="coverage-table">
        <thead>
          <tr>
            {["", "Article", "Day", "Outlet", "Language", "Themes", "Fate"].map((name) => (
              <th scope="col">{name === "" ? <span class="aside-words">Source</span> : name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line of={row} key={row.entry.article ?? row.entry.file} />
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

function Line({ of }: { readonly of: Row }) {
  const { entry, number, title } = of;
  const { article, file, outlet, language, fate, reason } = entry;
  return (
    <tr>
      <td class="number" data-label="Source">
        {number === null ? "" : `[${number}]`}
      </td>
      <th scope="row">
        {article === null ? (
          <bdi>{file}</bdi>
        ) : (
          <button
            type="button"
            class="link-button"
            onClick={({ currentTarget }) =>
              openPanel({ kind: "article", article, at: null }, () => currentTarget.focus())
            }
          >
            <bdi>{title ?? file}</bdi>
          </button>
        )}
        {title !== null && <bdi class="row-file">{file}</bdi>}
      </th>
      <td data-label="Day">{entry.day === null ? "–" : day(entry.day.day)}</td>
      <td data-label="Outlet">
        <bdi>{outlet?.name ?? "–"}</bdi>
      </td>
      <td data-label="Language">{language ?? "–"}</td>
      <td data-label="Themes">{themesOf(of).map(themeName).join(", ") || "–"}</td>
      <td data-label="Fate">
        <span class="fate" data-fate={fate}>
          {FATES[fate]}
        </span>
        <span class="row-reason">{reason}</span>
      </td>
    </tr>
  );
}
