/**
 * An approved issue and a channel of the settings in, an edition for that channel alone out: it is planned,
 * gated by the ledger and accounted for as messages are.
 */

import { announce, bodyFor } from "../channels/index.js";
import type { Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Outcome } from "../model/diagnostic.js";
import type { ChannelSettings, Distribution } from "../model/distribution.js";
import { maySee, schemesWith } from "../model/marking.js";
import type { Recipient } from "../model/recipient.js";
import { type ApprovedIssue, verifyApproved } from "../release/verify-approved.js";
import type { Edition } from "./edition.js";
import { superseded } from "./send-faults.js";

export interface ChannelRequest {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly distribution: Distribution;
  readonly name: { readonly brief: string; readonly issue: string };
  readonly channel: { readonly name: string; readonly settings: ChannelSettings };
}

export async function channelEdition(request: ChannelRequest): Promise<Outcome<Edition>> {
  const { host, workspace, name } = request;
  const { value: approved, diagnostics } = await verifyApproved(host, workspace, name);
  if (approved === null) return { value: null, diagnostics };
  if (approved.supersededBy !== null) {
    return { value: null, diagnostics: [...diagnostics, superseded(approved)] };
  }
  return { value: editionFor(request, approved), diagnostics };
}

function editionFor(
  { workspace, distribution, channel: { name, settings } }: ChannelRequest,
  { brief, version, issue, copies, embargo, sendBy }: ApprovedIssue,
): Edition {
  const schemes = schemesWith(workspace.settings.markings);
  const { label } = issue.marking;
  const { baseUrl } = distribution.site;
  const page = copies.get("mail.html") ?? null;
  const told = announce({ issue, page, occasion: "issue", notice: null, baseUrl });
  const raw = new TextEncoder().encode(bodyFor(settings, told));
  const messageId = channelDelivery({ brief, issue: issue.id, version, channel: name });
  return {
    ...{ brief, issue: issue.id, version, occasion: "issue" },
    channel: settings.kind,
    marking: label,
    recipients: [readerOf(name, settings)],
    embargo,
    sendBy,
    sentByRecord: 0,
    maySee: ({ markings }) => maySee(markings, label, schemes),
    make: async ({ address }) => ({
      envelope: { from: "", to: address },
      raw,
      messageId,
      copy: null,
    }),
    recordRun: async () => [],
  };
}

/** What is handed over to a channel goes by this name, however often it is tried. */
export function channelDelivery(parts: {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
  readonly channel: string;
}): string {
  return [parts.brief, parts.issue, `v${parts.version}`, parts.channel].join("/");
}

/** A channel as somebody who gets a link. */
function readerOf(name: string, { kind, markings }: ChannelSettings): Recipient {
  return {
    id: name,
    number: 1,
    name,
    address: `${kind}:${name}`,
    language: null,
    template: null,
    format: "link",
    markings,
    watermark: false,
    encryption: { kind: "none" },
    lists: [],
  };
}
