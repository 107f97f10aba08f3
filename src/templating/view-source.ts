/** A source of the frozen issue in, its row as a template sees it out. */
import type { Source } from "../model/issue.js";
import { directionOf } from "./direction.js";
import type { OutletView, SourceView } from "./view/index.js";

export function viewSource(source: Source): SourceView {
  return {
    number: source.number,
    article: source.article,
    title: source.title,
    titleDerived: source.titleDerived,
    language: source.language,
    direction: directionOf(source.language),
    date: source.published?.date ?? source.inferred?.date ?? null,
    inferred: source.published === null && source.inferred !== null,
    byline: source.byline,
    outlet: source.outlet && viewOutlet(source.outlet),
    agency: source.agency && viewOutlet(source.agency),
    chain: source.chain,
    grade: source.outlet?.known?.grade ?? null,
    url: source.url,
    archived: source.archived,
    accessed: source.accessed,
    inPeriod: source.inPeriod,
  };
}

function viewOutlet({ name, known }: NonNullable<Source["outlet"]>): OutletView {
  return {
    name,
    owner: known?.owner ?? null,
    kind: known?.kind ?? null,
    closed: known?.closed ?? null,
    restricted: known?.restricted.map(({ where }) => where) ?? [],
  };
}
