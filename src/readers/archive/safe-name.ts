/** The name of an entry to one that can be shown: below the archive, of visible characters, never a way out. */

const MAX_LENGTH = 200;

/** @param position shown where nothing of the name is left */
export function safeName(name: string, position: number): string {
  const parts = name
    .split(/[/\\]/)
    .map((part) => part.replace(HIDDEN, "_").trim())
    .filter((part) => part !== "" && part !== "." && part !== ".." && !DRIVE.test(part));
  const shown = parts.join("/");
  if (shown === "") return `entry-${position + 1}`;
  // The extension stays: it tells the format.
  return shown.length <= MAX_LENGTH ? shown : `${shown.slice(0, 150)}…${shown.slice(-40)}`;
}

/** Control characters, marks that turn the direction of text, halves of characters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const DRIVE = /^[A-Za-z]:$/;

/** Folders, and what systems and editors leave beside people's files. */
export function isLitter(name: string): boolean {
  const parts = name.split(/[/\\]/);
  if (parts.at(-1) === "") return true;
  return parts.some((part) => LITTER.has(part.toLowerCase()) || HIDDEN_FILE.test(part));
}

const LITTER = new Set(["__macosx", "thumbs.db", "desktop.ini"]);
const HIDDEN_FILE = /^\.[^./\\]/;
