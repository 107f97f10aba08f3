/** From the path of a finished brief to what does not hold in it: what the file holds says how it is checked. */
import type { Host } from "../host/host.js";
import { faultOf } from "../model/fault.js";
import { issueFileAt } from "../records.js";
import { type CheckResult, checkIssueFile, nothingChecked } from "./check-issue-file.js";

/** A brief with its texts and fonts has a few megabytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * @param path an issue.json or its folder, the page or PDF that was made from it, or an archive of all
 * @param folder where to look for the workspace whose corpus the brief was made from
 * @throws {HostError} where the file cannot be read
 */
export async function checkFile(host: Host, path: string, folder?: string): Promise<CheckResult> {
  const file = await issueFileAt(host, path);
  const size = await host.sizeOf(file);
  if (size !== null && size > MAX_BYTES) return nothing(file, "this is too large to be a brief");
  const bytes = await host.readFile(file);
  switch (kindOf(bytes)) {
    case "pdf": {
      const { checkPdfFile } = await import("./check-pdf-file.js");
      return checkPdfFile(host, { bytes, file, folder });
    }
    case "html": {
      const { checkPageFile } = await import("./check-page-file.js");
      return checkPageFile(host, { bytes, file, folder });
    }
    case "zip": {
      const { checkZipFile } = await import("./check-zip-file.js");
      return checkZipFile(host, { bytes, file, folder });
    }
    case "json":
      return checkIssueFile(host, file, folder);
    default:
      return nothing(file, "this is neither a page nor a PDF nor an issue");
  }
}

type Kind = "pdf" | "html" | "zip" | "json" | "unknown";

/** By its first letters; its name may be anything. */
function kindOf(bytes: Uint8Array): Kind {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004")) return "zip";
  if (head.includes("%PDF-")) return "pdf";
  const first = head.replace(/^(?:\xef\xbb\xbf)?\s*/, "");
  if (/^<(?:!doctype html|html)\b/i.test(first)) return "html";
  return first.startsWith("{") ? "json" : "unknown";
}

function nothing(file: string, message: string): CheckResult {
  return nothingChecked([faultOf("not-a-brief", message, { file })]);
}
