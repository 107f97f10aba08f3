/** One issue: bar, page and PDF side by side or the coverage, the panel beside them, and the status line. */
import { CoverageView } from "./coverage/coverage-view.js";
import { PanelFrame } from "./panel/panel-frame.js";
import { PanesView } from "./panes/panes-view.js";
import { panel } from "./state/panel-state.js";
import { view } from "./state/route-state.js";
import { StatusLine } from "./status-line.js";
import { TopBar } from "./top-bar.js";

export function Workspace() {
  return (
    <div class="workspace" data-panel={panel.value === null ? undefined : panel.value.kind}>
      <TopBar />
      <main class="stage">
        <PanesView isShown={view.value === "page"} />
        {view.value === "coverage" && <CoverageView />}
      </main>
      <PanelFrame />
      <StatusLine />
    </div>
  );
}
