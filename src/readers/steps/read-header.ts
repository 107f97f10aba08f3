/** What stands above an article as data: an exporter's date prefix, labelled header fields. */
import { parseDay } from "../../text/dates-calendar.js";
import { AGENCY_NAMES } from "../agencies.js";
import { type Cut, cutFront, cutLine, type Draft, type Line, type StatedDate } from "../draft.js";
import { EXPORT_DATE_LABELS, HEADER_FIELDS } from "../line-words.js";
import { readStamp } from "../stamp.js";

export function readHeader(draft: Draft): Draft {
  return readFields(readPrefix(draft));
}

const PREFIX = new RegExp(
  `^(?:${EXPORT_DATE_LABELS})\\s{0,3}:?\\s{1,3}(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(?::[\\d.]{2,12})?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?=\\s|$)`,
  "iu",
);

/** `date 2021-05-06 Words of the article`: the words stay as a line that is marked as glued. */
function readPrefix(draft: Draft): Draft {
  const [line, ...others] = draft.lines;
  const match = line && PREFIX.exec(line.text.slice(0, 100));
  if (!line || !match?.[1] || parseDay(match[1]) === null) return draft;
  const { cut, rest } = cutFront(draft.raw, line, match[0].length, "metadata-prefix");
  const stated: StatedDate = {
    date: match[1],
    time: match[2] ?? null,
    quote: draft.raw.slice(cut.start, cut.end),
    from: "prefix",
  };
  const lines = rest.text === "" ? others : [{ ...rest, glued: true }, ...others];
  return { ...draft, lines, dates: [...draft.dates, stated], cuts: [...draft.cuts, cut] };
}

/** Length of the longest label with its colon. */
const MAX_LABEL = 30;

type FieldName = keyof typeof HEADER_FIELDS;

const FIELD = Object.entries(HEADER_FIELDS).map(([name, labels]) => ({
  name: name as FieldName,
  regex: new RegExp(`^(?:${labels})\\s{0,2}:\\s{1,3}(?=\\S)`, "iu"),
}));

/** Two labelled lines or more in the first block are a header; one alone may be prose. */
function readFields(draft: Draft): Draft {
  const block = firstBlock(draft.lines);
  const fields = block.flatMap((line) => fieldOf(line) ?? []);
  if (fields.length < 2 || fields.length < block.length) return draft;
  return fields.reduce(takeField, { ...draft, lines: draft.lines.slice(block.length) });
}

function firstBlock(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line, index) => index > 0 && line.gap);
  return end === -1 ? lines : lines.slice(0, end);
}

interface Field {
  readonly name: FieldName;
  readonly line: Line;
  readonly label: string;
  readonly value: string;
}

function fieldOf(line: Line): Field | null {
  if (line.text.length > 400 || !line.text.slice(0, MAX_LABEL).includes(":")) return null;
  for (const { name, regex } of FIELD) {
    const label = regex.exec(line.text)?.[0];
    if (label !== undefined) return { name, line, label, value: line.text.slice(label.length) };
  }
  return null;
}

function takeField(draft: Draft, field: Field): Draft {
  const { name, line, label, value } = field;
  if (name === "title" && draft.title === null) {
    const { cut } = cutFront(draft.raw, line, label.length, "header-field");
    return { ...draft, title: value, cuts: [...draft.cuts, cut] };
  }
  const cut: Cut = cutLine(line, "header-field");
  const taken = { ...draft, cuts: [...draft.cuts, cut] };
  switch (name) {
    case "byline":
      return { ...taken, byline: draft.byline ?? value };
    case "outlet":
      return { ...taken, outlet: draft.outlet ?? value };
    case "source":
      return AGENCY_NAMES.has(value)
        ? { ...taken, agency: draft.agency ?? value }
        : { ...taken, outlet: draft.outlet ?? value };
    case "date":
      return { ...taken, dates: [...draft.dates, ...fieldDate(value, draft.language)] };
    case "title":
    case "link":
      return taken;
  }
}

function fieldDate(value: string, language: string): StatedDate[] {
  const stamp = readStamp(value, language);
  if (stamp === null || stamp.date === null) return [];
  return [{ date: stamp.date, time: stamp.time, quote: value, from: "prefix" }];
}
