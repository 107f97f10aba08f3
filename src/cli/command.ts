/** What every command shares. */

/** What a command leaves behind for the process. */
export interface CommandState {
  /** 0 done, 1 the work failed or a check did not hold. */
  exitCode: number;
  /** Of this program. */
  readonly version: string;
}

/** Options that stand before or after any command. */
export interface GlobalOptions {
  readonly workspace: string | undefined;
  /** What was asked for is in place before a command is called: see `log.ts`. */
  readonly log?: string | undefined;
}

/** The issue that a command works on. */
export const ISSUE_OPERAND = {
  type: "string",
  demandOption: true,
  description: "An issue.json or its folder",
} as const;

/** The same, or what it is called: of what may be in the record alone. */
export const ISSUE_NAME = {
  type: "string",
  array: true,
  demandOption: true,
  description: "An issue.json, its folder, or a name: 2021-W18, or the brief and 2021-W18",
} as const;

/** The options that say which brief and which period, the same for every command that asks. */
export const PERIOD_OPTIONS = {
  brief: { type: "string", description: "Which brief; the first of the settings" },
  week: { type: "string", description: "ISO week, e.g. 2021-W18", conflicts: ["from", "to"] },
  from: {
    type: "string",
    description: "First day of the period, e.g. 2021-05-03",
    implies: "to",
  },
  to: { type: "string", description: "Last day of the period", implies: "from" },
  "as-of": { type: "string", description: "See only what was published by this day" },
} as const;
