/**
 * Faults of citation. What is quoted stands in an article word for word wherever that can be had: a
 * check that only compares quotations with texts finds none of those.
 */
import { oneOf } from "./one-of.mjs";
import { pick } from "./pick.mjs";
import { copiesOf, findingsIn, idsOf, statementsIn } from "./walk.mjs";

export const CITATION_CLASSES = [
  { name: "swapped citation", asked: 0.99, make: swapCitation },
  { name: "dropped citation", asked: 0.99, make: dropCitation },
  { name: "moved span", asked: 0.99, make: moveSpan },
  { name: "forged ellipsis", asked: 0.99, make: forgeEllipsis },
];

function swapCitation(...all) {
  return oneOf({
    "first citations of two statements": swapFirst,
    "the article of a citation": swapArticle,
    "further citations of two statements": swapSupports,
    "further citation from a sentence on something else": foreignSupport,
    "citations of two findings": swapOperands,
    "words of two dates": swapMentions,
    "sentences before": swapContexts,
  })(...all);
}

function swapFirst(issue, random) {
  const [one, other] = twoStatements(issue, random);
  if (other === undefined) return null;
  const [mine, theirs] = [one.citations[0], other.citations[0]];
  for (const copy of copiesOf(issue, one.id)) copy.citations[0] = theirs;
  for (const copy of copiesOf(issue, other.id)) copy.citations[0] = mine;
  return { how: `${one.id} and ${other.id}`, touched: [one.id, other.id, mine.article] };
}

/** The quotation as it was, under an article that does not hold it. */
function swapArticle(issue, random, { texts }) {
  const statement = pick(statementsIn(issue), random);
  const [citation] = statement.citations;
  const other = pick(
    issue.sources.filter(({ article }) => article !== citation.article),
    random,
  );
  if (other === undefined || texts.get(other.article).text.includes(citation.quote)) return null;
  for (const copy of copiesOf(issue, statement.id)) {
    copy.citations[0] = {
      ...copy.citations[0],
      article: other.article,
      textSha256: other.textSha256,
    };
  }
  return { how: `${statement.id} to ${other.article}`, touched: [statement.id, other.article] };
}

function swapSupports(issue, random) {
  const supported = statementsIn(issue).filter(({ citations }) => citations.length > 1);
  const one = pick(supported, random);
  const other = pick(
    supported.filter(
      ({ id, citations }) => id !== one.id && !sameSpan(citations[1], one.citations[1]),
    ),
    random,
  );
  if (other === undefined) return null;
  const [mine, theirs] = [one.citations.slice(1), other.citations.slice(1)];
  for (const copy of copiesOf(issue, one.id)) copy.citations.splice(1, mine.length, ...theirs);
  for (const copy of copiesOf(issue, other.id)) copy.citations.splice(1, theirs.length, ...mine);
  return { how: `${one.id} and ${other.id}`, touched: [one.id, other.id] };
}

/** Agreement made up: a true quotation of another outlet that tells of something else. */
function foreignSupport(issue, random) {
  const [one, other] = twoStatements(issue, random);
  if (other === undefined) return null;
  const [theirs] = other.citations;
  if (one.citations.some(({ article }) => article === theirs.article)) return null;
  if (other.citations.some((citation) => sameSpan(citation, one.citations[0]))) return null;
  for (const copy of copiesOf(issue, one.id)) copy.citations[1] = theirs;
  return { how: `${one.id} by ${other.id}`, touched: [one.id, theirs.article] };
}

function swapOperands(issue, random) {
  const cited = findingsIn(issue).filter(({ citations }) => citations.length > 0);
  const one = pick(cited, random);
  const other =
    one &&
    pick(
      cited.filter(({ id }) => id !== one.id),
      random,
    );
  if (other === undefined) return null;
  const at = Math.floor(random() * one.citations.length);
  const from = Math.floor(random() * other.citations.length);
  const [mine, theirs] = [one.citations[at], other.citations[from]];
  if (one.citations.some((citation) => sameSpan(citation, theirs))) return null;
  one.citations[at] = theirs;
  other.citations[from] = mine;
  return { how: `${one.kind} and ${other.kind}`, touched: [one.id, other.id] };
}

function swapMentions(issue, random) {
  const entries = [...issue.timeline, ...issue.watch];
  const one = pick(entries, random);
  const other = pick(
    entries.filter(({ mention }) => !sameSpan(mention, one.mention)),
    random,
  );
  if (other === undefined) return null;
  [one.mention, other.mention] = [other.mention, one.mention];
  return {
    how: `${one.statement.id} and ${other.statement.id}`,
    touched: [one.statement.id, other.statement.id, one.mention.article],
  };
}

function swapContexts(issue, random) {
  const told = statementsIn(issue).filter(({ context }) => context !== undefined);
  const one = pick(told, random);
  const other =
    one &&
    pick(
      told.filter(({ context }) => context.text !== one.context.text),
      random,
    );
  if (other === undefined) return null;
  const [mine, theirs] = [one.context, other.context];
  for (const copy of copiesOf(issue, one.id)) copy.context = theirs;
  for (const copy of copiesOf(issue, other.id)) copy.context = mine;
  return { how: `${one.id} and ${other.id}`, touched: [one.id, other.id] };
}

function dropCitation(...all) {
  return oneOf({
    "every citation of a statement": dropAll,
    "the first of several": dropFirst,
    "an operand of a finding": dropOperand,
    "every citation of a finding": dropOperands,
    "every place of a spelling": dropPlaces,
    "a source": dropSource,
  })(...all);
}

function dropAll(issue, random) {
  const id = pick(idsOf(statementsIn(issue)), random);
  const copies = copiesOf(issue, id);
  const [{ article }] = copies[0].citations;
  for (const copy of copies) copy.citations = [];
  return { how: id, touched: [id, article] };
}

function dropFirst(issue, random) {
  const statement = pick(
    statementsIn(issue).filter(({ citations }) => citations.length > 1),
    random,
  );
  if (statement === undefined) return null;
  const { id } = statement;
  const [{ article }] = statement.citations;
  for (const copy of copiesOf(issue, id)) copy.citations.shift();
  return { how: id, touched: [id, article] };
}

function dropOperand(issue, random) {
  const finding = pick(
    findingsIn(issue).filter(({ citations }) => citations.length > 1),
    random,
  );
  if (finding === undefined) return null;
  const { id, kind, citations } = finding;
  const [dropped] = citations.splice(Math.floor(random() * citations.length), 1);
  return { how: kind, touched: [id, dropped.article] };
}

function dropOperands(issue, random) {
  const finding = pick(
    findingsIn(issue).filter(({ citations }) => citations.length > 0),
    random,
  );
  if (finding === undefined) return null;
  const [{ article }] = finding.citations;
  finding.citations = [];
  return { how: finding.kind, touched: [finding.id, article] };
}

function dropPlaces(issue, random) {
  const name = pick(issue.names, random);
  const variant = pick(name.variants, random);
  const [{ article }] = variant.citations;
  variant.citations = [];
  return { how: `${name.name}: ${variant.text}`, touched: [name.entity, name.name, article] };
}

function dropSource(issue, random) {
  const at = Math.floor(random() * issue.sources.length);
  const [{ article, file }] = issue.sources.splice(at, 1);
  for (const [index, source] of issue.sources.entries()) source.number = index + 1;
  return { how: file, touched: [article, file] };
}

/** The span a few letters off, its quotation taken anew, so that it is in the article word for word. */
function moveSpan(...all) {
  return oneOf({
    "offsets alone": (issue, random, world) => move(issue, random, world, "offsets"),
    "offsets and quotation": (issue, random, world) => move(issue, random, world, "quote"),
    "offsets, quotation and words": (issue, random, world) => move(issue, random, world, "text"),
    "of a finding": moveOperand,
    "of a figure": moveFigure,
  })(...all);
}

function move(issue, random, { texts }, what) {
  const statement = pick(statementsIn(issue), random);
  const [citation] = statement.citations;
  const { text } = texts.get(citation.article);
  const span = shifted(citation, text, random);
  if (span === null) return null;
  for (const copy of copiesOf(issue, statement.id)) {
    Object.assign(copy.citations[0], span);
    if (what === "offsets") continue;
    copy.citations[0].quote = text.slice(span.start, span.end);
    if (what === "text") copy.text = copy.citations[0].quote.replaceAll("\n\n", " ");
  }
  return {
    how: `${what}: ${shownSpan(text, span)}`,
    touched: [statement.id, citation.article],
  };
}

function moveOperand(issue, random, { texts }) {
  const finding = pick(
    findingsIn(issue).filter(({ citations }) => citations.length > 0),
    random,
  );
  if (finding === undefined) return null;
  const citation = pick(finding.citations, random);
  return moveCitation(citation, [finding.id], texts, random);
}

function moveFigure(issue, random, { texts }) {
  const { figures } = issue.glance;
  const figure = pick(figures, random);
  if (figure === undefined) return null;
  const [citation] = figure.statement.citations;
  const { id } = figure.statement;
  const made = moveCitation(citation, [id], texts, random);
  if (made !== null) figure.statement.text = citation.quote.replaceAll("\n\n", " ");
  return made;
}

function moveCitation(citation, touched, texts, random) {
  const { text } = texts.get(citation.article);
  const span = shifted(citation, text, random);
  if (span === null) return null;
  Object.assign(citation, span, { quote: text.slice(span.start, span.end) });
  return { how: shownSpan(text, span), touched: [...touched, citation.article] };
}

const FARTHEST = 40;

/** Start, end or both moved; never onto another whole sentence, which would say something true. */
function shifted({ start, end }, text, random) {
  const step = () => Math.round((random() * 2 - 1) * FARTHEST) || 3;
  const by = step();
  const [from, to] = pick(
    [
      [start + by, end + by],
      [start + Math.abs(by), end],
      [start, end - Math.abs(by)],
      [start, end + Math.abs(by)],
      [start - Math.abs(by), end],
    ],
    random,
  );
  if (from < 0 || to > text.length || to - from < 8) return null;
  if (text.slice(from, to).trim() === text.slice(start, end).trim()) return null;
  return beginsWhole(text, from) && endsWhole(text, to) ? null : { start: from, end: to };
}

function beginsWhole(text, at) {
  return at === 0 || /(?:\n|[.!?…]["”’')]*\s)$/u.test(text.slice(Math.max(0, at - 6), at));
}

function endsWhole(text, at) {
  return at === text.length || /[.!?…]["”’')]*$/u.test(text.slice(Math.max(0, at - 4), at));
}

function shownSpan(text, { start, end }) {
  const words = text.slice(start, end).replaceAll("\n", " ");
  return `“${words.slice(0, 30)} … ${words.slice(-30)}”`;
}

/** Words left out behind a mark that the program uses for other cuts. */
function forgeEllipsis(issue, random) {
  const statement = pick(
    statementsIn(issue).filter(({ text }) => text.split(" ").length > 8),
    random,
  );
  if (statement === undefined) return null;
  const words = statement.text.split(" ");
  const from = 2 + Math.floor(random() * (words.length - 5));
  const text = `[…] ${words.slice(from).join(" ")}`;
  for (const copy of copiesOf(issue, statement.id)) copy.text = text;
  return {
    place: "the beginning of a statement",
    how: `“${text.slice(0, 60)}”`,
    touched: [statement.id, statement.citations[0].article],
  };
}

function twoStatements(issue, random) {
  const ids = idsOf(statementsIn(issue));
  const id = pick(ids, random);
  const other = pick(
    ids.filter((one) => one !== id),
    random,
  );
  return [copiesOf(issue, id)[0], copiesOf(issue, other)[0]];
}

/** Spans that share words of one article. */
function sameSpan(one, other) {
  return one.article === other.article && one.start < other.end && other.start < one.end;
}
