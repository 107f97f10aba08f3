/** Archives for tests, each under a prefix of its own, and none of them left behind. */
import type { EngineAddress } from "../../src/model/engines.js";
import { freshPrefix, openSearchNodes } from "./engines.js";

export interface EmptyArchives {
  /** Of an archive that nobody has used. */
  address(): EngineAddress;
  drop(): Promise<void>;
}

const KINDS = ["articles", "raw", "files", "ids", "hosts", "waiting"];

export function emptyArchives(): EmptyArchives {
  const prefixes: string[] = [];
  const hosts = () => openSearchNodes().map((node) => new URL(node).host);
  return {
    address() {
      const prefix = freshPrefix();
      prefixes.push(prefix);
      return { url: `opensearch://${hosts().join(",")}/${prefix}`, user: null, password: null };
    },
    async drop() {
      const [node] = openSearchNodes();
      for (const prefix of prefixes) {
        await fetch(`${node}/${prefix}-*`, { method: "DELETE" });
        for (const kind of KINDS) {
          await fetch(`${node}/_index_template/${prefix}-${kind}`, { method: "DELETE" });
        }
      }
    },
  };
}
