/** A workspace in, the file of its ledger out: `corpus/record/deliveries.sqlite`. */
import { join } from "node:path";

export function ledgerPath(home: {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly settings: { readonly corpus: string };
}): string {
  return join(home.root, home.settings.corpus, "record", "deliveries.sqlite");
}
