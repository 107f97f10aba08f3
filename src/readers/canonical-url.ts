/** The address of an article without what only counts its visitors: campaign parameters, anchors. */

/** Longer addresses are data. */
const MAX_URL = 2000;

/** Parameters of campaigns and of the mail or network that brought the reader. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|at_(?:medium|campaign|custom\d))$/i;

/**
 * @param base what relative addresses count from
 * @returns null where it is no address of a web page
 */
export function canonicalUrl(address: string, base?: string | null): string | null {
  const text = address.trim();
  if (text === "" || text.length > MAX_URL || /\s/.test(text)) return null;
  const url = URL.parse(text, base ?? undefined);
  if (url === null || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".")) return null;
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  // Deleting writes the others anew, in another spelling: only where there is something to delete.
  for (const name of tracking) url.searchParams.delete(name);
  url.hash = "";
  url.username = "";
  url.password = "";
  return url.href;
}

/** `news.example.org` of an address, without `www.`; null where there is none. */
export function hostOf(address: string | null): string | null {
  const host = address === null ? null : URL.parse(address)?.hostname;
  return host ? host.replace(/^www\./, "") : null;
}
