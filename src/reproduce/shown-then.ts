/** A workspace and an issue made in it in, which of its files were there then out. */
import { join } from "node:path";
import type { Workspace } from "../config/workspace.js";
import { IMPORTS_FILE, WORK_FOLDER } from "../corpus/index.js";
import { ARTICLE_INPUT } from "../issue/index.js";
import type { Issue } from "../model/issue.js";
import { SOURCE_SUFFIX } from "../model/source-record.js";
import { recordFolder } from "../record/index.js";
import type { Shown } from "./past-host.js";

/** How a large corpus names the articles that an issue does not look at one by one. */
const OTHERS = / other articles$/;

export function shownThen(workspace: Workspace, issue: Issue): Shown {
  const { root, settings } = workspace;
  const record = recordFolder(workspace);
  const standing = `${settings.corpus}/desk/standing`;
  const inputs = new Set(issue.inputs.map(({ name }) => name));
  return {
    folders: new Map([
      [join(root, settings.corpus, "articles"), articlesThen(issue)],
      [join(root, record), recordThen(issue, record)],
      // A paragraph in the issue's own language may have come later, and would go before.
      [join(root, standing), (path) => inputs.has(`${standing}/${path}`)],
    ]),
    // They are seen through the folder of articles.
    hidden: new Set([join(root, WORK_FOLDER, IMPORTS_FILE)]),
  };
}

/** Files that were read, and those that could not be. */
function articlesThen({ inputs, coverage }: Issue): (path: string) => boolean {
  if (inputs.some(({ name }) => OTHERS.test(name))) return () => true;
  const files = new Set([
    ...inputs.flatMap(({ name }) =>
      name.startsWith(ARTICLE_INPUT) ? [name.slice(ARTICLE_INPUT.length)] : [],
    ),
    ...coverage.flatMap(({ article, file }) => (article === null ? [file] : [])),
  ]);
  return (path) => files.has(path) || files.has(path.replace(SOURCE_SUFFIX, ""));
}

/** Versions that the issue names: what it is compared with, and what it takes the place of. */
function recordThen(
  { brief, id, inputs, revision, previous }: Issue,
  record: string,
): (path: string) => boolean {
  const folders = new Set(
    inputs.flatMap(({ name }) =>
      name.startsWith(`${record}/`)
        ? [
            name
              .slice(record.length + 1)
              .split("/")
              .slice(0, 3)
              .join("/"),
          ]
        : [],
    ),
  );
  if (revision !== null) folders.add(`${brief.id}/${id}/v${revision.supersedes.version}`);
  if (previous !== null) folders.add(`${brief.id}/${previous.issue}/v${previous.version}`);
  return (path) => {
    const parts = path.split("/");
    // Of folders above a version nothing is hidden: what is in them is.
    return parts.length < 3 || folders.has(parts.slice(0, 3).join("/"));
  };
}
