/** The channels stage: rooms and programs that are told of a brief, by Slack, Teams or a webhook. */

export { type AnnouncedEdition, type Announcement, announce } from "./announcement.js";
export { bodyFor, type ChannelMeans, type Posting, postBody } from "./post.js";
export { type ChannelAccess, channelRelay } from "./relay.js";
