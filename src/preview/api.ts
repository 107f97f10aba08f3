/** A request that was admitted in, its answer out: every address of the preview, in one table. */
import type { Host } from "../host/host.js";
import { BodyTooLarge, type WebAnswer, type WebRequest } from "../host/web.js";
import { PAGE, PDF } from "../render-issue.js";
import { bytes, fault, json, MADE_POLICY, notFound, stream } from "./answers.js";
import { streamNews } from "./events.js";
import type { Look } from "./protocol.js";
import { readShownFile } from "./shown-file.js";
import { PAGE_FOLDER, serveFile } from "./static-files.js";
import type { Studio } from "./studio.js";

/** Bytes that a browser may send at once. */
const MAX_BODY = 1024 * 1024;

export async function answerRequest(
  host: Host,
  studio: Studio,
  request: WebRequest,
  parts: readonly string[],
): Promise<WebAnswer> {
  try {
    if (request.method === "POST") return await answerPost(studio, request, parts);
    return await answerGet(host, studio, request, parts);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    const message = `the request has more than ${error.maxBytes} bytes`;
    return fault(413, { code: "too-large", message, hint: "send less at once" });
  }
}

async function answerGet(
  host: Host,
  studio: Studio,
  request: WebRequest,
  parts: readonly string[],
): Promise<WebAnswer> {
  const { query } = request;
  const [room = "", ...below] = parts;
  switch (room) {
    case "":
      return parts.length > 1
        ? notFound("no such address")
        : serveFile(host, PAGE_FOLDER, ["index.html"]);
    case "page":
      return serveFile(host, PAGE_FOLDER, below);
    case "made":
      return serveMade(studio, query, below);
    case "events": {
      const look = lookOf([query.get("brief") ?? "", query.get("issue") ?? ""], query);
      const session = await studio.sessionOf(look);
      if (session === null) return notFound("no such issue");
      return stream((reader) => streamNews(session, reader));
    }
    case "api":
      return answerApi(host, studio, query, below);
    default:
      return notFound("no such address");
  }
}

async function answerApi(
  host: Host,
  studio: Studio,
  query: URLSearchParams,
  [what, brief = "", issue = "", part, name, ...more]: readonly string[],
): Promise<WebAnswer> {
  if (what === "file" && brief === "") return readShownFile(host, studio, query.get("path") ?? "");
  if (what !== "issues" || more.length > 0) return notFound("no such address");
  if (brief === "") return json(await studio.list());
  const look = lookOf([brief, issue], query);
  const session = await studio.sessionOf(look);
  if (session === null) return notFound("no such issue", "api/issues lists them");
  switch (part) {
    case undefined:
      return json(await studio.describe(session));
    case "explain":
      return found(await studio.explain(look, query.get("name") ?? ""), "nothing has this name");
    case "articles":
      return found(await studio.article(look, name ?? ""), "the issue has no such article");
    case "notes":
      return json(await studio.notes(look));
    default:
      return notFound("no such address");
  }
}

function found(value: unknown, otherwise: string): WebAnswer {
  return value === null ? notFound(otherwise) : json(value);
}

async function answerPost(
  studio: Studio,
  request: WebRequest,
  parts: readonly string[],
): Promise<WebAnswer> {
  const [room, what, brief = "", issue = "", part, deed = "", ...more] = parts;
  if (room !== "api" || what !== "issues" || part !== "notes" || more.length > 0) {
    return notFound("no such address");
  }
  const text = new TextDecoder().decode(await request.body(MAX_BODY));
  const look = lookOf([brief, issue], request.query);
  if ((await studio.sessionOf(look)) === null) return notFound("no such issue");
  return studio.edit(look, deed, text);
}

function lookOf([brief, issue]: readonly [string, string], query: URLSearchParams): Look {
  return {
    brief,
    issue,
    template: query.get("template") || null,
    language: query.get("language") || null,
  };
}

const MADE_TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
  woff2: "font/woff2",
};

async function serveMade(
  studio: Studio,
  query: URLSearchParams,
  [brief = "", issue = "", ...path]: readonly string[],
): Promise<WebAnswer> {
  const session = await studio.sessionOf(lookOf([brief, issue], query));
  if (session === null) return notFound("no such issue");
  const file = path.join("/");
  if (file === PAGE && session.known.good === null) await session.state();
  const made = session.fileOf(file);
  const type = MADE_TYPES[/\.(\w+)$/.exec(file)?.[1] ?? ""];
  if (made === null || type === undefined) {
    return notFound(file === PDF ? "the print is not made yet" : "no such file was made");
  }
  return bytes(made, type, MADE_POLICY);
}
