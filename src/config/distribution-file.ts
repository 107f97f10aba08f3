/** A workspace in, how its briefs are distributed out: `distribution.yaml` beside the settings, all of it optional. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { type Distribution, DistributionSchema } from "../model/distribution.js";
import { closest } from "../text/suggest.js";
import { parseYaml } from "../text/yaml.js";
import type { Workspace } from "./workspace.js";

export const DISTRIBUTION_FILE = "distribution.yaml";

/** Without the file everything has its default: nothing can be sent, and the archive has no address. */
export async function loadDistribution(
  host: Host,
  { root, settings }: Workspace,
): Promise<Outcome<Distribution>> {
  const path = join(root, DISTRIBUTION_FILE);
  const text = (await host.exists(path)) ? new TextDecoder().decode(await host.readFile(path)) : "";
  if (ASKS_NOTHING.test(text)) return { value: DistributionSchema.parse({}), diagnostics: [] };
  const parsed = parseYaml(DistributionSchema, DISTRIBUTION_FILE, text);
  if (parsed.value === null) return parsed;
  const faults = strangers(parsed.value, Object.keys(settings.briefs));
  return {
    value: faults.length === 0 ? parsed.value : null,
    diagnostics: [...parsed.diagnostics, ...faults],
  };
}

/** Empty lines and comments. */
const ASKS_NOTHING = /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*$/;

/** Names that lead to nothing would be a brief that nobody gets. */
function strangers({ briefs, channels }: Distribution, ids: readonly string[]): Diagnostic[] {
  const unknown = Object.keys(briefs).filter((id) => !ids.includes(id));
  const lost = Object.entries(briefs).flatMap(([id, brief]) =>
    brief.channels.filter((name) => !Object.hasOwn(channels, name)).map((name) => [id, name]),
  );
  return [
    ...unknown.map((id) => stranger(`there is no brief "${id}"`, id, ids)),
    ...lost.map(([id = "", name = ""]) =>
      stranger(`${id}: there is no channel "${name}"`, name, Object.keys(channels)),
    ),
  ];
}

function stranger(message: string, name: string, known: readonly string[]): Diagnostic {
  const near = closest(name, known);
  return {
    code: "unknown-name",
    severity: "error",
    message,
    place: { file: DISTRIBUTION_FILE },
    hint: near === null ? `there are: ${known.join(", ") || "none"}` : `did you mean "${near}"?`,
  };
}
