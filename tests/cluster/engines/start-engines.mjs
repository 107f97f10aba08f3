/** A temporary folder with real engines in it, and the variables that tests and measurements find them by. */
import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openControl } from "./control-port.mjs";
import { startOpenSearch } from "./opensearch.mjs";
import { LOCKED, startPostgres } from "./postgres.mjs";

/**
 * Nothing is left behind where one of them fails to start.
 * @param options `major` of OpenSearch, `nodes`, `heap`; `only` starts one engine; `inMemory` where
 * times do not matter: to make an index waits for three disks otherwise
 * @throws {MissingPart}
 */
export async function startEngines({ only = null, inMemory = false, ...options } = {}) {
  const above = inMemory && hasRoom(MEMORY) ? MEMORY : tmpdir();
  const folder = mkdtempSync(join(above, "briefwright-engines-"));
  const started = [];
  const stop = async () => {
    for (const part of started.toReversed()) await part.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const starting = async (start) => {
    const part = await start;
    started.push(part);
    return part;
  };
  const [postgres, opensearch] = await Promise.allSettled([
    only === "opensearch" ? null : starting(startPostgres(folder)),
    only === "postgres" ? null : starting(startOpenSearch(folder, options)),
  ]);
  const failed = [postgres, opensearch].find(({ status }) => status === "rejected");
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  const engines = { postgres: postgres.value, opensearch: opensearch.value };
  const control = await openControl(engines);
  started.push(control);
  return { ...engines, folder, stop, variables: variablesOf(engines, control) };
}

const MEMORY = "/dev/shm";
/** Bytes that the tests may take. */
const ROOM = 4e9;

function hasRoom(folder) {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ROOM;
}

function variablesOf({ postgres, opensearch }, control) {
  return {
    ...(opensearch === null
      ? {}
      : {
          BRIEF_TEST_OPENSEARCH: opensearch.address,
          BRIEF_TEST_OPENSEARCH_NODES: opensearch.addresses.join(","),
        }),
    ...(postgres === null
      ? {}
      : {
          BRIEF_TEST_POSTGRES: postgres.address,
          BRIEF_TEST_POSTGRES_LOCKED: postgres.locked,
          BRIEF_TEST_POSTGRES_PASSWORD: LOCKED.password,
        }),
    BRIEF_TEST_CONTROL: control.address,
  };
}
