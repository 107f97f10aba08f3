/** The pattern of the settings and an edition in, what its PDF is called out, without its ending. */

export interface NamedEdition {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
  readonly marking: string;
  readonly language: string;
}

/** Letters, digits and a few signs that every disk, header and address takes; what else stands there is a hyphen. */
export function fileNameOf(pattern: string, edition: NamedEdition): string {
  const filled = pattern.replaceAll(/\{(brief|issue|version|marking|language)\}/g, (_, part) =>
    partOf(edition, part),
  );
  const plain = filled
    .replaceAll(/[^\p{L}\p{M}\p{N}._+-]+/gu, "-")
    .replaceAll(/^[.-]+|[.-]+$/g, "");
  return plain === "" ? "brief" : plain.slice(0, LONGEST).toWellFormed();
}

/** Disks take 255 bytes. */
const LONGEST = 60;

function partOf(edition: NamedEdition, part: string): string {
  const known: Readonly<Record<string, string>> = { ...edition };
  return known[part] ?? "";
}
