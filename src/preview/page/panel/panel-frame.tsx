/** The panel beside the page: its heading, the ways back and out, and what it shows. */
import { useEffect, useRef } from "preact/hooks";
import { Scrollable } from "../scrollable.js";
import {
  canGoBack,
  closePanel,
  goBack,
  type Panel,
  panel,
  pinned,
  wantsFocus,
} from "../state/panel-state.js";
import { ArticlePanel } from "./article-panel.js";
import { ExplanationPanel } from "./explanation-panel.js";
import { NotesPanel } from "./notes-panel.js";
import { ProblemsPanel } from "./problems-panel.js";
import { SourcePanel } from "./source-panel.js";

const HEADINGS: Readonly<Record<Panel["kind"], string>> = {
  explanation: "What it rests on",
  article: "Article",
  problems: "Problems",
  source: "Source",
  notes: "Desk notes",
};

export function PanelFrame() {
  const shown = panel.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = wantsFocus.value;
  useEffect(() => {
    if (wanted > 0) heading.current?.focus({ preventScroll: true });
  }, [wanted]);
  if (shown === null) return null;
  return (
    <aside
      id="panel"
      class="panel"
      aria-labelledby="panel-heading"
      data-pinned={pinned.value !== null}
    >
      <div class="panel-bar">
        {canGoBack.value && (
          <button type="button" class="icon-button" onClick={goBack} aria-label="Back">
            <span aria-hidden="true">←</span>
          </button>
        )}
        <h2 id="panel-heading" ref={heading} tabIndex={-1}>
          {HEADINGS[shown.kind]}
        </h2>
        {pinned.value === null && <span class="panel-hint">click or Enter keeps it</span>}
        <button type="button" class="icon-button" onClick={closePanel} aria-label="Close the panel">
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <Scrollable key={JSON.stringify(shown)} class="panel-body" labelledBy="panel-heading">
        <Content of={shown} />
      </Scrollable>
    </aside>
  );
}

function Content({ of }: { readonly of: Panel }) {
  switch (of.kind) {
    case "explanation":
      return <ExplanationPanel name={of.name} />;
    case "article":
      return <ArticlePanel article={of.article} at={of.at} />;
    case "problems":
      return <ProblemsPanel />;
    case "source":
      return <SourcePanel path={of.path} line={of.line} column={of.column} />;
    case "notes":
      return <NotesPanel />;
  }
}
