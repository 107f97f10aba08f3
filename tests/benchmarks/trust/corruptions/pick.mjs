/** One of a list by chance; undefined of an empty one. */
export function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}
