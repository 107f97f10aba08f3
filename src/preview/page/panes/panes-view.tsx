/** The brief as page and as PDF, beside each other; one of them where there is little room. */
import { computed, signal } from "@preact/signals";
import { htmlRevision, making, pdfRevision } from "../state/issue-state.js";
import { HtmlPane } from "./html-pane.js";
import { PdfPane } from "./pdf-pane.js";

const FORMS = [
  ["html", "Page"],
  ["both", "Both"],
  ["pdf", "PDF"],
] as const;
type Form = (typeof FORMS)[number][0];

/** What was asked for. */
const wanted = signal<Form>("both");

/** Where both do not fit beside each other. */
const narrow = window.matchMedia("(max-width: 760px)");
const isNarrow = signal(narrow.matches);
narrow.addEventListener("change", ({ matches }) => {
  isNarrow.value = matches;
});

const form = computed<Form>(() =>
  isNarrow.value && wanted.value === "both" ? "html" : wanted.value,
);

/** @param isShown stays in the document where it is not, so that it keeps its place */
export function PanesView({ isShown }: { readonly isShown: boolean }) {
  return (
    <div class="panes-view" inert={!isShown}>
      <fieldset class="pane-choice">
        <legend class="aside-words">Show</legend>
        {FORMS.filter(([value]) => value !== "both" || !isNarrow.value).map(([value, words]) => (
          <label>
            <input
              type="radio"
              name="form"
              value={value}
              checked={form.value === value}
              onChange={() => {
                wanted.value = value;
              }}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <div class="panes" data-form={form.value}>
        <section class="pane pane-html" aria-label="Page">
          <HtmlPane />
          {htmlRevision.value === null && <Nothing />}
        </section>
        <section class="pane pane-pdf" aria-label="PDF">
          <PdfPane />
          {pdfRevision.value === null && <Nothing />}
        </section>
      </div>
    </div>
  );
}

function Nothing() {
  const words =
    making.value.kind === "failed"
      ? "No page could be made yet; the problems say why."
      : "Being made …";
  return <p class="pane-nothing">{words}</p>;
}
