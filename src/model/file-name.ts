/** The pattern of the settings and an edition in, what its PDF is called out, by mail and in the archive, without its ending. */

export interface NamedEdition {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
  readonly marking: string;
  readonly language: string;
}

/** What the pattern names that there is not stays as it is. */
export function fileNameOf(pattern: string, edition: NamedEdition): string {
  const values: Readonly<Record<string, string>> = { ...edition };
  const filled = pattern.replaceAll(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? all) : all,
  );
  const plain = filled
    .replaceAll(REFUSED, "-")
    .replace(/^[.\s]+/u, "")
    .slice(0, LONGEST);
  const name = plain.toWellFormed().replace(/[.\s]+$/u, "");
  return name === "" ? "brief" : name;
}

/** What no disk takes in a name, and what would make a folder of it. */
const REFUSED = /[\p{Cc}\p{Cf}<>:"/\\|?*\ufffd]+/gu;

/** Letters; disks take 255 bytes. */
const LONGEST = 60;
