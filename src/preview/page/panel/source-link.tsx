/** A place in a file to the address that opens it in the editor. */
import { useEffect, useState } from "preact/hooks";
import { readFile } from "../api/client.js";
import { catalogue } from "../state/issue-state.js";

interface Props {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Where it is known already. */
  readonly absolute?: string;
}

export function SourceLink({ path, line, column, absolute }: Props) {
  const [found, setFound] = useState<string | null>(absolute ?? null);
  useEffect(() => {
    if (absolute !== undefined) return;
    readFile(path).then(
      (file) => setFound(file.absolute),
      () => setFound(null),
    );
  }, [path, absolute]);
  const form = catalogue.value?.editor ?? null;
  if (found === null || form === null) return null;
  return (
    <a class="editor-link" href={editorAddress(form, found, line, column)}>
      Open in the editor
    </a>
  );
}

/** @param form with `{path}`, `{line}` and `{column}` */
export function editorAddress(
  form: string,
  absolute: string,
  line: number | null,
  column: number | null,
): string {
  const path = absolute.split("/").map(encodeURIComponent).join("/").replace(/^\//, "");
  return form
    .replace("{path}", path)
    .replace("{line}", String(line ?? 1))
    .replace("{column}", String(column ?? 1));
}
