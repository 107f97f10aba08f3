/** A path of the client in, its bytes and media type out: files that come with the program. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Host } from "../host/host.js";
import type { WebAnswer } from "../host/web.js";
import { bytes, notFound, PREVIEW_POLICY } from "./answers.js";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  map: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  gif: "image/gif",
  woff2: "font/woff2",
  ttf: "font/ttf",
  pfb: "application/octet-stream",
  bcmap: "application/octet-stream",
  icc: "application/octet-stream",
  wasm: "application/wasm",
};

/** The client as the build leaves it. */
export const PAGE_FOLDER = fileURLToPath(new URL("../preview/page/", import.meta.url));

/** @param parts of the path below the folder, none of which leads out of it */
export async function serveFile(
  host: Host,
  folder: string,
  parts: readonly string[],
): Promise<WebAnswer> {
  const name = parts.at(-1) ?? "";
  const type = MEDIA_TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ""];
  const path = join(folder, ...parts);
  if (type === undefined || parts.some((part) => part.startsWith(".")))
    return notFound("no such file");
  if ((await host.sizeOf(path)) === null) return notFound("no such file");
  return bytes(await host.readFile(path), type, PREVIEW_POLICY);
}
