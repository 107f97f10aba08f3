/** The files of an issue in, one archive out: the same bytes for the same files, on every machine. */
import { type Zippable, zipSync } from "fflate";

/** What is packed already. */
const PACKED = /\.(?:pdf|docx|zip|gz|png|jpe?g|woff2?)$/i;

/**
 * Packed by a library of our own: what the system's does differs between its versions.
 * @param files bytes by path, with forward slashes
 * @param top folder that all of them stand in
 * @param day `2021-05-09`, which every entry bears
 */
export function zipBundle(
  files: ReadonlyMap<string, Uint8Array>,
  top: string,
  day: string,
): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  // Archives give wall-clock time: noon is noon in every zone.
  const mtime = new Date(Math.max(1980, year), month - 1, date, 12);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([path, bytes]) => {
    const level = PACKED.test(path) ? (0 as const) : (6 as const);
    return [`${top}/${path}`, [bytes, { level, mtime, os: 3, attrs: FILE_MODE }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Zippable);
}

/** `-rw-r--r--`, in the upper half of the external attributes. */
const FILE_MODE = 0o100644 << 16;
