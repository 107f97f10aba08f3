/** An engine in, the same with the templates and the first indices of the archive out. */

import { EngineError } from "../../host/engine-error.js";
import type { SearchEngine } from "../../host/opensearch/connect.js";
import { ARCHIVE_VERSION, KINDS, templateOf } from "./mappings.js";

/** So that a search over a wildcard finds an index in an archive without articles. */
const FIRST = KINDS.map((kind) => (kind === "articles" ? "articles-undated" : kind));

/** @throws {EngineError} `version` where the archive was made by another version of briefwright */
export async function prepareArchive(engine: SearchEngine): Promise<void> {
  const { ask, prefix } = engine;
  const standing = await ask({
    method: "GET",
    path: `/${prefix}-files/_mapping`,
    expected: [404],
  });
  if (standing.status === 200) return refuseOther(standing.body, engine);
  for (const kind of KINDS) {
    const path = `/_index_template/${prefix}-${kind}`;
    await ask({ method: "PUT", path, body: templateOf(prefix, kind) });
  }
  for (const name of FIRST) {
    // Another machine may have been quicker.
    await ask({ method: "PUT", path: `/${prefix}-${name}`, body: {}, expected: [400] });
  }
}

/** @throws {EngineError} */
export async function isPrepared({ ask, prefix }: SearchEngine): Promise<boolean> {
  const path = `/${prefix}-files/_mapping`;
  return (await ask({ method: "GET", path, expected: [404] })).status === 200;
}

type Mappings = Readonly<
  Record<string, { readonly mappings?: { readonly _meta?: { readonly briefwright?: number } } }>
>;

function refuseOther(body: Mappings, { name, prefix }: SearchEngine): void {
  const [found] = Object.values(body);
  const version = found?.mappings?._meta?.briefwright;
  if (version === ARCHIVE_VERSION) return;
  throw new EngineError(
    "version",
    name,
    version === undefined
      ? `"${prefix}-files" is an index of somebody else`
      : `the archive is of version ${version}, and this program knows ${ARCHIVE_VERSION}`,
    version === undefined
      ? "name another prefix in engines.yaml"
      : "export it with the version that made it, and import it into another prefix",
  );
}
