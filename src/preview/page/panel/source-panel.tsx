/** A file of the workspace as it stands, one line of it marked. */
import { useEffect, useRef } from "preact/hooks";
import type { SourceFile } from "../../shapes.js";
import { readFile } from "../api/client.js";
import { failures } from "../state/issue-state.js";
import { Show, useLoaded } from "./load.js";
import { SourceLink } from "./source-link.js";

interface Props {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
}

export function SourcePanel({ path, line, column }: Props) {
  const file = useLoaded(`${path} ${failures.value}`, () => readFile(path));
  return (
    <Show of={file}>
      {(value) => (
        <>
          <p class="source-head">
            <bdi>{[value.path, line, column].filter((part) => part !== null).join(":")}</bdi>
            <SourceLink path={value.path} line={line} column={column} absolute={value.absolute} />
          </p>
          <Lines of={value} line={line} />
        </>
      )}
    </Show>
  );
}

function Lines({ of, line }: { readonly of: SourceFile; readonly line: number | null }) {
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => {
    box.current?.querySelector(".line-here")?.scrollIntoView({ block: "center" });
  }, [of, line]);
  return (
    <ol class="source" dir="ltr" ref={box}>
      {of.text.split(/\r\n|\r|\n/).map((words, index) => (
        <li
          class={index + 1 === line ? "line-here" : undefined}
          aria-current={index + 1 === line ? "location" : undefined}
        >
          {words === "" ? "\u200b" : words}
        </li>
      ))}
    </ol>
  );
}
