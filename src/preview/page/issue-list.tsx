/** Every brief of the workspace with its issues: what there is of each, and the way into it. */
import type { BriefEntry, IssueEntry } from "../shapes.js";
import { count, dayRange } from "./print.js";
import { catalogue, catalogueFault, loadCatalogue } from "./state/issue-state.js";
import { formatRoute } from "./state/route.js";

export function IssueList() {
  const known = catalogue.value;
  return (
    <div class="list-page">
      <header class="list-head">
        <p class="brand">Briefwright</p>
        <h1>Issues</h1>
      </header>
      <main>
        {known === null ? <Waiting /> : known.briefs.map((brief) => <Brief of={brief} />)}
        {known?.briefs.length === 0 && (
          <p class="empty">The settings name no brief, and the corpus holds no article.</p>
        )}
      </main>
    </div>
  );
}

function Waiting() {
  if (catalogueFault.value === null) return <p class="empty">Reading the workspace …</p>;
  return (
    <div class="fault">
      <p>The workspace cannot be read: {catalogueFault.value}</p>
      <button type="button" onClick={() => void loadCatalogue()}>
        Try again
      </button>
    </div>
  );
}

function Brief({ of }: { readonly of: BriefEntry }) {
  const heading = `brief-${of.id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{of.title}</h2>
      {of.issues.length === 0 ? (
        <p class="empty">No article falls in a period of this brief.</p>
      ) : (
        <ul class="issues">
          {of.issues.map((issue) => (
            <Issue brief={of.id} of={issue} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Issue({ brief, of }: { readonly brief: string; readonly of: IssueEntry }) {
  const here = { kind: "issue", brief, issue: of.id, view: "page" } as const;
  return (
    <li class="issue-line">
      <a href={formatRoute({ ...here, template: null, language: null })}>
        <span class="issue-id">{of.id}</span>
        <span class="issue-days">{dayRange(of.from, of.to)}</span>
        <span class="issue-count">{count(of.articles, "article")}</span>
        <span class="issue-marks">
          {of.released === null ? (
            <span class="mark">draft</span>
          ) : (
            <span class="mark mark-good">released {of.released}</span>
          )}
          {of.notes && <span class="mark">notes</span>}
        </span>
      </a>
    </li>
  );
}
