/** The settings of a workspace and its briefs. */
import { chooseBrief, SETTINGS_FILE } from "../config/workspace.js";
import { type Check, type Examined, type Found, found, foundIn } from "./check.js";
import { counted } from "./words.js";

export const settingsCheck: Check = { name: "workspace", look };

async function look({ workspace, faults }: Examined): Promise<readonly Found[]> {
  const told = foundIn(faults);
  if (workspace === null) {
    return told.length > 0 ? told : [found("error", "there is no workspace here", "brief init")];
  }
  const ids = Object.keys(workspace.settings.briefs);
  const wrong = ids.flatMap((id) => foundIn(chooseBrief(workspace, id).diagnostics));
  const names = `${counted(ids.length, "brief")} (${ids.join(", ")})`;
  return [
    found("ok", `${workspace.root}/${SETTINGS_FILE} is readable: ${names}`),
    ...told,
    ...wrong,
  ];
}
