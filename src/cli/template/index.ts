/** `brief template`: templates of one's own made, listed, checked, and brought up to date. */
import type { Argv } from "yargs";
import type { CommandState, GlobalOptions } from "../command.js";
import { checkAction } from "./check.js";
import { dataAction } from "./data.js";
import { listAction } from "./list.js";
import { newAction } from "./new.js";
import { pictureAction } from "./picture.js";
import { takeAction } from "./take.js";
import { upgradeAction } from "./upgrade.js";

/** One file per action. */
const ACTIONS = [
  newAction,
  takeAction,
  listAction,
  checkAction,
  upgradeAction,
  dataAction,
  pictureAction,
];

export function templateCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "template <action>",
    "Make, list, check and bring up to date templates",
    (command) =>
      ACTIONS.reduce((actions, action) => action(actions, state), command).demandCommand(
        1,
        "new, take, list, check, upgrade, data or picture",
      ),
  ) as Argv<GlobalOptions>;
}
