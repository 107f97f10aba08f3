/** Faults in words, each put where it hurts: in what is printed, in what is quoted, or in both alike. */
import { pick } from "./pick.mjs";
import { copiesOf, findingsIn, idsOf, statementsIn } from "./walk.mjs";
import { WORD_EDITS } from "./word-edits.mjs";

/** Where an edit goes: from an issue to the objects and keys whose words it changes alike. */
const PLACES = {
  "words of a statement": (issue, random) => inStatement(issue, random, ["text"]),
  "quotation of a statement": (issue, random) => inStatement(issue, random, ["quote"]),
  "words and quotation alike": (issue, random) => inStatement(issue, random, ["text", "quote"]),
  "a further citation": inSupport,
  "the sentence before": inContext,
  "a quotation of a finding": inFinding,
  "words of a date": inMention,
  "a spelling of a name": inVariant,
};

export const WORD_CLASSES = Object.keys(WORD_EDITS).map((name) => ({
  name,
  asked: name === "hedge" ? 0.95 : 0.99,
  make: (issue, random) => {
    const [place, choose] = pick(Object.entries(PLACES), random);
    const chosen = choose(issue, random);
    if (chosen === null) return null;
    const { holders, touched } = chosen;
    const [{ holder, key }] = holders;
    const before = holder[key];
    const after = WORD_EDITS[name](before, random);
    if (after === null || after === before) return null;
    if (!changeAlike(holders, before, after)) return null;
    return { how: `${place}: ${shown(before, after)}`, place, touched };
  },
}));

/** Words that hold the changed words change with them; where none does, nothing hangs together. */
function changeAlike(holders, before, after) {
  for (const { holder, key } of holders) {
    if (holder[key] === before) holder[key] = after;
    else holder[key] = changeWithin(holder[key], before, after);
    if (holder[key] === "") return false;
  }
  return true;
}

/** The same change in a longer or shorter text: what stands around the first difference is looked for. */
function changeWithin(text, before, after) {
  if (text.includes(before)) return text.replace(before, after);
  const [from, to] = differing(before, after);
  return text.includes(from) ? text.replace(from, to) : text;
}

/** The parts of two texts in which they differ, with a few letters on both sides. */
function differing(before, after) {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const start = Math.max(0, head - 12);
  const end = Math.max(0, tail - 12);
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

function shown(before, after) {
  return differing(before, after)
    .map((part) => `“${part}”`)
    .join(" → ");
}

function inStatement(issue, random, keys) {
  const id = pick(idsOf(statementsIn(issue)), random);
  const copies = copiesOf(issue, id);
  const holders = copies.flatMap((statement) =>
    keys.map((key) =>
      key === "text"
        ? { holder: statement, key: "text" }
        : { holder: statement.citations[0], key: "quote" },
    ),
  );
  return { holders, touched: [id, copies[0].citations[0].article] };
}

function inSupport(issue, random) {
  const supported = statementsIn(issue).filter(({ citations }) => citations.length > 1);
  const statement = pick(supported, random);
  if (statement === undefined) return null;
  const copies = copiesOf(issue, statement.id);
  const holders = copies.flatMap(({ citations }) =>
    citations[1] === undefined ? [] : [{ holder: citations[1], key: "quote" }],
  );
  return { holders, touched: [statement.id, statement.citations[1].article] };
}

function inContext(issue, random) {
  const statement = pick(
    statementsIn(issue).filter(({ context }) => context !== undefined),
    random,
  );
  if (statement === undefined) return null;
  const { id, context } = statement;
  const both = random() < 0.6;
  const told = copiesOf(issue, id).filter((copy) => copy.context !== undefined);
  const holders = told.flatMap((copy) => [
    { holder: copy.context, key: "text" },
    ...(both ? [{ holder: copy.context.citation, key: "quote" }] : []),
  ]);
  return { holders, touched: [id, context.citation.article] };
}

function inFinding(issue, random) {
  const finding = pick(
    findingsIn(issue).filter(({ citations }) => citations.length > 0),
    random,
  );
  if (finding === undefined) return null;
  const citation = pick(finding.citations, random);
  return { holders: [{ holder: citation, key: "quote" }], touched: [finding.id, citation.article] };
}

function inMention(issue, random) {
  const entry = pick([...issue.timeline, ...issue.watch], random);
  if (entry === undefined) return null;
  return {
    holders: [{ holder: entry.mention, key: "quote" }],
    touched: [entry.statement.id, entry.mention.article],
  };
}

function inVariant(issue, random) {
  const name = pick(issue.names, random);
  const variant = name && pick(name.variants, random);
  if (variant === undefined) return null;
  const holders = [
    { holder: variant, key: "text" },
    ...variant.citations.map((holder) => ({ holder, key: "quote" })),
  ];
  return { holders, touched: [name.entity, name.name, variant.citations[0].article] };
}
