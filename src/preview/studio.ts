/** A workspace in, its looks as they are watched and asked about out: what the addresses of the API do. */
import { chooseBrief, openWorkspace, SETTINGS_FILE, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { WebAnswer } from "../host/web.js";
import { sha256 } from "../issue/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { notFound } from "./answers.js";
import { notesFileOf } from "./notes-file.js";
import { periodOfIssue } from "./period-of-issue.js";
import { type Ask, keyOf, type Look } from "./protocol.js";
import { Session } from "./session.js";
import type { Change } from "./watch-workspace.js";

/** Looks that are kept; of more the one that was asked for longest ago goes, unless it is watched. */
const MOST_SESSIONS = 16;

export interface StudioTools {
  readonly host: Host;
  readonly make: Ask;
  readonly print: Ask;
  readonly now: () => number;
}

export class Studio {
  readonly #sessions = new Map<string, Session>();
  #revision = 0;

  constructor(
    public workspace: Workspace,
    private readonly tools: StudioTools,
  ) {}

  /** Null where there is no such brief, or the issue is no period. */
  async sessionOf(look: Look): Promise<Session | null> {
    if (chooseBrief(this.workspace, look.brief).value === null) return null;
    if (periodOfIssue(look.issue) === null || !isPlain(look)) return null;
    const key = keyOf(look);
    const session = this.#sessions.get(key) ?? this.#open(look);
    this.#sessions.delete(key);
    this.#sessions.set(key, session);
    this.#forgetOldest();
    return session;
  }

  sessions(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  list() {
    return this.tools.make<"list">({ kind: "list" });
  }

  explain(look: Look, name: string) {
    return this.tools.make<"explain">({ kind: "explain", look, name });
  }

  article(look: Look, article: string) {
    return this.tools.make<"article">({ kind: "article", look, article });
  }

  async describe(session: Session) {
    const { good, isGood, diagnostics, timings, at } = await session.state();
    return {
      revision: good?.revision ?? null,
      good: isGood,
      pdf: session.printed,
      issue: good?.issue ?? null,
      coverage: good?.coverage ?? null,
      diagnostics,
      timings,
      at: new Date(at).toISOString(),
      goodAt: good === null ? null : new Date(good.at).toISOString(),
    };
  }

  async notes(look: Look) {
    const { host, make } = this.tools;
    const { file, path } = notesFileOf(this.workspace, look);
    const exists = await host.exists(path);
    const text = await readText(host, path);
    const diagnostics: readonly Diagnostic[] = exists
      ? await make<"check-notes">({ kind: "check-notes", look, text })
      : [];
    return { file, text, sha256: sha256(text), exists, diagnostics };
  }

  /** What was saved: looks that somebody watches are made anew, the others when they are asked for. */
  async changed({ files, articles, since }: Change): Promise<void> {
    const { host, make } = this.tools;
    if (files.includes(SETTINGS_FILE)) {
      const opened = await openWorkspace(host, this.workspace.root);
      // Faulty settings are told by the making; the addresses stay as they were.
      if (opened.value !== null) this.workspace = opened.value;
    }
    if (articles) await make<"forget-articles">({ kind: "forget-articles" });
    for (const session of this.sessions()) {
      session.changed(files, since);
      const notes = notesFileOf(this.workspace, session.look);
      if (files.includes(notes.file)) {
        const text = await readText(host, notes.path);
        session.tell({ kind: "notes", sha256: sha256(text) });
      }
    }
  }

  async edit(_look: Look, _deed: string, _text: string): Promise<WebAnswer> {
    return notFound("no such address");
  }

  #open(look: Look): Session {
    const { make, print, now } = this.tools;
    const nextRevision = () => {
      this.#revision += 1;
      return this.#revision;
    };
    return new Session(look, { make, print, now, nextRevision });
  }

  #forgetOldest(): void {
    for (const [key, session] of this.#sessions) {
      if (this.#sessions.size <= MOST_SESSIONS) return;
      if (!session.isWatched) this.#sessions.delete(key);
    }
  }
}

/** Empty where there is no such file. */
async function readText(host: Host, path: string): Promise<string> {
  return (await host.exists(path)) ? new TextDecoder().decode(await host.readFile(path)) : "";
}

/** Names of templates and languages that may become parts of a path. */
function isPlain({ template, language }: Look): boolean {
  return [template, language].every((name) => name === null || /^[\w-]{1,64}$/.test(name));
}
