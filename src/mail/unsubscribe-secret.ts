/** Settings of mail in, what signs messages out: without it nobody can tell what is ours. */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { MailSettings } from "../model/distribution.js";

/**
 * @param secretNamed the value of an environment variable
 * @returns "" where the settings name none
 */
export function unsubscribeSecret(
  settings: MailSettings["unsubscribe"],
  secretNamed: (name: string) => string | undefined,
): Outcome<string> {
  if (settings === undefined) return { value: "", diagnostics: [] };
  const secret = secretNamed(settings.secretEnv);
  if (secret !== undefined && secret !== "") return { value: secret, diagnostics: [] };
  return { value: null, diagnostics: [unset(settings.secretEnv)] };
}

function unset(name: string): Diagnostic {
  return {
    code: "mail-secret",
    severity: "error",
    message: "what signs messages is not set",
    place: { file: "distribution.yaml" },
    hint: `set the environment variable ${name} to what it was when the messages were sent`,
  };
}
