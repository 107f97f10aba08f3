/** Work that gives the same value for the same key, done once. */

interface Known<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

export function remember<Key, Value>(known: Known<Key, Value>, key: Key, work: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = work();
  known.set(key, value);
  return value;
}
