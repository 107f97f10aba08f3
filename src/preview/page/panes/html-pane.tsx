/** The brief as a web page, live. */
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { madeAddress } from "../api/client.js";
import { handleKey } from "../keyboard.js";
import { htmlRevision } from "../state/issue-state.js";
import { openPanel, panel, peek } from "../state/panel-state.js";
import { subject } from "../state/route-state.js";
import { prepareMarks, showOpen } from "./statement-marks.js";
import { SwappingFrame } from "./swapping-frame.js";

export function HtmlPane() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current === null ? undefined : keepLive(host.current)), []);
  return <div class="frame-host" ref={host} />;
}

function keepLive(host: HTMLElement): () => void {
  const frame = new SwappingFrame(host, "The brief as a web page", {
    prepare: (page) =>
      prepareMarks(page, {
        onRest: peek,
        onOpen: (name, focusAgain) => openPanel({ kind: "explanation", name }, focusAgain),
        onKey: handleKey,
      }),
    onShown: (page) => {
      showOpen(page, shownName());
      host.dataset.revision = String(htmlRevision.peek());
    },
  });
  const stopPages = effect(() => {
    const of = subject.value;
    const revision = htmlRevision.value;
    if (of !== null && revision !== null) frame.show(madeAddress(of, "brief.html", revision));
  });
  const stopMarks = effect(() => {
    const name = shownName();
    if (frame.page !== null) showOpen(frame.page, name);
  });
  return () => {
    stopPages();
    stopMarks();
    frame.close();
  };
}

function shownName(): string | null {
  const shown = panel.value;
  return shown?.kind === "explanation" ? shown.name : null;
}
