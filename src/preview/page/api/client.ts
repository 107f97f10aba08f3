/** Questions to the server in, its answers or an `ApiError` out; addresses are relative to the page's own. */
import type { Explanation } from "../../../model/explanation.js";
import type {
  ArticleText,
  Catalogue,
  IssueState,
  Notes,
  Proposal,
  SourceFile,
} from "../../shapes.js";
import type { NoteEdit } from "./note-edit.js";

/** What is looked at: an issue in a form. */
export interface Subject {
  readonly brief: string;
  readonly issue: string;
  readonly template: string | null;
  readonly language: string | null;
}

export class ApiError extends Error {
  /** @param status of HTTP; 0 where the server was not reached */
  constructor(
    readonly status: number,
    message: string,
    readonly body: unknown,
  ) {
    super(message);
  }
}

export const readCatalogue = () => ask<Catalogue>("api/issues");
export const readIssue = (of: Subject) => ask<IssueState>(`${issuePath(of)}${formQuery(of)}`);
export const readNotes = (of: Subject) => ask<Notes>(`${issuePath(of)}/notes`);
export const readFile = (path: string) =>
  ask<SourceFile>(`api/file?path=${encodeURIComponent(path)}`);

export function readArticle(of: Subject, article: string): Promise<ArticleText> {
  return ask(`${issuePath(of)}/articles/${encodeURIComponent(article)}${formQuery(of)}`);
}

export function readExplanation(of: Subject, name: string): Promise<Explanation> {
  return ask(`${issuePath(of)}/explain${formQuery(of, { name })}`);
}

export function proposeEdits(of: Subject, base: string, edits: readonly NoteEdit[]) {
  return ask<Proposal>(`${issuePath(of)}/notes/propose`, { base, edits });
}

export function applyEdits(of: Subject, base: string, edits: readonly NoteEdit[]) {
  return ask<{ readonly sha256: string }>(`${issuePath(of)}/notes/apply`, { base, edits });
}

/** @param step back or forth in what was applied on the page */
export function stepNotes(of: Subject, step: "undo" | "redo") {
  return ask<{ readonly sha256: string }>(`${issuePath(of)}/notes/${step}`, {});
}

/** Address of the last good page of a revision. */
export function madeAddress(of: Subject, file: string, revision: number): string {
  const path = `made/${encodeURIComponent(of.brief)}/${encodeURIComponent(of.issue)}/${file}`;
  return `${path}${formQuery(of, { r: String(revision) })}`;
}

export function eventsAddress(of: Subject): string {
  return `events${formQuery(of, { brief: of.brief, issue: of.issue })}`;
}

function issuePath({ brief, issue }: Subject): string {
  return `api/issues/${encodeURIComponent(brief)}/${encodeURIComponent(issue)}`;
}

function formQuery(of: Subject, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more);
  if (of.template !== null) query.set("template", of.template);
  if (of.language !== null) query.set("language", of.language);
  return query.size === 0 ? "" : `?${query}`;
}

/** @throws {ApiError} */
async function ask<T>(address: string, body?: unknown): Promise<T> {
  const answer = await fetch(address, body === undefined ? undefined : posted(body)).catch(
    (error: unknown) => {
      throw new ApiError(0, error instanceof Error ? error.message : "not reached", null);
    },
  );
  const value: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new ApiError(answer.status, messageIn(value, answer), value);
  return value as T;
}

function posted(body: unknown): RequestInit {
  const headers = { "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

function messageIn(value: unknown, answer: Response): string {
  const error: unknown = memberOf(value, "error");
  const [message, hint] = [memberOf(error, "message"), memberOf(error, "hint")];
  if (typeof message === "string")
    return typeof hint === "string" ? `${message}; ${hint}` : message;
  return `the server answered ${answer.status} ${answer.statusText}`.trim();
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
