/** The brief as it prints, live. */
import { effect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { madeAddress } from "../api/client.js";
import { pdfRevision } from "../state/issue-state.js";
import { subject } from "../state/route-state.js";
import { PdfSheets } from "./pdf-sheets.js";

export function PdfPane() {
  const host = useRef<HTMLElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => (host.current === null ? undefined : keepLive(host.current, setFault)), []);
  return (
    <>
      {fault !== null && <p class="pane-fault">The PDF cannot be shown: {fault}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section class="sheets" ref={host} tabIndex={0} aria-label="The brief as PDF" />
    </>
  );
}

/** The server answers 404 until the first print is made, and tells when it is. */
function isNotYet(error: unknown): boolean {
  return error instanceof Error && "status" in error && error.status === 404;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function keepLive(host: HTMLElement, setFault: (fault: string | null) => void): () => void {
  const sheets = new PdfSheets(host);
  const stop = effect(() => {
    const of = subject.value;
    const printed = pdfRevision.value;
    if (of === null || printed === null) return;
    const { revision } = printed;
    sheets.show(madeAddress(of, "brief.pdf", revision)).then(
      () => {
        host.dataset.revision = String(revision);
        setFault(null);
      },
      (error: unknown) => setFault(isNotYet(error) ? null : messageOf(error)),
    );
  });
  const watch = new ResizeObserver(() => void sheets.resize());
  watch.observe(host);
  return () => {
    stop();
    watch.disconnect();
    sheets.close();
  };
}
