/** Where an issue can be read, for as long as the archive stands: addresses by id and version. */

/** Ids as the record writes them: each is the name of a folder. */
export interface EditionName {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
}

/** Below the archive, with a slash at its end; what it holds never changes. */
export function permalinkPath({ brief, issue, version }: EditionName): string {
  return `${[brief, issue, `v${version}`].map(encodeURIComponent).join("/")}/`;
}

/** The same without the version: whichever is the latest. */
export function latestPath({ brief, issue }: Omit<EditionName, "version">): string {
  return `${[brief, issue].map(encodeURIComponent).join("/")}/`;
}

/** @param baseUrl of the archive, with or without a slash at its end */
export function permalinkOf(baseUrl: string | undefined, edition: EditionName): string | null {
  return baseUrl === undefined ? null : `${baseUrl.replace(/\/+$/, "")}/${permalinkPath(edition)}`;
}
