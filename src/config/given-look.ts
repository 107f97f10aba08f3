/** The settings of a brief in, what they give to its template out: values with their lines, pictures. */
import { join, sep } from "node:path";
import { z } from "zod";
import type { Host } from "../host/host.js";
import { type GivenLook, NOTHING_GIVEN } from "../model/template-parameters.js";
import { parseYaml } from "../text/yaml.js";
import { SETTINGS_FILE, type Workspace } from "./workspace.js";

/** @param brief its id; nothing is given where the settings have no such brief */
export async function readGivenLook(
  host: Host,
  workspace: Workspace | null,
  brief: string | undefined,
): Promise<GivenLook> {
  if (workspace === null || brief === undefined) return NOTHING_GIVEN;
  const { briefs } = workspace.settings;
  const settings = Object.hasOwn(briefs, brief) ? briefs[brief] : undefined;
  if (settings === undefined) return NOTHING_GIVEN;
  const { parameters = {}, page, limits } = settings;
  const seconds = limits.fillSeconds;
  if (page === undefined && Object.keys(parameters).length === 0) {
    return { ...NOTHING_GIVEN, seconds };
  }
  const { placeOf } = parseYaml(z.unknown(), SETTINGS_FILE, workspace.settingsText);
  const placed = Object.entries(parameters).map(([name, value]) => {
    const place = placeOf(["briefs", brief, "parameters", name]);
    return [name, { value, place }] as const;
  });
  return {
    parameters: Object.fromEntries(placed),
    page: page === undefined ? null : { paper: page, place: placeOf(["briefs", brief, "page"]) },
    seconds,
    pictures: await readPictures(host, workspace.root, Object.values(parameters)),
  };
}

const PICTURE = /\.(?:png|jpe?g|svg)$/i;

/** Bytes of one. */
const MAX_PICTURE = 32 * 1024 * 1024;

/** Which parameters are pictures only the template knows: whatever could be one and is there. */
async function readPictures(
  host: Host,
  root: string,
  values: readonly unknown[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const home = await host.realPath(root);
  const pictures = new Map<string, Uint8Array>();
  for (const value of values) {
    if (typeof value !== "string" || !PICTURE.test(value) || value.includes("\0")) continue;
    const path = await host.realPath(join(root, value));
    if (home === null || path === null || !path.startsWith(join(home, sep))) continue;
    const size = await host.sizeOf(path);
    if (size !== null && size <= MAX_PICTURE) pictures.set(value, await host.readFile(path));
  }
  return pictures;
}
