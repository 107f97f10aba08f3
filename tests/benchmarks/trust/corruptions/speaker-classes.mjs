/** Words in another mouth: speakers, reporting verbs, carriers and claimants that the article does name, elsewhere. */
import { oneOf } from "./one-of.mjs";
import { pick } from "./pick.mjs";
import { findingsIn } from "./walk.mjs";

export const SPEAKER_CLASSES = [
  {
    name: "speaker",
    asked: 0.95,
    make: oneOf({
      "another speaker": otherSpeaker,
      "speakers of two claims": swapSpeakers,
      "the house name alone": otherName,
      "the entity alone": otherEntity,
      "the claimant of a figure": otherClaimant,
      "a figure without its claimant": dropClaimant,
      "the names of a finding": swapNames,
    }),
  },
  {
    name: "chain of a claim",
    asked: 0.95,
    make: oneOf({
      "the reporting verb": otherCue,
      depth: otherDepth,
      "a carrier more": addCarrier,
      "a carrier less": dropCarrier,
    }),
  },
  {
    name: "hedge of a field",
    asked: 0.95,
    make: oneOf({
      "bound of a figure": otherBound,
      "bound of a finding": otherFindingBound,
      "an inferred day as stated": statedDay,
      "planned as done, done as planned": otherPlan,
      "what a date rests on": otherAnchor,
    }),
  },
];

const claimsOf = (issue) => issue.themes.flatMap(({ says }) => says);

function otherSpeaker(issue, random, { texts }) {
  const claim = pick(claimsOf(issue), random);
  const { article } = claim.statement.citations[0];
  const named = issue.names.flatMap(({ entity, name, variants }) =>
    variants.map(({ text }) => ({ text, entity, name })),
  );
  const others = named.filter(
    ({ text, entity }) => entity !== claim.speaker.entity && texts.get(article).text.includes(text),
  );
  const other = pick(others, random);
  if (other === undefined) return null;
  const how = `${claim.speaker.text} → ${other.text}`;
  claim.speaker = other;
  return { how, touched: [claim.statement.id] };
}

function swapSpeakers(issue, random) {
  const one = pick(claimsOf(issue), random);
  const other = pick(
    claimsOf(issue).filter(({ speaker }) => speaker.name !== one.speaker.name),
    random,
  );
  if (other === undefined) return null;
  [one.speaker, other.speaker] = [other.speaker, one.speaker];
  return {
    how: `${one.speaker.text} ↔ ${other.speaker.text}`,
    touched: [one.statement.id, other.statement.id],
  };
}

function otherName(issue, random) {
  const claim = pick(claimsOf(issue), random);
  const name = pick(
    issue.names.filter((one) => one.name !== claim.speaker.name),
    random,
  );
  if (name === undefined) return null;
  const how = `${claim.speaker.name} → ${name.name}`;
  claim.speaker.name = name.name;
  return { how, touched: [claim.statement.id] };
}

function otherEntity(issue, random) {
  const claim = pick(claimsOf(issue), random);
  const entities = [null, ...issue.names.map(({ entity }) => entity)];
  const entity = pick(
    entities.filter((one) => one !== claim.speaker.entity),
    random,
  );
  const how = `${claim.speaker.entity} → ${entity}`;
  claim.speaker.entity = entity;
  return { how, touched: [claim.statement.id] };
}

function otherClaimant(issue, random, { texts }) {
  const figure = pick(issue.glance.figures, random);
  if (figure === undefined) return null;
  const { article } = figure.statement.citations[0];
  const named = issue.names.flatMap(({ entity, name, variants }) =>
    variants.map(({ text }) => ({ text, entity, name })),
  );
  const other = pick(
    named.filter(
      ({ text, name }) => name !== figure.claimant?.name && texts.get(article).text.includes(text),
    ),
    random,
  );
  if (other === undefined) return null;
  const how = `${figure.claimant?.text} → ${other.text}`;
  figure.claimant = other;
  return { how, touched: [figure.statement.id] };
}

function dropClaimant(issue, random) {
  const figure = pick(
    issue.glance.figures.filter(({ claimant }) => claimant !== null),
    random,
  );
  if (figure === undefined) return null;
  const how = `${figure.claimant.text} → nobody`;
  figure.claimant = null;
  return { how, touched: [figure.statement.id] };
}

function swapNames(issue, random) {
  const finding = pick(
    findingsIn(issue).filter(({ kind }) => kind === "positions" || kind === "denial"),
    random,
  );
  if (finding === undefined) return null;
  const at = Math.floor(random() * finding.params.names.length);
  const name = pick(
    issue.names.filter((one) => !finding.params.names.includes(one.name)),
    random,
  );
  if (name === undefined) return null;
  const how = `${finding.kind}: ${finding.params.names[at]} → ${name.name}`;
  finding.params.names[at] = name.name;
  return { how, touched: [finding.id] };
}

function otherCue(issue, random, { texts }) {
  const claim = pick(claimsOf(issue), random);
  const { text } = texts.get(claim.statement.citations[0].article);
  const cues = ["denied", "announced", "has called for", "responded", "accused", "urged", "told"];
  const cue = pick(
    [...cues, ...claimsOf(issue).map((one) => one.cue)].filter(
      (one) => one !== claim.cue && text.includes(one),
    ),
    random,
  );
  if (cue === undefined) return null;
  const how = `${claim.cue} → ${cue}`;
  claim.cue = cue;
  return { how, touched: [claim.statement.id] };
}

function otherDepth(issue, random) {
  const claim = pick(claimsOf(issue), random);
  const depth = claim.depth > 1 && random() < 0.6 ? claim.depth - 1 : claim.depth + 1;
  const how = `${claim.depth} → ${depth}`;
  claim.depth = depth;
  return { how, touched: [claim.statement.id] };
}

function addCarrier(issue, random) {
  const claim = pick(claimsOf(issue), random);
  const carrier = pick(
    issue.sources.flatMap(({ chain }) => chain),
    random,
  );
  if (carrier === undefined || claim.via.includes(carrier)) return null;
  claim.via.push(carrier);
  claim.depth += 1;
  return { how: carrier, touched: [claim.statement.id] };
}

function dropCarrier(issue, random) {
  const claim = pick(
    claimsOf(issue).filter(({ via }) => via.length > 0),
    random,
  );
  if (claim === undefined) return null;
  const carrier = claim.via.pop();
  if (claim.depth > 1) claim.depth -= 1;
  return { how: carrier, touched: [claim.statement.id] };
}

const BOUNDS = ["exactly", "more-than", "less-than", "about", "at-least", "at-most"];

function otherBound(issue, random) {
  const figure = pick(issue.glance.figures, random);
  if (figure === undefined) return null;
  const bound = pick(
    BOUNDS.filter((one) => one !== figure.bound),
    random,
  );
  const how = `${figure.statement.text}: ${figure.bound} → ${bound}`;
  figure.bound = bound;
  return { how, touched: [figure.statement.id] };
}

function otherFindingBound(issue, random) {
  const finding = pick(
    findingsIn(issue).filter(({ params }) => typeof params.bound === "string"),
    random,
  );
  if (finding === undefined) return null;
  const bound = pick(
    BOUNDS.filter((one) => one !== finding.params.bound),
    random,
  );
  const how = `${finding.kind}: ${finding.params.bound} → ${bound}`;
  finding.params.bound = bound;
  return { how, touched: [finding.id] };
}

function statedDay(issue, random) {
  const reported = issue.themes
    .flatMap(({ happened, background, says }) => [
      ...happened,
      ...background,
      ...says.map(({ statement }) => statement),
    ])
    .filter((statement) => statement.reported !== null);
  const statement = pick(reported, random);
  if (statement === undefined) return null;
  const basis = statement.reported.basis === "inferred" ? "published" : "inferred";
  const how = `${statement.reported.basis} → ${basis}`;
  statement.reported.basis = basis;
  return { how, touched: [statement.id] };
}

const entriesOf = (issue) => [...issue.timeline, ...issue.watch];

function otherPlan(issue, random) {
  const entry = pick(entriesOf(issue), random);
  if (entry === undefined) return null;
  const how = `“${entry.mention.quote}” planned ${entry.planned} → ${!entry.planned}`;
  entry.planned = !entry.planned;
  return { how, touched: [entry.statement.id, entry.mention.article] };
}

function otherAnchor(issue, random) {
  const entry = pick(entriesOf(issue), random);
  if (entry === undefined) return null;
  const anchor = pick(
    ["absolute", "published", "inferred"].filter((one) => one !== entry.anchor),
    random,
  );
  const how = `“${entry.mention.quote}” ${entry.anchor} → ${anchor}`;
  entry.anchor = anchor;
  return { how, touched: [entry.statement.id, entry.mention.article] };
}
