/** A filler that fills page after page in the same thread; after a template that had to be stopped, in a new one. */
import { type Filler, openFiller } from "../fill-page.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";

export function openLastingFiller(host: Host): Filler {
  let filler: Filler | null = null;
  const drop = () => {
    filler?.close();
    filler = null;
  };
  return {
    prepare: () => undefined,
    begin: () => undefined,
    fill: async (issue, template, edition) => {
      filler ??= openFiller(host);
      try {
        const outcome = await filler.fill(issue, template, edition);
        if (outcome.diagnostics.some(wasStopped)) drop();
        return outcome;
      } catch (error) {
        drop();
        throw error;
      }
    },
    close: drop,
  };
}

/** The thread is gone with what it was busy with. */
function wasStopped({ code }: Diagnostic): boolean {
  return code === "template-too-slow" || code === "template-too-large";
}
