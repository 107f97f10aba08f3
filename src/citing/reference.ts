/** A source of an issue in, its bibliographic record out: what is known of it and nothing guessed. */
import type { Source } from "../model/issue.js";
import { snapshotOf } from "../model/web-snapshot.js";
import { type Author, authorsOf } from "./authors.js";

/** What a source stands in: a newspaper or magazine, a website, or what a news agency sends out. */
export type ContainerKind = "periodical" | "website" | "agency";

export interface Reference {
  readonly id: string;
  /** Citation number. */
  readonly number: number;
  readonly authors: readonly Author[];
  readonly title: string;
  /** Whether the title is the source's own; first words of its text stand for one otherwise. */
  readonly titled: boolean;
  /** BCP 47 tag of the title's words. */
  readonly language: string;
  readonly container: Container | null;
  /** Whose copy it carries. */
  readonly agency: Party | null;
  /** `2021-05-03`, `2021-05` or `2021`; null for the undated. */
  readonly date: { readonly value: string; readonly inferred: boolean } | null;
  readonly url: string | null;
  /** Address of a copy in a web archive. */
  readonly archived: string | null;
  /** Day on which it was fetched. */
  readonly accessed: string | null;
  /** Whether its addresses may be led to: links to some outlets are restricted. */
  readonly linked: boolean;
}

interface Party {
  readonly name: string;
  /** Ownership in a few words. */
  readonly owner: string | null;
}

export interface Container extends Party {
  readonly kind: ContainerKind;
}

export function referenceOf(source: Source): Reference {
  const { outlet, agency, published, inferred } = source;
  const container = outlet ?? agency;
  const isCarried = outlet !== null && agency !== null && agency.name !== outlet.name;
  const named = authorsOf(source.byline);
  const snapshot = snapshotOf(source.url);
  const parties = [outlet, agency].flatMap((party) => party?.known ?? []);
  return {
    id: source.article,
    number: source.number,
    authors: named.length === 0 && isCarried ? [{ kind: "literal", name: agency.name }] : named,
    title: source.title,
    titled: !source.titleDerived,
    language: source.language,
    container: container && { ...partyOf(container), kind: kindOf(container) },
    agency: isCarried ? partyOf(agency) : null,
    date: published
      ? { value: published.date, inferred: false }
      : inferred && { value: inferred.date, inferred: true },
    url: snapshot?.original ?? (snapshot === null ? webAddress(source.url) : null),
    archived: source.archived ?? snapshot?.archived ?? null,
    accessed: source.accessed,
    linked: parties.every(({ restricted }) => restricted.length === 0),
  };
}

type Outlet = NonNullable<Source["outlet"]>;

function partyOf({ name, known }: Outlet): Party {
  return { name, owner: known?.owner ?? null };
}

/** The register tells agencies; whatever else reports news counts as a periodical. */
function kindOf({ known }: Outlet): ContainerKind {
  return known?.kind === "wire" ? "agency" : "periodical";
}

function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
