/** What every command shares. */

/** What a command leaves behind for the process. */
export interface CommandState {
  /** 0 done, 1 the work failed or a check did not hold. */
  exitCode: number;
}

/** Options that stand before or after any command. */
export interface GlobalOptions {
  readonly workspace: string | undefined;
}
