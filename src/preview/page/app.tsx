/** The list of issues, or one of them; what is told in passing; the question before notes are written. */
import { useEffect } from "preact/hooks";
import { ChangeDialog } from "./edit/change-dialog.js";
import { IssueList } from "./issue-list.js";
import { announcement } from "./state/announce.js";
import { catalogue } from "./state/issue-state.js";
import { route } from "./state/route-state.js";
import { Workspace } from "./workspace.js";

export function App() {
  const at = route.value;
  useEffect(() => {
    document.title = titleOf();
  }, [at, catalogue.value]);
  return (
    <>
      {at.kind === "list" ? <IssueList /> : <Workspace key={`${at.brief}/${at.issue}`} />}
      <ChangeDialog />
      <p class="aside-words" role="status">
        {announcement.value}
      </p>
    </>
  );
}

function titleOf(): string {
  const at = route.peek();
  if (at.kind === "list") return "Issues · Briefwright preview";
  const title = catalogue.peek()?.briefs.find(({ id }) => id === at.brief)?.title ?? at.brief;
  return `${title} ${at.issue} · Briefwright preview`;
}
