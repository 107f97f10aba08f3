/**
 * An announcement to the body of a Slack message (Block Kit). Words of the news are `plain_text`, in which
 * nothing is markup and nobody is called; only our own link is `mrkdwn`.
 */
import type { Announcement } from "./announcement.js";

/** Letters: of a header, of the text of a section; blocks of a message. */
const LIMITS = { header: 150, section: 3000, blocks: 50 };

export function slackBody(told: Announcement): string {
  const { marking, title, edition, notice, bottomLine, link } = told;
  const head = `[${marking}] ${title}`;
  const lines = bottomLine.filter((line) => line.length <= LIMITS.section);
  const blocks = [
    { type: "header", text: plain(clip(head, LIMITS.header)) },
    context(edition),
    ...(notice === null ? [] : [section(clip(notice, LIMITS.section))]),
    ...lines.slice(0, LIMITS.blocks - 5).map(section),
    ...(link === null ? [] : [linkTo(link)]),
    context(marking),
  ];
  return JSON.stringify({
    text: escaped(clip(`${head} · ${edition}`, LIMITS.section)),
    blocks,
    unfurl_links: false,
    unfurl_media: false,
  });
}

function plain(text: string) {
  return { type: "plain_text", text, emoji: false };
}

function section(text: string) {
  return { type: "section", text: plain(text) };
}

function context(text: string) {
  return { type: "context", elements: [plain(text)] };
}

/** A bar would end the address. */
function linkTo({ url, words }: { readonly url: string; readonly words: string }) {
  const address = escaped(url.replaceAll("|", "%7C"));
  return { type: "section", text: { type: "mrkdwn", text: `<${address}|${escaped(words)}>` } };
}

/** The three characters that mean something (Slack, "Escaping text"). */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Units of UTF-16, as it may count them; no letter is cut in half. */
function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
