/** A path as diagnostics give it in, the text of that file out: of the workspace and of templates alone. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SETTINGS_FILE } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { WebAnswer } from "../host/web.js";
import { fault, json, notFound } from "./answers.js";
import type { Studio } from "./studio.js";

/** Bytes of a file that is shown. */
const MAX_SHOWN = 2 * 1024 * 1024;

/** Templates that come with the program. */
const SHIPPED = fileURLToPath(new URL("../../templates/", import.meta.url));

export async function readShownFile(host: Host, studio: Studio, path: string): Promise<WebAnswer> {
  const { workspace } = studio;
  const { root, settings } = workspace;
  const parts = path.split("/");
  const isPlain = parts.every(
    (part) => part !== "" && !part.startsWith(".") && !/[\\\0]/.test(part),
  );
  const folders = [settings.corpus, settings.templates].map((folder) => `${folder}/`);
  const isOwn = path === SETTINGS_FILE || folders.some((folder) => path.startsWith(folder));
  if (!isPlain || !isOwn) return notFound("no such file of the workspace");
  const places = [{ path: join(root, path), within: root }];
  if (path.startsWith(`${settings.templates}/`)) {
    const below = path.slice(settings.templates.length + 1);
    places.push({ path: join(SHIPPED, below), within: SHIPPED });
  }
  for (const place of places) {
    const real = await realPathWithin(host, place);
    const size = real === null ? null : await host.sizeOf(real);
    if (real === null || size === null) continue;
    if (size > MAX_SHOWN) {
      const message = `the file is larger than ${MAX_SHOWN / 1024 / 1024} MB`;
      return fault(413, { code: "too-large", message, hint: "open it in an editor" });
    }
    const text = new TextDecoder().decode(await host.readFile(real));
    return json({ path, text, absolute: real });
  }
  return notFound("no such file of the workspace");
}

/** Null where a link on the way leads out. */
async function realPathWithin(
  host: Host,
  { path, within }: { readonly path: string; readonly within: string },
): Promise<string | null> {
  const [real, root] = [await host.realPath(path), await host.realPath(within)];
  if (real === null || root === null) return null;
  return real.startsWith(root.endsWith("/") ? root : `${root}/`) ? real : null;
}
