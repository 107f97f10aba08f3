/** An issue in all its languages with its templates and recipients in, the frozen folder of its version out. */
import { join } from "node:path";
import { z } from "zod";
import type { Workspace } from "../config/workspace.js";
import { settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { toJson } from "../json.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Recipient, RecipientSchema } from "../model/recipient.js";
import type { KeptFile } from "../model/release-log.js";
import { keepRelease, recordFolder, releasedVersions } from "../record/index.js";
import { ISSUE, isForeign } from "../records.js";
import { FROZEN_TEMPLATE, freezeTemplates, type Templates } from "./frozen-template.js";
import type { Edition, Editions } from "./load-editions.js";
import { COPIES, frozenFiles, RECIPIENTS } from "./version-files.js";

export interface FreezeRequest {
  readonly workspace: Workspace;
  readonly editions: Editions;
  readonly templates: Templates;
  readonly recipients: readonly Recipient[];
}

export const FrozenRecipientsSchema = z.array(RecipientSchema);

export interface Frozen {
  readonly files: readonly KeptFile[];
  readonly leftOut: readonly string[];
}

/** What stands there from an approval that stopped, or from `brief release`, is taken up. */
export async function freezeVersion(
  host: Host,
  request: FreezeRequest,
  diagnostics: Diagnostic[],
): Promise<Frozen> {
  const { workspace: home, editions, templates, recipients } = request;
  const { brief, id, version } = editions.first;
  const folder = join(home.root, recordFolder(home, brief.id, id, `v${version}`));
  const own = new Map(freezeTemplates(templates));
  own.set(RECIPIENTS, toJson(recipients, FrozenRecipientsSchema));
  for (const edition of editions.all) {
    for (const [path, bytes] of await filesOf(host, editions.folder, edition)) own.set(path, bytes);
  }
  const leftOut = (await isReleased(host, request))
    ? await addTo(host, folder, own)
    : await keep(host, request, own, diagnostics);
  return { files: await frozenFiles(host, folder), leftOut };
}

/** Those of the first language are kept as a release keeps them. */
async function filesOf(
  host: Host,
  folder: string,
  { below }: Edition,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  if (below === "") return files;
  for (const { path, kind } of await host.listFiles(join(folder, below))) {
    if (kind !== "file" || isForeign(path.split("/", 1).join(""))) continue;
    files.set(`${below}/${path}`, await host.readFile(join(folder, below, path)));
  }
  return files;
}

async function isReleased(host: Host, { workspace, editions }: FreezeRequest): Promise<boolean> {
  const { brief, id, version, seal } = editions.first;
  const { issues } = await releasedVersions(host, workspace, brief.id);
  return issues.some((one) => one.id === id && one.version === version && one.seal === seal);
}

/** What was released stays as it was. */
async function addTo(
  host: Host,
  folder: string,
  own: ReadonlyMap<string, Uint8Array>,
): Promise<readonly string[]> {
  const added = new Set([...own.keys()].map((path) => path.split("/", 1).join("")));
  await host.writeFiles(folder, own, (name) => !added.has(name) && name !== COPIES);
  return [];
}

async function keep(
  host: Host,
  { workspace: home, editions }: FreezeRequest,
  extra: ReadonlyMap<string, Uint8Array>,
  diagnostics: Diagnostic[],
): Promise<readonly string[]> {
  const { first, folder, all } = editions;
  const isOwn = (name: string) => !isForeign(name);
  const file = join(folder, ISSUE);
  const request = { home, issue: first, file, folder, isOwn, extra };
  const { leftOut } = settle(await keepRelease(host, request), diagnostics);
  const known = new Set([...all.map(({ below }) => below), FROZEN_TEMPLATE, RECIPIENTS, COPIES]);
  return leftOut.filter((path) => !known.has(path.split("/", 1).join("")));
}
