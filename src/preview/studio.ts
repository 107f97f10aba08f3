/** A workspace in, its looks as they are watched and asked about out: what the addresses of the API do. */
import { z } from "zod";
import { standingNames } from "../config/standing-files.js";
import { chooseBrief, openWorkspace, SETTINGS_FILE, type Workspace } from "../config/workspace.js";
import { notesSkeleton } from "../desk/index.js";
import type { Host } from "../host/host.js";
import type { WebAnswer } from "../host/web.js";
import { sha256 } from "../issue/index.js";
import { fault, json, notFound } from "./answers.js";
import {
  type Applied,
  type CheckText,
  type EditRequest,
  EditRequestSchema,
  NotesDesk,
} from "./notes-desk.js";
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
  /** By path of the file. */
  readonly #desks = new Map<string, NotesDesk>();
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
    const standing = await this.#deskOf(look).standing();
    const { file } = notesFileOf(this.workspace, look);
    const check = this.#checkOf(look);
    const diagnostics = standing.exists ? await check(standing.text) : [];
    return { file, ...standing, diagnostics };
  }

  /** What was saved: looks that somebody watches are made anew, the others when they are asked for. */
  async changed({ files, corpus, since }: Change): Promise<void> {
    const { host, make } = this.tools;
    if (files.includes(SETTINGS_FILE)) {
      const opened = await openWorkspace(host, this.workspace.root);
      // Faulty settings are told by the making; the addresses stay as they were.
      if (opened.value !== null) this.workspace = opened.value;
    }
    if (corpus) await make<"forget-corpus">({ kind: "forget-corpus" });
    for (const session of this.sessions()) {
      session.changed(files, since);
      const notes = notesFileOf(this.workspace, session.look);
      if (files.includes(notes.file)) {
        const text = await readText(host, notes.path);
        session.tell({ kind: "notes", sha256: sha256(text) });
      }
    }
  }

  /** @param deed the last part of the address @param text the body that was sent */
  async edit(look: Look, deed: string, text: string): Promise<WebAnswer> {
    const desk = this.#deskOf(look);
    switch (deed) {
      case "undo":
        return this.#answerOf(look, await desk.undo());
      case "redo":
        return this.#answerOf(look, await desk.redo());
      case "propose":
      case "apply": {
        const request = parseEdits(text);
        if ("status" in request) return request;
        const check = this.#checkOf(look);
        if (deed === "apply") return this.#answerOf(look, await desk.apply(request, check));
        const proposal = await desk.propose(request, check);
        return proposal === null ? this.#answerOf(look, { kind: "stale" }) : json(proposal);
      }
      default:
        return notFound("no such address");
    }
  }

  async #answerOf(look: Look, applied: Applied): Promise<WebAnswer> {
    switch (applied.kind) {
      case "written":
        return json({ sha256: applied.sha256 });
      case "nothing":
        return fault(409, NOTHING_TO_TAKE, { notes: await this.notes(look) });
      case "stale":
        return fault(409, CHANGED_SINCE, { notes: await this.notes(look) });
      case "faulty":
        return fault(422, WOULD_NOT_HOLD, { diagnostics: applied.diagnostics });
    }
  }

  #deskOf(look: Look): NotesDesk {
    const { host } = this.tools;
    const place = notesFileOf(this.workspace, look);
    const desk =
      this.#desks.get(place.path) ?? new NotesDesk(host, place, () => this.#skeletonOf(look));
    this.#desks.set(place.path, desk);
    return desk;
  }

  /** As `brief desk new` writes it; of an issue that cannot be made there is nothing to say but its name. */
  async #skeletonOf(look: Look): Promise<string> {
    const { workspace } = this;
    const { good } = (await this.sessionOf(look))?.known ?? { good: null };
    if (good === null) return `# Desk notes of ${look.brief} ${look.issue}.\n`;
    return notesSkeleton(good.issue, await standingNames(this.tools.host, workspace));
  }

  #checkOf(look: Look): CheckText {
    return (text) => this.tools.make<"check-notes">({ kind: "check-notes", look, text });
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

const CHANGED_SINCE = {
  code: "changed-since",
  message: "the notes were changed since they were read, and nothing was written",
  hint: "look at what stands there now, and make the change again",
};

const NOTHING_TO_TAKE = {
  code: "nothing-to-undo",
  message: "no change of this preview is left to take back or to make again",
  hint: "change the file in an editor",
};

const WOULD_NOT_HOLD = {
  code: "would-not-hold",
  message: "the notes would not hold, and nothing was written",
  hint: "see what speaks against them",
};

function parseEdits(text: string): EditRequest | WebAnswer {
  try {
    const parsed = EditRequestSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    return fault(400, {
      code: "wrong-request",
      message: z.prettifyError(parsed.error).split("\n").slice(0, 6).join(" "),
      hint: "see src/model/note-edit.ts",
    });
  } catch {
    const told = { code: "wrong-request", message: "this is no JSON", hint: "send JSON" };
    return fault(400, told);
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
