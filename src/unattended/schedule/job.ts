/** What a scheduler is told: the command that makes the briefs that are due, and when they are. */
import type { BriefSettings } from "../../model/settings.js";

export interface Job {
  /** Of the command: the program, then its arguments. */
  readonly command: readonly string[];
  /** Absolute path of the workspace. */
  readonly folder: string;
  /** What `brief run` is asked for. */
  readonly what: string;
  /** Cut-offs of its briefs. */
  readonly cutOffs: readonly (BriefSettings["cutOff"] & { readonly timeZone: string })[];
}

/** A file for a scheduler. */
export interface ScheduleFile {
  readonly name: string;
  readonly text: string;
}

/** The whole command, in one piece each. */
export function commandOf({ command, folder, what }: Job): readonly string[] {
  return [...command, "run", what, "--workspace", folder];
}
