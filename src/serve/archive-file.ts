/** A request below an archive in, the file that it asks for out, as far as it is one of the archive's. */
import { join, sep } from "node:path";
import type { Host } from "../host/host.js";
import type { WebAnswer, WebRequest } from "../host/web.js";
import { sha256 } from "../text/sha256.js";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  png: "image/png",
  svg: "image/svg+xml",
  woff2: "font/woff2",
  zip: "application/zip",
};

/** Feeds have types of their own (RFC 4287; JSON Feed 1.1). */
const FEEDS: Readonly<Record<string, string>> = {
  "feed.xml": "application/atom+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
};

/** Bytes; an archive has no larger file. */
const MAX_FILE = 256 * 1024 * 1024;

/** @param root of the archive, absolute */
export async function answerFile(
  host: Host,
  root: string,
  request: WebRequest,
): Promise<WebAnswer> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, headers: { allow: "GET, HEAD" }, body: "" };
  }
  const parts = partsOf(request.path);
  if (parts === null) return notFound();
  const path = join(root, ...parts, ...(request.path.endsWith("/") ? ["index.html"] : []));
  const size = await host.sizeOf(path);
  if (size === null) return isFolder(host, path, request);
  if (size > MAX_FILE || !(await isInside(host, root, path))) return notFound();
  return fileAnswer(await host.readFile(path), path, request);
}

/** A folder without the slash at its end is a folder all the same. */
async function isFolder(host: Host, path: string, { path: asked }: WebRequest): Promise<WebAnswer> {
  const isThere = !asked.endsWith("/") && (await host.sizeOf(join(path, "index.html"))) !== null;
  if (!isThere) return notFound();
  const [last = ""] = asked.split("/").slice(-1);
  return { status: 308, headers: { ...HEADERS, location: `${last}/` }, body: "" };
}

function fileAnswer(bytes: Uint8Array, path: string, request: WebRequest): WebAnswer {
  const name = path.split(sep).at(-1) ?? "";
  const type = FEEDS[name] ?? TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ""];
  const etag = `"${sha256(bytes).slice(0, ETAG_LETTERS)}"`;
  const headers = { ...HEADERS, etag, "content-type": type ?? "application/octet-stream" };
  const known = (request.headers["if-none-match"] ?? "").split(",").map((one) => one.trim());
  if (known.includes(etag) || known.includes(`W/${etag}`))
    return { status: 304, headers, body: "" };
  const whole = { ...headers, "content-length": String(bytes.length) };
  return { status: 200, headers: whole, body: request.method === "HEAD" ? "" : bytes };
}

const ETAG_LETTERS = 32;

/** What is served is asked about anew each time; nobody else frames it, and it loads nothing from elsewhere. */
const HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy":
    "default-src 'self' data:; style-src 'self' 'unsafe-inline' data:; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  "cross-origin-opener-policy": "same-origin",
  // The index of the search is a script: no other site may run it.
  "cross-origin-resource-policy": "same-origin",
};

const MAX_PATH = 2048;

/** Null for a path that could lead anywhere else. */
function partsOf(path: string): readonly string[] | null {
  if (path.length > MAX_PATH || !path.startsWith("/")) return null;
  const parts: string[] = [];
  for (const part of path.split("/").filter((one) => one !== "")) {
    const name = decoded(part);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    if (name === null || name.startsWith(".") || /[/\\\u0000-\u001f]/.test(name)) return null;
    parts.push(name);
  }
  return parts;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** A link in the archive could lead out of it. */
async function isInside(host: Host, root: string, path: string): Promise<boolean> {
  const [home, real] = await Promise.all([host.realPath(root), host.realPath(path)]);
  return home !== null && real?.startsWith(`${home}${sep}`) === true;
}

function notFound(): WebAnswer {
  const headers = { ...HEADERS, "content-type": "text/plain; charset=utf-8" };
  return { status: 404, headers, body: "404\n" };
}
