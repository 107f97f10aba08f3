/** Work that must not run into other work in, each in its turn out. */
export type InTurn = <T>(work: () => Promise<T> | T) => Promise<T>;

export function inTurn(): InTurn {
  let before: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T> | T): Promise<T> => {
    const mine = before.then(work);
    before = mine.catch(() => undefined);
    return mine;
  };
}
