/** The channels stage: rooms and programs that are told of a brief, by Slack, Teams or a webhook. */

export { type AnnouncedEdition, type Announcement, announce } from "./announcement.js";
export { type ChannelMeans, type Posting, postTo } from "./post.js";
