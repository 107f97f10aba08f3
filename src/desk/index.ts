/** The desk stage: what the desk wrote for an issue, found in the articles, and what it orders. */
export { type CheckedNotes, checkNotes } from "./check-notes.js";
export { editNotes } from "./edit-notes.js";
export { type GoneNote, type PlaceOf, reportGone } from "./gone-notes.js";
export { articlesNamedIn, articlesWantedBy, namedTargets } from "./named-targets.js";
export { pinnedTargets } from "./pinned-targets.js";
export { type NotesToResolve, type ResolvedNotes, resolveNotes } from "./resolve-notes.js";
export { notesSkeleton } from "./skeleton.js";
export { readStanding, type StandingFile } from "./standing.js";
