/**
 * An issue to the same with its sentences in generated words beside the source's, where the settings
 * name an endpoint. An answer counts only where every rule holds; the source's words always stay.
 */
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import type { Poster } from "../host/network.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Issue, Statement } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import type { Rewrite } from "../model/rewrite.js";
import type { RewriteSettings } from "../model/settings.js";
import { verifyStatement } from "../summary/index.js";
import { primaryLanguage } from "../text/primary-language.js";
import { type Kept, RewriteCache } from "./cache.js";
import { Endpoint } from "./endpoint.js";
import { Findings } from "./findings.js";
import { type Names, namesIn, namesOf } from "./names.js";
import { promptFor, type Wanted } from "./prompt.js";
import { replaceStatements, sentencesOf } from "./replace-statements.js";
import { allowedEnd, unsafeEndpoint } from "./safe-endpoint.js";

export interface OpenPoster extends Poster {
  /** Lets go of its connections. */
  close(): Promise<void>;
}

/** The outside; with no poster answers come from the cache alone. */
export interface RewriteMeans {
  readonly clock: Clock;
  /** @param allow `host:port` and ranges that may be asked although they are not public */
  readonly openPoster: ((allow: readonly string[]) => Promise<OpenPoster>) | null;
  /** The value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface RewriteRequest {
  readonly issue: Issue;
  readonly settings: RewriteSettings;
  /** Of the settings of the network. */
  readonly allow: readonly string[];
  readonly lexicon: Lexicon;
  /** Absolute path of the workspace. */
  readonly root: string;
  /** Path of the corpus below it. */
  readonly corpus: string;
  readonly means: RewriteMeans | null;
}

export interface Rewritten {
  readonly issue: Issue;
  readonly diagnostics: readonly Diagnostic[];
}

export async function rewriteIssue(host: Host, request: RewriteRequest): Promise<Rewritten> {
  const findings = new Findings(request.settings);
  const access = accessTo(request, findings);
  const poster = access === null ? null : await access.open();
  try {
    const endpoint = poster && (access?.endpoint(poster) ?? null);
    return await rewriteWith(host, request, findings, endpoint);
  } finally {
    await poster?.close();
  }
}

async function rewriteWith(
  host: Host,
  request: RewriteRequest,
  findings: Findings,
  endpoint: Endpoint | null,
): Promise<Rewritten> {
  const { issue } = request;
  const run: Run = {
    request,
    findings,
    names: namesOf(request.lexicon),
    cache: new RewriteCache(host, request.root, request.corpus),
    endpoint,
  };
  const rewrites = new Map<string, Rewrite | null>();
  const used = new Map<string, Kept>();
  for (const statement of sentencesOf(issue)) {
    if (rewrites.has(keyOf(statement))) continue;
    const { rewrite, kept } = await rewriteOne(statement, run);
    rewrites.set(keyOf(statement), rewrite);
    if (kept !== null) used.set(kept.file, kept);
  }
  const inputs = [...used.values()]
    .map(({ file, sha256 }) => ({ name: file, sha256 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const diagnostics = findings.all();
  if (inputs.length === 0) return { issue, diagnostics };
  const change = (statement: Statement) => {
    const rewrite = rewrites.get(keyOf(statement)) ?? null;
    return rewrite === null ? statement : { ...statement, rewrite };
  };
  return { issue: replaceStatements(issue, change, inputs), diagnostics };
}

interface Run {
  readonly request: RewriteRequest;
  readonly findings: Findings;
  readonly names: Names;
  readonly cache: RewriteCache;
  /** Null where nobody may be asked. */
  readonly endpoint: Endpoint | null;
}

/** One sentence may be printed with and without the one before it. */
const keyOf = ({ id, text, context }: Statement): string =>
  `${id}\n${text}\n${context?.text ?? ""}`;

interface Access {
  readonly open: () => Promise<OpenPoster>;
  readonly endpoint: (poster: Poster) => Endpoint;
}

/** Null where nobody is asked: offline, without the key, or where it would be unsafe. */
function accessTo({ settings, allow, means }: RewriteRequest, findings: Findings): Access | null {
  if (means === null || means.openPoster === null) return null;
  const { openPoster, clock, signal } = means;
  const unsafe = unsafeEndpoint(settings, allow);
  if (unsafe !== null) {
    findings.unsafe(unsafe);
    return null;
  }
  const key = settings.keyEnv === undefined ? undefined : means.secret(settings.keyEnv);
  if (settings.keyEnv !== undefined && (key === undefined || key === "")) {
    findings.noKey(settings.keyEnv);
    return null;
  }
  return {
    open: () => openPoster([...allow, allowedEnd(settings.endpoint)]),
    endpoint: (poster) => new Endpoint(settings, { poster, clock, key, signal }),
  };
}

interface One {
  readonly rewrite: Rewrite | null;
  readonly kept: Kept | null;
}

const NOTHING: One = { rewrite: null, kept: null };

async function rewriteOne(statement: Statement, run: Run): Promise<One> {
  const { request, cache, findings } = run;
  const wanted = wantedOf(statement, request);
  if (wanted === null) return NOTHING;
  const prompt = promptFor(wanted, request.settings);
  const known = await cache.read(prompt);
  const text = known?.text ?? (await ask(prompt, run));
  if (text === null) return NOTHING;
  const kept = known ?? (await cache.write(prompt, text));
  if (text === wanted.passage) return { rewrite: null, kept };
  const draft: Rewrite = {
    kind: wanted.kind,
    text,
    language: wanted.to,
    model: request.settings.model,
    promptSha256: prompt.sha256,
  };
  const rewrite = verified(statement, draft, wanted, run);
  if (rewrite.faults.length > 0) findings.rejected(statement, draft, rewrite.faults);
  return { rewrite: rewrite.value, kept };
}

async function ask(
  prompt: ReturnType<typeof promptFor>,
  { endpoint, findings }: Run,
): Promise<string | null> {
  if (endpoint === null) {
    findings.notAsked();
    return null;
  }
  const reply = await endpoint.ask(prompt);
  if (reply === null) findings.notAsked();
  else if (reply.kind === "spent") findings.spent(reply.what);
  else if (reply.kind === "fault") findings.failed(reply.reason);
  else return reply.text;
  return null;
}

/** In its own language it is reworded, into that of the brief it is translated. */
function wantedOf(statement: Statement, { issue, settings }: RewriteRequest): Wanted | null {
  const [first] = statement.citations;
  const from = languageOf(issue)(first?.article ?? "");
  if (first === undefined || from === null || first.quote.length > LONGEST) return null;
  const primary = primaryLanguage(from);
  const isAsked = settings.languages?.some((language) => primaryLanguage(language) === primary);
  if (isAsked === false) return null;
  const to = issue.brief.language;
  const kind = primaryLanguage(to) === primary ? "rewording" : "translation";
  const before = statement.context?.text ?? null;
  return { kind, passage: statement.text, before, from, to: kind === "rewording" ? from : to };
}

/** UTF-16 code units: the rules read no longer passage. */
const LONGEST = 2000;

const languageOf =
  ({ sources }: Issue) =>
  (article: string): string | null =>
    sources.find((source) => source.article === article)?.language ?? null;

/** With the lexicon's names only where it needs them: they stay with it, for whoever checks it later. */
function verified(statement: Statement, draft: Rewrite, wanted: Wanted, { request, names }: Run) {
  const language = languageOf(request.issue);
  const bare = verifyStatement(statement, draft, language);
  if (bare.accepted) return { value: draft, faults: [] };
  const present = namesIn(names, [draft.text, wanted.passage, wanted.before ?? ""]);
  const named = { ...draft, names: present };
  const verdict = verifyStatement(statement, named, language);
  return { value: verdict.accepted ? named : null, faults: verdict.faults };
}
