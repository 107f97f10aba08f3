/** A channel in, what hands announcements to it as a relay hands over messages out. */
import type { Clock } from "../host/clock.js";
import type { Poster } from "../host/network.js";
import type { Relay } from "../host/relay.js";
import type { ChannelSettings } from "../model/distribution.js";
import { postBody } from "./post.js";

export interface ChannelAccess {
  /** Address of the channel: a secret. */
  readonly url: string;
  /** Signs what goes to a webhook. */
  readonly secret: string | undefined;
  /** Names what is handed over: the same however often it is tried. */
  readonly delivery: string;
}

/** @param poster is closed by whoever opened it */
export function channelRelay(
  settings: Pick<ChannelSettings, "kind">,
  { poster, clock }: { readonly poster: Poster; readonly clock: Clock },
  access: ChannelAccess,
): Relay {
  return {
    hand: ({ raw }) =>
      postBody(settings, new TextDecoder().decode(raw), { ...access, poster, clock }),
    close: async () => undefined,
  };
}
