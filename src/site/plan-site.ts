/** The archive in, every file of its site out, by path below it: made here, or kept in the record as it was approved. */
import type { Edition, SiteFile } from "./edition.js";
import { indexFiles } from "./feeds/index-files.js";
import { briefPage } from "./pages/brief-page.js";
import { editionPage, issuePage } from "./pages/edition-page.js";
import { homePage } from "./pages/home-page.js";
import { outletPages } from "./pages/outlet-pages.js";
import { passagesPages } from "./pages/passages-pages.js";
import { searchPage } from "./pages/search-page.js";
import { themePages } from "./pages/theme-pages.js";
import { ASSETS, briefPlace, editionPlace, HOME, issuePlace, SEARCH } from "./places.js";
import { buildShards } from "./search/build-shards.js";
import type { Site } from "./site.js";

/** @param assets bytes by path below the folder of the site's assets: style, script, fonts */
export function planSite(
  site: Site,
  assets: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, SiteFile> {
  const plan = new Map<string, SiteFile>();
  const put = (path: string, content: Uint8Array) => plan.set(path, { kind: "made", content });
  const putAll = (files: ReadonlyMap<string, Uint8Array>) => {
    for (const [path, content] of files) put(path, content);
  };
  for (const [name, content] of assets) put(`${ASSETS}/${name}`, content);
  put(HOME, homePage(site));
  put(SEARCH, searchPage(site));
  putAll(buildShards(site));
  putAll(indexFiles(site));
  for (const brief of site.briefs) {
    for (const year of [null, ...brief.years])
      put(briefPlace(brief.id, year), briefPage(site, brief, year));
    putAll(themePages(site, brief));
    putAll(outletPages(site, brief));
    for (const issue of brief.issues) {
      put(issuePlace(issue), issuePage(site, brief, issue));
      for (const version of issue.versions) {
        const { edition } = version;
        put(editionPlace(edition), editionPage(site, brief, issue, version));
        // What is withdrawn can be read here no more.
        if (edition.withdrawn !== null) continue;
        putAll(passagesPages(site, brief, edition));
        for (const [path, file] of copiesOf(edition)) plan.set(path, file);
      }
    }
  }
  return plan;
}

function copiesOf(edition: Edition): [string, SiteFile][] {
  return [...edition.files].map(([name, file]) => [editionPlace(edition, name), file]);
}
