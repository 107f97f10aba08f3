/** Changes of files outside the program, behind one interface. */

export interface Watching {
  readonly close: () => void;
}

/**
 * Watches a folder and all below it, folders that come later included. A folder that is not there is
 * watched from when it comes, where the folder above it is there.
 * @param isSkipped folders, by absolute path, that are not looked into
 * @param onChange called with the absolute path of each file that was written, came or went; with that
 *   of a folder where what changed in it is not known
 * @param onFault called where a folder cannot be watched: changes in it are not told
 */
export type Watch = (request: {
  readonly folder: string;
  readonly isSkipped: (path: string) => boolean;
  readonly onChange: (path: string) => void;
  readonly onFault: (path: string, reason: string) => void;
}) => Watching;
