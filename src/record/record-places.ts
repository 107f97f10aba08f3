/** A brief, an issue and a version in, the folder of the record that holds it out: `corpus/record/<brief>/<issue>/v<version>/`. */
import { join } from "node:path";

/** The workspace whose record it is. */
export interface RecordHome {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly settings: { readonly corpus: string };
}

/** Folders of the record by what they hold; each a path below the workspace, as a person would type it. */
export function recordFolder({ settings }: RecordHome, ...names: readonly string[]): string {
  return [settings.corpus, "record", ...names].join("/");
}

/** @param shown a folder that `recordFolder` gave @returns its path for the host */
export function pathOf({ root }: RecordHome, shown: string): string {
  return join(root, shown);
}

/** Whether a name may be that of a folder: it must lead nowhere else on any disk. */
export function isFolderName(name: string): boolean {
  return FOLDER_NAME.test(name) && name.length <= MAX_NAME;
}

const FOLDER_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*(?<!\.)$/u;

/** Letters; disks take 255 bytes. */
const MAX_NAME = 60;

/** `1.10` as its two numbers; null where it is no version as this program writes them. */
export function parseVersion(version: string): readonly [number, number] | null {
  const match = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/.exec(version);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

/** Negative where the first is the earlier; what is no version comes first of all. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [parseVersion(a) ?? NONE, parseVersion(b) ?? NONE];
  return one[0] - other[0] || one[1] - other[1];
}

const NONE = [-1, -1] as const;
