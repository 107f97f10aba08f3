/** What is remembered of feeds between runs, so that what did not change is not sent again; to lose it costs that only. */
import { z } from "zod";
import { type Host, HostError } from "../host/host.js";

const FeedMemorySchema = z.strictObject({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Items when it was last sent. */
  items: z.int().nonnegative().default(0),
  /** Day of the newest of them. */
  newest: z.string().nullable().default(null),
  /** The pages of its items were asked for. */
  full: z.boolean().optional(),
  /** The server does not want to be asked before. */
  notBefore: z.iso.datetime().optional(),
});
export type FeedMemory = z.infer<typeof FeedMemorySchema>;

const FeedStateSchema = z.strictObject({
  version: z.literal(1),
  feeds: z.record(z.string(), FeedMemorySchema),
});

export interface FeedState {
  of(url: string): FeedMemory;
  /** @throws {HostError} where the file cannot be written */
  remember(url: string, memory: FeedMemory): Promise<void>;
}

/** @param path of the file; what is no state is as good as none */
export async function openFeedState(host: Host, path: string): Promise<FeedState> {
  const feeds = new Map(Object.entries((await readState(host, path))?.feeds ?? {}));
  let writing = Promise.resolve();
  return {
    of: (url) => feeds.get(url) ?? { items: 0, newest: null },
    remember(url, memory) {
      feeds.set(url, memory);
      const write = async () => {
        const state = { version: 1, feeds: Object.fromEntries(feeds) };
        const text = `${JSON.stringify(state, null, 2)}\n`;
        await host.writeFile(path, new TextEncoder().encode(text));
      };
      writing = writing.then(write, write);
      return writing;
    },
  };
}

async function readState(host: Host, path: string) {
  try {
    const text = new TextDecoder().decode(await host.readFile(path));
    return FeedStateSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof HostError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
