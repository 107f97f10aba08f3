/** Something to ask the server for in, its answer for a component out, asked again when the issue changes. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Subject } from "../api/client.js";
import { knownRevision } from "../state/issue-state.js";
import { subject } from "../state/route-state.js";

export type Loaded<T> =
  | { readonly kind: "waiting" }
  | { readonly kind: "here"; readonly value: T }
  | { readonly kind: "fault"; readonly message: string };

/** @param key what is asked for: another key is another question */
export function useLoaded<T>(key: string, load: (of: Subject) => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ kind: "waiting" });
  const of = subject.value;
  const revision = knownRevision.value;
  useEffect(() => {
    if (of === null) return;
    let isWanted = true;
    load(of).then(
      (value) => isWanted && setLoaded({ kind: "here", value }),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (isWanted) setLoaded({ kind: "fault", message });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [key, of, revision]);
  return loaded;
}

interface ShowProps<T> {
  readonly of: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}

export function Show<T>({ of, children }: ShowProps<T>) {
  switch (of.kind) {
    case "waiting":
      return <p class="empty">…</p>;
    case "fault":
      return <p class="fault">{of.message}</p>;
    case "here":
      return <>{children(of.value)}</>;
  }
}
