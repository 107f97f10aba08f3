/** A statement or a finding: its words, who says it by way of whom, its passages in their articles, why it stands there. */

import { findingSections, statementSections } from "../../../cli/explanation/passage-words.js";
import type {
  Explanation,
  FindingExplanation,
  StatementExplanation,
} from "../../../model/explanation.js";
import { readExplanation } from "../api/client.js";
import { StatementActions } from "../edit/target-actions.js";
import { themeName } from "../edit/target-forms.js";
import { Chain } from "./chain.js";
import { Show, useLoaded } from "./load.js";
import { PassageInArticle } from "./passage-in-article.js";
import { Reprints } from "./reprints.js";
import { Sections } from "./sections.js";
import { SourceWords } from "./source-words.js";

export function ExplanationPanel({ name }: { readonly name: string }) {
  const explanation = useLoaded(name, (of) => readExplanation(of, name));
  return <Show of={explanation}>{(value) => <Explained of={value} />}</Show>;
}

function Explained({ of }: { readonly of: Explanation }) {
  switch (of.kind) {
    case "statement":
      return <Statement of={of} />;
    case "finding":
      return <Finding of={of} />;
    default:
      return <p class="empty">There is more than one way to read this name: {of.kind}.</p>;
  }
}

function Statement({ of }: { readonly of: StatementExplanation }) {
  const { statement, slots, citations, passage } = of;
  const [first] = citations;
  return (
    <>
      <SourceWords of={statement.text} article={first?.article ?? ""} />
      <p class="slots">
        <code class="name">{statement.id}</code> · {slots.map(slotName).join(" · ")}
      </p>
      {passage !== null && <Chain of={passage} />}
      <StatementActions target={{ statement: statement.id }} />
      <h3>{citations.length === 1 ? "Its passage" : `Its ${citations.length} passages`}</h3>
      {citations.map(({ article, start, end, number }) => (
        <PassageInArticle article={article} start={start} end={end} number={number} />
      ))}
      <Reprints of={citations.map(({ article }) => article)} />
      <h3>Why it stands there</h3>
      <Sections of={statementSections(of)} open={["Why"]} />
    </>
  );
}

function Finding({ of }: { readonly of: FindingExplanation }) {
  const { operands, slots, finding } = of;
  return (
    <>
      <p class="finding-kind">Computed: {finding.kind.replaceAll("-", " ")}</p>
      <p class="slots">{slots.map(slotName).join(" · ")}</p>
      {operands.length > 0 && <h3>The words it is computed from</h3>}
      {operands.map(({ article, start, end }) => (
        <PassageInArticle article={article} start={start} end={end} number={null} />
      ))}
      <h3>In detail</h3>
      <Sections of={findingSections(of)} open={[]} />
    </>
  );
}

/** `ceasefire: what happened` with the theme's name in the place of its id. */
function slotName(slot: string): string {
  const [theme = "", ...rest] = slot.split(": ");
  return rest.length === 0 ? slot : `${themeName(theme)}: ${rest.join(": ")}`;
}
