/** What a person calls an issue and names of channels in, the issue announced there out, each at most once. */
import { type ChannelAccess, channelRelay } from "../channels/index.js";
import { DISTRIBUTION_FILE, loadDistribution } from "../config/distribution-file.js";
import type { Workspace } from "../config/workspace.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Poster } from "../host/network.js";
import { ledgerPath } from "../ledger/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ChannelSettings, Distribution } from "../model/distribution.js";
import type { SendEnd } from "../model/send-result.js";
import { findIssue } from "../release/find-issue.js";
import { closest } from "../text/suggest.js";
import { channelDelivery, channelEdition } from "./channel-edition.js";
import type { Edition } from "./edition.js";
import { sendEdition } from "./send-edition.js";
import type { SendHost, SendRequest } from "./send-issue.js";
import { refused } from "./send-lines.js";

/** @param allow what may be asked although it is not of the public internet */
export type OpenPoster = (
  allow: readonly string[],
) => Poster & { readonly close: () => Promise<void> };

export interface ChannelsRequest extends Omit<SendRequest, "lists" | "to" | "by"> {
  readonly channels: readonly string[];
}

/** One channel after the other. @returns the last line of each, told as it came */
export async function sendToChannels(
  outside: Omit<SendHost, "openRelay" | "random"> & { readonly openPoster: OpenPoster },
  request: ChannelsRequest,
): Promise<readonly SendEnd[]> {
  const ends: SendEnd[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    const { host } = outside;
    const { workspace, ...name } = await findIssue(
      host,
      request.words,
      request.folder,
      diagnostics,
    );
    const distribution = settle(await loadDistribution(host, workspace), diagnostics);
    const channels = channelsNamed(distribution, request.channels, outside.secret);
    const poster = outside.openPoster(workspace.settings.network.allow);
    try {
      for (const channel of channels) {
        const about = { host, workspace, distribution, name, channel };
        const edition = settle(await channelEdition(about), diagnostics);
        ends.push(await sendTo(edition, channel, { outside, request, workspace, poster }));
      }
    } finally {
      await poster.close();
    }
  } catch (error) {
    const end = refused([...diagnostics, ...diagnose(error)]);
    outside.onLine(end);
    ends.push(end);
  }
  return ends;
}

interface OpenChannel {
  readonly name: string;
  readonly settings: ChannelSettings;
  readonly access: Omit<ChannelAccess, "delivery">;
}

interface ChannelRun {
  readonly outside: Parameters<typeof sendToChannels>[0];
  readonly request: ChannelsRequest;
  readonly workspace: Workspace;
  readonly poster: Poster;
}

/** A minute before the second attempt. */
const RETRY = { attempts: 5, retryMs: 60_000 };

function sendTo(
  edition: Edition,
  { name, settings, access }: OpenChannel,
  { outside, request, workspace, poster }: ChannelRun,
): Promise<SendEnd> {
  const delivery = channelDelivery({ ...edition, channel: name });
  return sendEdition(
    edition,
    { ...request, lists: [] },
    {
      ...outside,
      takeLock: outside.host.takeLock,
      openRelay: () => channelRelay(settings, { ...outside, poster }, { ...access, delivery }),
      ledgerPath: ledgerPath(workspace),
      isShared: (outside.host.engines?.ledger ?? null) !== null,
      mail: { ...RETRY, relay: { connections: 1, perMinute: undefined } },
      keepPreviews: async () => [],
    },
  );
}

/** @throws {FailedRun} where one is not there, or its address is not set */
function channelsNamed(
  { channels }: Distribution,
  names: readonly string[],
  secret: (name: string) => string | undefined,
): readonly OpenChannel[] {
  const known = Object.keys(channels);
  return [...new Set(names)].map((name) => {
    const settings = Object.hasOwn(channels, name) ? channels[name] : undefined;
    if (settings === undefined) throw new FailedRun([unknownChannel(name, known)]);
    const { urlEnv, secretEnv } = settings;
    const url = secret(urlEnv);
    if (url === undefined || !URL.canParse(url)) throw new FailedRun([noAddress(name, urlEnv)]);
    const key = secretEnv === undefined ? undefined : secret(secretEnv);
    if (secretEnv !== undefined && (key ?? "") === "") {
      throw new FailedRun([noSecret(name, secretEnv)]);
    }
    return { name, settings, access: { url, secret: key } };
  });
}

function unknownChannel(name: string, known: readonly string[]): Diagnostic {
  const near = closest(name, known);
  const listed =
    known.length === 0 ? "there are none: set channels:" : `there are ${known.join(", ")}`;
  return fault(
    "unknown-channel",
    `there is no channel “${name}”`,
    near === null ? listed : `did you mean “${near}”?`,
  );
}

/** What stands in the variable is told nowhere. */
function noAddress(name: string, variable: string): Diagnostic {
  const hint = `set the environment variable ${variable} to the address of the webhook, in full`;
  return fault("channel-address", `the address of the channel “${name}” is not set`, hint);
}

function noSecret(name: string, variable: string): Diagnostic {
  const hint = `set the environment variable ${variable}, or take secretEnv out`;
  return fault("channel-secret", `what signs for the channel “${name}” is not set`, hint);
}

function fault(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, place: { file: DISTRIBUTION_FILE }, hint };
}
