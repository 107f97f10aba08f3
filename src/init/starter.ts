/** The workspace that comes with the program, as the files of a new one: their texts by path. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Host } from "../host/host.js";

const STARTER = fileURLToPath(new URL("../../starter", import.meta.url));

export interface Starter {
  /** `briefwright.yaml`. */
  readonly settings: string;
  /** `corpus/lexicon/themes.yaml`. */
  readonly themes: string;
  /** All that goes over as it is, by path below the workspace. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export const THEMES_FILE = "corpus/lexicon/themes.yaml";

/**
 * @param language of the brief; the example is in English where there is none in it
 * @param brief id of the brief, which names its folder of notes
 */
export async function loadStarter(host: Host, language: string, brief: string): Promise<Starter> {
  const read = (path: string) => host.readFile(join(STARTER, path));
  const text = async (path: string) => new TextDecoder().decode(await read(path));
  const own = `corpus/articles/example.${language}.txt`;
  const example = (await host.exists(join(STARTER, own))) ? own : "corpus/articles/example.en.txt";
  // npm would leave a .gitignore out of the package.
  const places = {
    gitignore: ".gitignore",
    "corpus/lexicon/entities.yaml": "corpus/lexicon/entities.yaml",
    "corpus/lexicon/outlets.yaml": "corpus/lexicon/outlets.yaml",
    "corpus/lexicon/style.yaml": "corpus/lexicon/style.yaml",
    [example]: EXAMPLE,
    "corpus/recipients/readers.yaml": "corpus/recipients/readers.yaml",
    "distribution.yaml": "distribution.yaml",
    "corpus/desk/README.md": `corpus/desk/${brief}/README.md`,
  };
  const files = new Map<string, Uint8Array>();
  for (const [from, to] of Object.entries(places)) files.set(to, await read(from));
  return { settings: await text("briefwright.yaml"), themes: await text(THEMES_FILE), files };
}

/** Where the example stands. */
export const EXAMPLE = "corpus/articles/example.txt";
