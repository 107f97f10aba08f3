/** What is under way and how much was done, for whoever watches the program; nothing where nobody does. */

export type Attributes = Readonly<Record<string, string | number | boolean>>;

export type Say = (attributes: Attributes) => void;

export interface Telemetry {
  /**
   * Work that others can see begin and end; what it throws is thrown on.
   * @param work is given a way to say more of itself
   */
  span<T>(name: string, attributes: Attributes, work: (say: Say) => Promise<T>): Promise<T>;
  /** So many more, e.g. `brief.articles.read`. */
  count(name: string, value: number, attributes?: Attributes): void;
}

const NOBODY: Telemetry = {
  span: (_name, _attributes, work) => work(() => undefined),
  count: () => undefined,
};

let current = NOBODY;

export function telemetry(): Telemetry {
  return current;
}

/** @param watcher null where nobody watches any more */
export function useTelemetry(watcher: Telemetry | null): void {
  current = watcher ?? NOBODY;
}
