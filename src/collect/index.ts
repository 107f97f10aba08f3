/** The collecting stage: files, folders, pages and feeds to raw bytes in the folder of articles. */
export { type AddInput, type AddRequest, addInputs } from "./add-inputs.js";
export type { Outside } from "./desk.js";
export { type FetchRequest, fetchFeeds } from "./fetch-feeds.js";
export { politeNetwork } from "./polite-network.js";
