/** The runtime and the packages that the program was made with. */
import { type Check, type Examined, type Found, found } from "./check.js";
import { bytesInWords, counted } from "./words.js";

export const nodeCheck: Check = { name: "node", look };

async function look({ machine, program, host }: Examined): Promise<readonly Found[]> {
  const { node, platform, cores, memory } = machine;
  const room = `${counted(cores, "core")}, ${bytesInWords(memory)} of memory`;
  const runtime = found(
    "ok",
    `briefwright ${program.version} on Node ${node}, ${platform}, ${room}`,
  );
  const needed = host.engines === undefined ? {} : neededBy(host.engines, program.optional);
  const lacking = await Promise.all(
    Object.entries({ ...program.packages, ...needed }).map(async ([name, wanted]) => {
      return (await machine.installed(name)) === null ? [lacks(name, wanted)] : [];
    }),
  );
  return [runtime, ...lacking.flat()];
}

/** Which package speaks to which engine. */
const SPEAKS = {
  corpus: "@opensearch-project/opensearch",
  ledger: "pg",
  queue: "pg-boss",
} as const;

function neededBy(
  engines: NonNullable<Examined["host"]["engines"]>,
  optional: Readonly<Record<string, string>>,
): Record<string, string> {
  const parts = (["corpus", "ledger"] as const).filter((part) => engines[part] !== null);
  return Object.fromEntries(parts.map((part) => [SPEAKS[part], optional[SPEAKS[part]] ?? ""]));
}

function lacks(name: string, wanted: string): Found {
  const version = wanted.replace(/^\D+/, "");
  const hint = `npm install ${name}${version === "" ? "" : `@${version}`}`;
  return found("error", `the package ${name} is not installed`, hint);
}
