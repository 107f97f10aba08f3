/**
 * Answers by the hash of what was asked, one small file each below the corpus: with them a run needs
 * no network, and says the same again. An answer that a rule refused is kept too, and refused again.
 */
import { join } from "node:path";
import { z } from "zod";
import type { Host } from "../host/host.js";
import { Sha256Schema } from "../model/article.js";
import { readJson } from "../text/read-json.js";
import { sha256 } from "../text/sha256.js";
import type { Prompt } from "./prompt.js";

/** Folder of the answers, below that of the corpus. */
export const REWRITES = "rewrites";

const KeptSchema = z.strictObject({
  schema: z.literal("briefwright/rewrite/1"),
  prompt: Sha256Schema,
  text: z.string().min(1).max(2000),
});

/** An answer with the file that it stands in, as an input of the issue. */
export interface Kept {
  readonly text: string;
  readonly file: string;
  readonly sha256: string;
}

export class RewriteCache {
  /** @param root absolute path of the workspace @param corpus path of the corpus below it */
  constructor(
    private readonly host: Host,
    private readonly root: string,
    private readonly corpus: string,
  ) {}

  /** Null where it is not there, or is not what it was when it was written. */
  async read(prompt: Prompt): Promise<Kept | null> {
    const file = this.fileOf(prompt);
    const path = join(this.root, file);
    const size = await this.host.sizeOf(path);
    if (size === null || size > MAX_BYTES) return null;
    const bytes = await this.host.readFile(path);
    const kept = KeptSchema.safeParse(readJson(new TextDecoder().decode(bytes)));
    if (!kept.success || kept.data.prompt !== prompt.sha256) return null;
    return { text: kept.data.text, file, sha256: sha256(bytes) };
  }

  /** @throws {HostError} where it cannot be written */
  async write(prompt: Prompt, text: string): Promise<Kept> {
    const file = this.fileOf(prompt);
    const kept = { schema: "briefwright/rewrite/1", prompt: prompt.sha256, text };
    const bytes = new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`);
    await this.host.writeFile(join(this.root, file), bytes);
    return { text, file, sha256: sha256(bytes) };
  }

  private fileOf(prompt: Prompt): string {
    return `${this.corpus}/${REWRITES}/${prompt.sha256}.json`;
  }
}

const MAX_BYTES = 64 * 1024;
