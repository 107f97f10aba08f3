/** What every archive has in common, as it comes with the program: style, search, fonts, and its words by language. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Host } from "../host/host.js";

export interface SiteAssets {
  /** Bytes by path below the folder of the site's assets. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Labels files by name. */
  readonly labels: ReadonlyMap<string, string>;
}

/** As the build leaves it. */
export const ASSETS_FOLDER = fileURLToPath(new URL("../../dist/site/page/", import.meta.url));

export async function loadSiteAssets(host: Host, folder = ASSETS_FOLDER): Promise<SiteAssets> {
  const files = new Map<string, Uint8Array>();
  const labels = new Map<string, string>();
  for (const { path } of await host.listFiles(folder)) {
    const bytes = await host.readFile(join(folder, path));
    if (path.endsWith(".yaml")) labels.set(path, new TextDecoder().decode(bytes));
    else files.set(path, bytes);
  }
  return { files, labels };
}
