/** What sends a brief: settings, secrets, keys, and whether the relay answers where it may be asked. */
import { loadDistribution } from "../config/distribution-file.js";
import { greetRelay } from "../host/node-relay.js";
import { readMailAccess } from "../mail/index.js";
import type { Distribution, MailSettings } from "../model/distribution.js";
import { type Examined, type Found, found, foundIn, ofWorkspace } from "./check.js";

export const mailCheck = ofWorkspace("mail", async (examined) => {
  const { value, diagnostics } = await loadDistribution(examined.host, examined.workspace);
  if (value === null) return foundIn(diagnostics);
  const { mail } = value;
  const channels = channelsOf(value, examined);
  if (mail === undefined) {
    return [found("skipped", "distribution.yaml names no relay: no mail is sent"), ...channels];
  }
  return [...foundIn(diagnostics), ...(await relayOf(mail, examined)), ...channels];
});

async function relayOf(
  mail: MailSettings,
  { host, workspace, secret, asksNetwork }: Examined,
): Promise<readonly Found[]> {
  const root = workspace?.root ?? "";
  const { value: access, diagnostics } = await readMailAccess(host, root, mail, secret);
  if (access === null) return foundIn(diagnostics);
  const { relay, from } = mail;
  const name = `${relay.host}:${relay.port} (${relay.security})`;
  const signs = access.keys.dkim === null ? "unsigned" : `signed for ${access.keys.dkim.domain}`;
  const settings = found("ok", `mail goes by ${name}, from ${from.address}, ${signs}`);
  const told = [settings, ...foundIn(diagnostics)];
  if (!asksNetwork) return [...told, found("skipped", "the relay was not asked: --network does")];
  const refusal = await greetRelay(relay, access.relay, PATIENCE);
  if (refusal === null) return [...told, found("ok", "the relay answers, and lets us in")];
  const hint = "look at host, port and security of the relay, and at its user and password";
  return [...told, found("error", `the relay cannot be used: ${refusal}`, hint)];
}

/** Milliseconds. */
const PATIENCE = 10_000;

function channelsOf({ channels }: Distribution, { secret }: Examined): readonly Found[] {
  return Object.entries(channels).flatMap(([name, { kind, urlEnv, secretEnv }]) => {
    const unset = [urlEnv, secretEnv].filter((variable) => variable && !secret(variable));
    if (unset.length === 0) return [found("ok", `channel ${name} (${kind}) has its address`)];
    const hint = `set ${unset.join(" and ")} where the command runs`;
    return [found("error", `channel ${name} (${kind}) lacks what it needs`, hint)];
  });
}
