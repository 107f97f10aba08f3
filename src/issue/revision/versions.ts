/** Versions of one issue: `1.0` is the first, each reissue counts the second number up. */

export const FIRST_VERSION = "1.0";

export function isFirstVersion(version: string): boolean {
  return version === FIRST_VERSION;
}

/** @returns `1.1` for `1.0` */
export function nextVersion(version: string): string {
  const [major = "1", minor = "0"] = version.split(".");
  return `${major}.${Number(minor) + 1}`;
}
