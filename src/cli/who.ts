/** From flags, environment and machine to who does something, and when. */
import { userInfo } from "node:os";
import process from "node:process";
import { nodeClock } from "../host/clock.js";
import { UsageError } from "./usage.js";

export const BY_OPTION = {
  type: "string",
  requiresArg: true,
  description: "Who does it; BRIEF_BY, or who is logged in, by default",
} as const;

export function whoDoesIt(by: string | undefined): { readonly by: string; readonly at: string } {
  const name = (by ?? (process.env.BRIEF_BY || loginName())).trim();
  if (name === "" || name.length > 200 || /\p{Cc}/u.test(name)) {
    throw new UsageError("--by names nobody", 'write a name in one line, e.g. --by "C. D."');
  }
  return { by: name, at: new Date(nodeClock.now()).toISOString() };
}

/** A system may not know who runs it, as in a container. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}
