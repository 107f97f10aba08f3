/**
 * A table of words and what they stand for in, the same without the words that every object knows
 * out: a page may well write `constructor` where a colour or a counter is asked for.
 */
export function byWord<Value>(
  table: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const own: Record<string, Value> = Object.create(null);
  return Object.assign(own, table);
}
