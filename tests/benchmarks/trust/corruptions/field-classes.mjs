/** Faults in fields that are printed beside the words: values, days, house names, rows of sources, accounts. */
import { oneOf } from "./one-of.mjs";
import { pick } from "./pick.mjs";
import { copiesOf, findingsIn, idsOf, statementsIn } from "./walk.mjs";

export const FIELD_CLASSES = [
  {
    name: "number of a field",
    asked: 0.99,
    make: oneOf({
      "value of a figure": figureValue,
      "unit of a figure": figureUnit,
      "number of a finding": findingNumber,
    }),
  },
  {
    name: "count",
    asked: 0.99,
    make: oneOf({
      "a count of the method": methodCount,
      "statements of an article": statementCount,
      "reports of a theme": themeReports,
      "origins of a theme": themeOrigins,
      "number of a source": sourceNumber,
      "week of the period": weekNumber,
    }),
  },
  {
    name: "date of a field",
    asked: 0.99,
    make: oneOf({
      "date of an event": eventDate,
      "day of a statement": reportedDay,
      "day of a finding": findingDay,
      "day of a source": sourceDay,
      "day of an account": coverageDay,
      "end of the period": periodDay,
      "order of events": eventOrder,
    }),
  },
  {
    name: "name of a field",
    asked: 0.99,
    make: oneOf({
      "spellings of two names": swapVariants,
      "house form of a name": houseForm,
      "articles of a finding": findingArticle,
      "names of a finding": findingNames,
    }),
  },
  {
    name: "source row",
    asked: 0.95,
    make: oneOf({
      outlet: sourceOutlet,
      "state outlet as independent": sourceKind,
      title: sourceTitle,
      language: sourceLanguage,
      chain: sourceChain,
      hash: sourceHash,
      "in the period or not": sourcePeriod,
    }),
  },
  {
    name: "account of an article",
    asked: 0.95,
    make: oneOf({
      fate: coverageFate,
      "dropped from the account": dropCoverage,
      "a gap that is not told": dropGap,
      "a finding that is not told": dropFlag,
      "a theme that carries it": coverageTheme,
    }),
  },
];

function figureValue(issue, random) {
  const figure = pick(issue.glance.figures, random);
  if (figure === undefined) return null;
  const { value } = figure;
  figure.value = pick([value + 1, value * 10, value + 1000, Math.round(value / 2)], random);
  return { how: `${value} → ${figure.value}`, touched: [figure.statement.id] };
}

function figureUnit(issue, random) {
  const figure = pick(issue.glance.figures, random);
  const other = pick(
    issue.glance.figures.filter(({ unit }) => unit !== figure.unit),
    random,
  );
  if (other === undefined) return null;
  const how = `${figure.unit} → ${other.unit}`;
  figure.unit = other.unit;
  return { how, touched: [figure.statement.id] };
}

function findingNumber(issue, random) {
  const numeric = findingsIn(issue).flatMap((finding) =>
    Object.entries(finding.params).flatMap(([key, value]) =>
      [value].flat().some((item) => typeof item === "number") ? [{ finding, key }] : [],
    ),
  );
  const chosen = pick(numeric, random);
  if (chosen === undefined) return null;
  const { finding, key } = chosen;
  const before = finding.params[key];
  const change = (value) => value + pick([1, -1, 1000, value], random);
  finding.params[key] = Array.isArray(before)
    ? before.map((value, at) => (at === 0 ? change(value) : value))
    : change(before);
  return {
    how: `${finding.kind}: ${key} ${before} → ${finding.params[key]}`,
    touched: [finding.id],
  };
}

function methodCount(issue, random) {
  const keys = Object.keys(issue.method).filter((key) => typeof issue.method[key] === "number");
  const key = pick(keys, random);
  issue.method[key] += 1;
  return { how: key, touched: [key, "method"], accounts: false };
}

function statementCount(issue, random) {
  const entry = pick(issue.coverage, random);
  entry.statements += pick([1, 2], random);
  return { how: entry.file, touched: [entry.file, entry.article], accounts: false };
}

function themeReports(issue, random) {
  const theme = pick(issue.themes, random);
  const key = pick(["reports", "backgroundReports"], random);
  const other = pick(
    issue.sources.map(({ article }) => article).filter((id) => !theme[key].includes(id)),
    random,
  );
  if (theme[key].length > 0 && random() < 0.5) theme[key].pop();
  else if (other !== undefined) theme[key].push(other);
  else return null;
  return { how: `${theme.id}: ${key}`, touched: [theme.id] };
}

function themeOrigins(issue, random) {
  const theme = pick(
    issue.themes.filter(({ origins }) => origins.length > 0),
    random,
  );
  if (theme === undefined) return null;
  if (random() < 0.5) theme.origins.pop();
  else {
    const other = pick(issue.sources, random).article;
    if (theme.origins.includes(other)) return null;
    theme.origins.push(other);
  }
  return { how: theme.id, touched: [theme.id] };
}

function sourceNumber(issue, random) {
  const [one, other] = [pick(issue.sources, random), pick(issue.sources, random)];
  if (one === other) return null;
  [one.number, other.number] = [other.number, one.number];
  return { how: one.file, touched: [one.article, other.article] };
}

function weekNumber(issue) {
  if (issue.period.week === null) return null;
  issue.period.week = (issue.period.week % 52) + 1;
  return { how: String(issue.period.week), touched: ["period", "week"] };
}

function eventDate(issue, random) {
  const entry = pick([...issue.timeline, ...issue.watch], random);
  const key = pick(["from", "to"], random);
  const before = entry.date[key];
  entry.date[key] = dayAfter(before, pick([-365, -7, 1, 7, 30], random));
  return {
    how: `“${entry.mention.quote}” ${key} ${before} → ${entry.date[key]}`,
    touched: [entry.statement.id, entry.mention.article, entry.mention.quote],
  };
}

function reportedDay(issue, random) {
  const id = pick(idsOf(statementsIn(issue)), random);
  const copies = copiesOf(issue, id).filter(({ reported }) => reported !== null);
  if (copies.length === 0) return null;
  const by = pick([-1, 1, 30], random);
  for (const { reported } of copies) reported.day = dayAfter(reported.day, by);
  return { how: `${by} days`, touched: [id] };
}

function findingDay(issue, random) {
  const dated = findingsIn(issue).flatMap((finding) =>
    Object.entries(finding.params).flatMap(([key, value]) =>
      /^\d{4}-\d\d-\d\d$/.test(value) ? [{ finding, key }] : [],
    ),
  );
  const chosen = pick(dated, random);
  if (chosen === undefined) return null;
  const { finding, key } = chosen;
  finding.params[key] = dayAfter(finding.params[key], pick([-1, 1, 7], random));
  return { how: `${finding.kind}: ${key}`, touched: [finding.id] };
}

/** The day of a source with everything that repeats it, as a wrong reading would give it. */
function sourceDay(issue, random) {
  const source = pick(issue.sources, random);
  const by = pick([-1, 1], random);
  if (source.published !== null) source.published.date = dayAfter(source.published.date, by);
  else if (source.inferred !== null) source.inferred.date = dayAfter(source.inferred.date, by);
  else return null;
  const entry = issue.coverage.find(({ article }) => article === source.article);
  if (entry?.day) entry.day.day = dayAfter(entry.day.day, by);
  for (const statement of statementsIn(issue)) {
    if (statement.citations[0].article === source.article && statement.reported !== null)
      statement.reported.day = dayAfter(statement.reported.day, by);
  }
  return { how: `${source.file} ${by}`, touched: [source.article, source.file] };
}

function coverageDay(issue, random) {
  const entry = pick(
    issue.coverage.filter(({ day }) => day !== null),
    random,
  );
  if (entry === undefined) return null;
  entry.day.day = dayAfter(entry.day.day, pick([-1, 1], random));
  return { how: entry.file, touched: [entry.article, entry.file] };
}

function periodDay(issue, random) {
  const key = pick(["from", "to"], random);
  issue.period[key] = dayAfter(issue.period[key], pick([-7, -1, 1, 7], random));
  return { how: key, touched: ["period"] };
}

function eventOrder(issue, random) {
  const at = Math.floor(random() * (issue.timeline.length - 1));
  const [one, other] = [issue.timeline[at], issue.timeline[at + 1]];
  if (one.date.from === other.date.from) return null;
  [issue.timeline[at], issue.timeline[at + 1]] = [other, one];
  return {
    how: `${one.date.from} and ${other.date.from}`,
    touched: [one.statement.id, other.statement.id],
  };
}

function dayAfter(day, by) {
  const time = new Date(`${day.padEnd(10, "-01")}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + by);
  return time.toISOString().slice(0, day.length);
}

function swapVariants(issue, random) {
  const one = pick(issue.names, random);
  const other = pick(
    issue.names.filter(({ entity }) => entity !== one.entity),
    random,
  );
  [one.variants, other.variants] = [other.variants, one.variants];
  return {
    how: `${one.name} and ${other.name}`,
    touched: [one.name, other.name, one.entity, other.entity],
  };
}

function houseForm(issue, random) {
  const one = pick(issue.names, random);
  const other = pick(
    issue.names.filter(({ entity }) => entity !== one.entity),
    random,
  );
  const how = `${one.name} → ${other.name}`;
  const touched = [one.name, one.entity, other.name];
  one.name = other.name;
  return { how, touched };
}

function findingArticle(issue, random) {
  const finding = pick(
    findingsIn(issue).filter(({ articles }) => articles.length > 0),
    random,
  );
  if (finding === undefined) return null;
  const other = pick(
    issue.sources.map(({ article }) => article).filter((id) => !finding.articles.includes(id)),
    random,
  );
  if (other === undefined) return null;
  const at = Math.floor(random() * finding.articles.length);
  const before = finding.articles[at];
  finding.articles[at] = other;
  for (const [key, value] of Object.entries(finding.params))
    if (value === before) finding.params[key] = other;
  return { how: `${finding.kind}: ${before} → ${other}`, touched: [finding.id] };
}

function findingNames(issue, random) {
  const finding = pick(
    findingsIn(issue).filter(({ params }) => Array.isArray(params.names)),
    random,
  );
  if (finding === undefined) return null;
  const at = Math.floor(random() * finding.params.names.length);
  const before = finding.params.names[at];
  const other = pick(
    issue.names.filter(({ name }) => !finding.params.names.includes(name)),
    random,
  );
  finding.params.names[at] = other.name;
  return { how: `${finding.kind}: ${before} → ${other.name}`, touched: [finding.id] };
}

function sourceOutlet(issue, random) {
  const [one, other] = [pick(issue.sources, random), pick(issue.sources, random)];
  if (one === other || JSON.stringify(one.outlet) === JSON.stringify(other.outlet)) return null;
  [one.outlet, other.outlet] = [other.outlet, one.outlet];
  return { how: one.file, touched: [one.article, other.article, one.file, other.file] };
}

function sourceKind(issue, random) {
  const known = issue.sources.flatMap(({ article, file, outlet, agency }) =>
    [outlet?.known, agency?.known].flatMap((entry) =>
      entry?.kind?.startsWith("state") ? [{ article, file, entry }] : [],
    ),
  );
  const chosen = pick(known, random);
  if (chosen === undefined) return null;
  chosen.entry.kind = "independent";
  return { how: chosen.file, touched: [chosen.article, chosen.file] };
}

function sourceTitle(issue, random) {
  const [one, other] = [pick(issue.sources, random), pick(issue.sources, random)];
  if (one === other) return null;
  [one.title, other.title] = [other.title, one.title];
  return { how: one.file, touched: [one.article, other.article, one.file, other.file] };
}

function sourceLanguage(issue, random) {
  const source = pick(issue.sources, random);
  source.language = source.language === "fr" ? "de" : "fr";
  return { how: source.file, touched: [source.article, source.file] };
}

function sourceChain(issue, random) {
  const source = pick(
    issue.sources.filter(({ chain }) => chain.length > 0),
    random,
  );
  if (source === undefined) return null;
  const dropped = source.chain.pop();
  return { how: `${source.file}: ${dropped}`, touched: [source.article, source.file] };
}

function sourceHash(issue, random) {
  const source = pick(issue.sources, random);
  const key = pick(["rawSha256", "textSha256"], random);
  source[key] = source[key].replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
  return { how: `${source.file}: ${key}`, touched: [source.article, source.file] };
}

function sourcePeriod(issue, random) {
  const source = pick(issue.sources, random);
  source.inPeriod = !source.inPeriod;
  return { how: source.file, touched: [source.article, source.file] };
}

const FATES = ["cited", "background", "reprint", "off-theme", "out-of-period", "not-used"];

function coverageFate(issue, random) {
  const entry = pick(issue.coverage, random);
  const fate = pick(
    FATES.filter((one) => one !== entry.fate),
    random,
  );
  const how = `${entry.file}: ${entry.fate} → ${fate}`;
  entry.fate = fate;
  return { how, touched: [entry.article, entry.file] };
}

function dropCoverage(issue, random) {
  const at = Math.floor(random() * issue.coverage.length);
  const [{ article, file }] = issue.coverage.splice(at, 1);
  return { how: file, touched: [article, file] };
}

function dropGap(issue, random) {
  const at = Math.floor(random() * issue.gaps.length);
  const [gap] = issue.gaps.splice(at, 1);
  if (gap === undefined) return null;
  return { how: gap.kind, touched: [gap.id, gap.kind, "gaps", ...gap.articles] };
}

function dropFlag(issue, random) {
  const lists = [issue.glance.flags, ...issue.themes.map(({ differ }) => differ)];
  const list = pick(
    lists.filter(({ length }) => length > 0),
    random,
  );
  if (list === undefined) return null;
  const [finding] = list.splice(Math.floor(random() * list.length), 1);
  return { how: finding.kind, touched: [finding.id, finding.kind] };
}

function coverageTheme(issue, random) {
  const entry = pick(
    issue.coverage.filter(({ themes }) => themes.length > 0),
    random,
  );
  if (entry === undefined) return null;
  const theme = pick(entry.themes, random);
  theme.assigned = !theme.assigned;
  return { how: `${entry.file}: ${theme.id}`, touched: [entry.article, entry.file, theme.id] };
}
