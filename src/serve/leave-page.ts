/** What somebody is told who leaves the list of a brief: one page, in their language, that runs nothing. */
import { createHash } from "node:crypto";
import type { WebAnswer } from "../host/web.js";
import type { Words } from "../site/index.js";
import { escapeText } from "../site/index.js";

/** `ask` is shown to whoever opens the link, and changes nothing: what scans mail opens links too. */
export type LeaveState = "ask" | "left" | "wrong-link" | "later";

const STATUS: Readonly<Record<LeaveState, number>> = {
  ask: 200,
  left: 200,
  "wrong-link": 400,
  later: 503,
};

/** @param title of the brief; empty where the link names none @param action where the button leads */
export function leavePage(
  { language, direction, say }: Words,
  state: LeaveState,
  { title, action }: { readonly title: string; readonly action: string },
): WebAnswer {
  const words = (key: string) => escapeText(say(`leave.${state}.${key}`, { title }));
  const button =
    state === "ask"
      ? `<form method="post" action="${escapeText(action)}"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>${words("button")}</button></form>`
      : "";
  const body = `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>${words("heading")}</title>
<style>${STYLE}</style>
</head>
<body><main>
<h1>${words("heading")}</h1>
<p>${words("text")}</p>
${button}
</main></body>
</html>
`;
  return { status: STATUS[state], headers: headersOf(state), body };
}

const STYLE =
  "body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}main{max-width:34rem;margin:12vh auto;padding:0 1.5rem}h1{font-size:1.375rem;line-height:1.3}button{font:inherit;padding:.625rem 1.25rem;border:1px solid #12385b;border-radius:.25rem;background:#12385b;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #b36b00;outline-offset:2px}";

const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

function headersOf(state: LeaveState): Readonly<Record<string, string>> {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    // The address holds the token.
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    ...(state === "later" ? { "retry-after": "60" } : {}),
  };
}
