/** Brings the index of a workspace up to its articles: `node bring-up.mjs <built> <workspace>`. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [, , built, root] = process.argv;
const load = (path) => import(pathToFileURL(join(resolve(built), path)).href);
const { nodeHost: host } = await load("host/node.js");
const { openFolder, viewImports, withIndex } = await load("corpus/index.js");
const folder = join(root, "corpus/articles");
const view = await viewImports(host, root, folder);
const files = await openFolder({ host, folder, view, options: { fields: {} } });
await withIndex(host, root, (store) => files.bringUp(store));
view.close();
