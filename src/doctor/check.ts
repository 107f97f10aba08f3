/** What every check of `brief doctor` is: a name, and a look that changes nothing. */
import type { Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Machine } from "../host/machine.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { CheckFinding, CheckState } from "../model/doctor.js";

export interface Examined {
  readonly host: Host;
  /** The files of this machine alone, whatever is shared. */
  readonly own: Host;
  readonly machine: Machine;
  /** Folder that the command looks in. */
  readonly folder: string;
  readonly workspace: Workspace | null;
  /** What is wrong with the settings, and with the file that names engines. */
  readonly faults: readonly Diagnostic[];
  readonly program: ProgramFacts;
  /** The value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
  /** Whether others than the engines may be asked: the relay of mail. */
  readonly asksNetwork: boolean;
}

/** What the program says of itself. */
export interface ProgramFacts {
  readonly version: string;
  /** The oldest Node that it runs on: `>=24.15`. */
  readonly node: string;
  /** Packages by name: the version that it was made with. */
  readonly packages: Readonly<Record<string, string>>;
  /** Those that only engines need. */
  readonly optional: Readonly<Record<string, string>>;
}

export interface Check {
  readonly name: string;
  look(examined: Examined): Promise<readonly Found[]>;
}

export type Found = Omit<CheckFinding, "check">;

export type OfWorkspace = Examined & { readonly workspace: Workspace };

/** A check of a workspace is skipped where there is none. */
export function ofWorkspace(
  name: string,
  look: (examined: OfWorkspace) => Promise<readonly Found[]>,
): Check {
  return {
    name,
    look: async (examined) => {
      const { workspace } = examined;
      if (workspace === null) return [found("skipped", "there is no workspace to look at")];
      return look({ ...examined, workspace });
    },
  };
}

export function found(state: CheckState, what: string, hint?: string, place?: Place): Found {
  return { state, found: what, ...(place && { place }), ...(hint === undefined ? {} : { hint }) };
}

/** Of one code so many are told one by one. */
const MOST = 3;

/** What was told while something was read; what is only said by the way is left out. */
export function foundIn(diagnostics: readonly Diagnostic[]): Found[] {
  const told = diagnostics.filter(({ severity }) => severity !== "info");
  const codes = Map.groupBy(told, ({ code, severity }) => `${severity} ${code}`);
  return [...codes.values()].flatMap((alike) => {
    const [first] = alike;
    const more = alike.length - MOST;
    const left =
      first === undefined || more <= 0
        ? []
        : [found(stateOf(first), `the same of ${more} more (${first.code})`)];
    return [...alike.slice(0, MOST).map(foundOf), ...left];
  });
}

function foundOf(diagnostic: Diagnostic): Found {
  return found(stateOf(diagnostic), diagnostic.message, diagnostic.hint, diagnostic.place);
}

function stateOf({ severity }: Diagnostic): CheckState {
  return severity === "info" ? "ok" : severity;
}
