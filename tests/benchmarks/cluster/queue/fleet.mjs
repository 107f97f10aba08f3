/** Two workers that are always there: whoever dies is replaced; and the ways in which things die. */
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "./run-brief.mjs";

/** @param words behind `brief worker` */
export function openFleet(built, root, words, { size = 2, onEnd = () => undefined } = {}) {
  const workers = new Set();
  let isClosing = false;
  const engage = () => {
    const one = start(built, root, ["worker", ...words]);
    workers.add(one);
    one.ended.then(({ status, signal, told }) => {
      workers.delete(one);
      onEnd({ status, signal, told });
      // As whoever watches over services would: one that found no database comes again.
      if (status !== 0 && signal === null && !isClosing) setTimeout(engage, 1000);
    });
  };
  for (let count = 0; count < size; count += 1) engage();
  return {
    /**
     * One of them dies at once, and another comes.
     * @param pick from 0 to 1 @param look asked about the dead one before another comes, by its pid
     */
    async kill(pick, look = () => undefined) {
      const victim = [...workers][Math.floor(pick * workers.size)];
      victim.child.kill("SIGKILL");
      await victim.ended;
      const seen = await look(victim.child.pid);
      engage();
      return seen;
    },
    async close() {
      isClosing = true;
      const all = [...workers];
      for (const { child } of all) child.kill("SIGTERM");
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

/** The database dies as with its machine, and is back over what was committed. */
export async function crash(postgres, pause) {
  await postgres.kill();
  await sleep(pause);
  await postgres.start();
}
