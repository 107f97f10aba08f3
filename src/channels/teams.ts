/**
 * An announcement to the body that a Teams workflow takes: an Adaptive Card of version 1.5 in a message of
 * at most 28 KB. Words of the news are text runs, in which nothing is markup.
 */
import type { Announcement } from "./announcement.js";

/** Bytes of the whole body. */
export const TEAMS_LIMIT = 28 * 1024;

/** Lines that do not fit are left out whole: a quotation is never cut. */
export function teamsBody(told: Announcement): string {
  for (let count = told.bottomLine.length; count >= 0; count -= 1) {
    const body = JSON.stringify(message(told, told.bottomLine.slice(0, count)));
    if (Buffer.byteLength(body) <= TEAMS_LIMIT || count === 0) return body;
  }
  throw new Error("a card without lines is always there");
}

function message(
  { marking, title, edition, notice, direction, link }: Announcement,
  lines: readonly string[],
) {
  const body = [
    runs(marking, { weight: "Bolder", horizontalAlignment: "Right" }),
    runs(title, { weight: "Bolder", size: "Large" }),
    runs(edition, { size: "Small" }),
    ...(notice === null ? [] : [runs(notice, { weight: "Bolder" })]),
    ...lines.map((line) => runs(line, {})),
    runs(marking, { weight: "Bolder", horizontalAlignment: "Right" }),
  ];
  const card = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    ...(direction === "rtl" ? { rtl: true } : {}),
    body,
    ...(link === null
      ? {}
      : { actions: [{ type: "Action.OpenUrl", title: link.words, url: link.url }] }),
  };
  const contentType = "application/vnd.microsoft.card.adaptive";
  return { type: "message", attachments: [{ contentType, contentUrl: null, content: card }] };
}

interface Look {
  readonly weight?: "Bolder";
  readonly size?: "Large" | "Small";
  readonly horizontalAlignment?: "Right";
}

function runs(text: string, { horizontalAlignment, ...look }: Look) {
  return {
    type: "RichTextBlock",
    ...(horizontalAlignment === undefined ? {} : { horizontalAlignment }),
    inlines: [{ type: "TextRun", text, ...look }],
  };
}
