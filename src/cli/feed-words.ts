/** How feeds are doing as a table for a person. */
import process from "node:process";
import { styleText } from "node:util";
import type { FetchedFeed } from "../model/collection.js";
import { oneLine } from "./terminal.js";

/** @param feeds at least one */
export function feedTable(feeds: readonly FetchedFeed[]): string {
  const rows = feeds.map((feed) => [
    feed.feed,
    STATUS[feed.status],
    `${feed.new}`,
    `${feed.known}`,
    feed.newest ?? "",
    remark(feed),
  ]);
  const widths = HEAD.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return NUMBERS.has(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  const coloured = rows.map((row, index) => {
    const colour = COLOURS[feeds[index]?.status ?? "fetched"];
    return styleText(colour, line(row), { stream: process.stdout });
  });
  return [line(HEAD), ...coloured].join("\n");
}

const HEAD = ["feed", "status", "new", "known", "newest", ""];
const NUMBERS: ReadonlySet<number> = new Set([2, 3]);
const STATUS = { fetched: "ok", "not-changed": "not changed", failed: "failed" } as const;
const COLOURS = { fetched: "reset", "not-changed": "reset", failed: "red" } as const;

/** Days without anything new that are worth a word. */
const QUIET = 2;

function remark({ status, reason, quietDays, empty }: FetchedFeed): string {
  if (status === "failed") return oneLine(reason ?? "");
  const quiet = quietDays !== null && quietDays >= QUIET ? [`quiet for ${quietDays} days`] : [];
  return [...quiet, ...(empty > 0 ? [`${empty} without text`] : [])].join(", ");
}

export function feedSum(feeds: readonly FetchedFeed[]): string {
  const articles = feeds.reduce((sum, feed) => sum + feed.new, 0);
  const failed = feeds.filter(({ status }) => status === "failed").length;
  const sum = `${articles} new ${articles === 1 ? "article" : "articles"} of ${feeds.length} ${feeds.length === 1 ? "feed" : "feeds"}`;
  return failed > 0 ? `${sum}; ${failed} failed` : sum;
}
