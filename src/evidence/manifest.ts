/** A run and the files that it made in, their manifest out: every input and output by its hash. */
import type { Issue } from "../model/issue.js";
import type { Manifest } from "../model/manifest.js";
import type { BriefSettings } from "../model/settings.js";
import { sha256 } from "../text/sha256.js";

export const MANIFEST = "manifest.json";

export interface ManifestRequest {
  readonly issue: Issue;
  readonly options: Manifest["options"];
  readonly settings: BriefSettings;
  readonly inputs: Manifest["inputs"];
  /** Bytes by path below the issue's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function manifestOf({ issue, options, settings, inputs, files }: ManifestRequest): Manifest {
  const { program, brief, id, version, seal, method } = issue;
  return {
    schema: "briefwright/manifest/1",
    program,
    issue: { brief: brief.id, id, version, seal },
    options,
    evidence: settings.evidence,
    settings: plain(settings),
    lexicon: method.lexicon,
    inputs: [...inputs].sort((a, b) => (a.name < b.name ? -1 : 1)),
    outputs: [...files]
      .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** What JSON keeps of a value. */
function plain(settings: BriefSettings): Manifest["settings"] {
  return JSON.parse(JSON.stringify(settings)) as Manifest["settings"];
}
