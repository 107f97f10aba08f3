/** One process at a time, behind one interface: a lock that is free again when its process dies. */

export interface Lock {
  release(): void;
}

/**
 * @param path of a file that stands for what is locked; it is made where it is not there
 * @returns null where another process holds it
 * @throws {HostError} where the file cannot be made
 */
export type TakeLock = (path: string) => Promise<Lock | null>;

/** Within one program, for tests and for embedding. */
export function memoryLocks(): TakeLock {
  const held = new Set<string>();
  return async (path) => {
    if (held.has(path)) return null;
    held.add(path);
    return { release: () => void held.delete(path) };
  };
}
