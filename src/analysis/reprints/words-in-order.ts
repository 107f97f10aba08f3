/** Two lists of numbers to the length of their longest common subsequence, 32 places at a time (Hyyrö, 2004). */

/** Linear in `many` for each 32 of `few`; no numbers of either list may be above 2^30. */
export function countInOrder(few: Uint32Array, many: Uint32Array): number {
  const blocks = (few.length + 31) >>> 5;
  const { symbols, places } = placesOf(few, blocks);
  const free = new Uint32Array(blocks).fill(0xffffffff);
  for (const word of many) {
    const symbol = symbols.get(word);
    if (symbol !== undefined) takePlaces(free, places, symbol * blocks);
  }
  let count = 0;
  for (let at = 0; at < few.length; at += 1) {
    if ((((free[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 0) count += 1;
  }
  return count;
}

/** For each word, the places where it stands, as bits. */
function placesOf(few: Uint32Array, blocks: number) {
  const symbols = new Map<number, number>();
  for (const word of few) if (!symbols.has(word)) symbols.set(word, symbols.size);
  const places = new Uint32Array(symbols.size * blocks);
  for (let at = 0; at < few.length; at += 1) {
    const block = (symbols.get(few[at] ?? 0) ?? 0) * blocks + (at >>> 5);
    places[block] = (places[block] ?? 0) | (1 << (at & 31));
  }
  return { symbols, places };
}

/** One row of the table: `V = (V + (V & M)) | (V & ~M)`, with the carry taken from block to block. */
function takePlaces(free: Uint32Array, places: Uint32Array, from: number): void {
  let carry = 0;
  for (let block = 0; block < free.length; block += 1) {
    const before = free[block] ?? 0;
    const hits = (before & (places[from + block] ?? 0)) >>> 0;
    const sum = before + hits + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    free[block] = sum | (before & ~hits);
  }
}
