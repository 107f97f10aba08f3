/** The checks of engines: what looks at one is loaded where the settings name it, and not before. */
import { type Check, type Examined, type Found, found } from "./check.js";

type Look = (examined: Examined) => Promise<readonly Found[]>;

function ofEngine(
  name: string,
  isNamed: (engines: NonNullable<Examined["host"]["engines"]>) => boolean,
  without: string,
  load: () => Promise<{ readonly look: Look }>,
): Check {
  return {
    name,
    async look(examined) {
      const { engines } = examined.host;
      if (engines !== undefined && isNamed(engines)) return (await load()).look(examined);
      return [found("skipped", `engines.yaml names none: ${without}`)];
    },
  };
}

export const ENGINE_CHECKS: readonly Check[] = [
  ofEngine(
    "opensearch",
    ({ corpus }) => corpus !== null,
    "articles are kept in the workspace",
    () => import("./opensearch.js"),
  ),
  ofEngine(
    "postgres",
    ({ ledger, queue }) => ledger !== null || queue !== null,
    "ledger and record are kept in the workspace",
    () => import("./postgres.js"),
  ),
  ofEngine(
    "queue",
    ({ queue }) => queue !== null,
    "work is done by the command that asks for it",
    () => import("./queue.js"),
  ),
];
