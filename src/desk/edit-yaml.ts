/** A YAML document and one change of it in; the document changed in place, with its comments where they were. */
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
} from "yaml";

type Path = readonly string[];

/** At the end of a list, which is made where there is none; nothing where one of its items is the same. */
export function addItem(
  document: Document,
  path: Path,
  value: unknown,
  isSame: (item: unknown) => boolean,
): void {
  const list = listAt(document, path);
  if (list === null || list.items.some(isSame)) return;
  if (list.items.length === 0) list.flow = false;
  const item = nodeOf(document, value);
  // In the style of the items that are there.
  const last = list.items.at(-1);
  if (isMap(item) && isMap(last)) item.flow = last.flow ?? false;
  list.items.push(item);
}

/** @returns whether there was one */
export function removeItems(
  document: Document,
  path: Path,
  isSame: (item: unknown) => boolean,
): boolean {
  const list = document.getIn(path, true);
  if (!isSeq(list)) return false;
  const kept: unknown[] = [];
  let orphaned: string | null = null;
  for (const item of list.items) {
    if (isSame(item)) orphaned = join(orphaned, commentsOf(item));
    else {
      if (isNode(item)) item.commentBefore = join(orphaned, item.commentBefore);
      orphaned = isNode(item) ? null : orphaned;
      kept.push(item);
    }
  }
  if (kept.length === list.items.length) return false;
  list.items = kept;
  list.comment = join(orphaned, list.comment);
  if (kept.length === 0) removeEmpty(document, path, list);
  return true;
}

/**
 * All items of a list; one that stays what it was keeps its node.
 * @param isSame whether a node is that of a value
 */
export function replaceItems(
  document: Document,
  path: Path,
  values: readonly unknown[],
  isSame: (node: unknown, value: unknown) => boolean,
): void {
  if (values.length === 0 && !isSeq(document.getIn(path, true))) return;
  const list = listAt(document, path);
  if (list === null) return;
  const left = [...list.items];
  const items = values.map((value) => {
    const at = left.findIndex((node) => isSame(node, value));
    return at < 0 ? nodeOf(document, value) : left.splice(at, 1)[0];
  });
  const orphaned = left.map(commentsOf).reduce(join, null);
  list.items = items;
  list.comment = join(list.comment ?? null, orphaned);
  if (items.length === 0) removeEmpty(document, path, list);
  else if (left.length === 0 && items.every(isNode)) list.flow = false;
}

/** A value at a path, whose maps are made where there are none; undefined takes it out. */
export function setValue(document: Document, path: Path, value: unknown): void {
  if (value === undefined) {
    document.deleteIn(path);
    removeEmptyMaps(document, path.slice(0, -1));
    return;
  }
  const standing = document.getIn(path, true);
  if (isScalar(standing) && typeof value === "string") {
    standing.value = value;
    if (!fits(standing, value)) delete standing.type;
    return;
  }
  const parent = mapAt(document, path.slice(0, -1));
  const node = nodeOf(document, value);
  if (isNode(standing)) node.commentBefore = join(standing.commentBefore ?? null, standing.comment);
  parent?.set(nodeOf(document, path.at(-1) ?? ""), node);
}

/** A style that a person chose stays where it can hold the text. */
function fits({ type }: Scalar, value: string): boolean {
  return type !== Scalar.PLAIN || !/[\n#:]/.test(value);
}

/** Texts longer than this stand below their key, folded. */
const LONG = 72;

function nodeOf(document: Document, value: unknown): Node {
  const node = document.createNode(value) as Node;
  visit(node, {
    Scalar: (key, scalar) => {
      if (key === "key" || typeof scalar.value !== "string") return;
      if (scalar.value.length > LONG || scalar.value.includes("\n"))
        scalar.type = Scalar.BLOCK_LITERAL;
    },
  });
  return node;
}

/** Null where something else than a list stands there. */
function listAt(document: Document, path: Path): YAMLSeq | null {
  const standing = document.getIn(path, true);
  if (isSeq(standing)) return standing;
  if (!isNothing(standing)) return null;
  const list = new YAMLSeq(document.schema);
  place(document, path, standing, list);
  return list;
}

/** Null where something else than a map stands there, or on the way to it. */
function mapAt(document: Document, path: Path): YAMLMap | null {
  const standing = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(standing)) return standing as YAMLMap;
  if (!isNothing(standing)) return null;
  const map = new YAMLMap(document.schema);
  place(document, path, standing, map);
  return map;
}

/** A new list or map in the place of nothing, with the comments that stood there. */
function place(document: Document, path: Path, standing: unknown, made: YAMLSeq | YAMLMap): void {
  const parent = mapAt(document, path.slice(0, -1));
  if (isNode(standing)) {
    made.commentBefore = join(standing.commentBefore ?? null, standing.comment);
  }
  if (parent === null) return;
  if (parent.items.length === 0) parent.flow = false;
  const key = path.at(-1) ?? "";
  const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined) parent.set(nodeOf(document, key), made);
  else pair.value = made;
}

function isNothing(node: unknown): boolean {
  return node === undefined || node === null || (isScalar(node) && node.value === null);
}

/** Comments of a list that holds nothing any more keep it there. */
function removeEmpty(document: Document, path: Path, list: YAMLSeq): void {
  if (commentsOf(list) !== null || hasComments(document, path)) {
    list.flow = true;
    return;
  }
  document.deleteIn(path);
  removeEmptyMaps(document, path.slice(0, -1));
}

function removeEmptyMaps(document: Document, path: Path): void {
  const map = document.getIn(path, true);
  if (path.length === 0 || !isMap(map) || map.items.length > 0) return;
  if (commentsOf(map) !== null || hasComments(document, path)) {
    map.flow = true;
    return;
  }
  document.deleteIn(path);
  removeEmptyMaps(document, path.slice(0, -1));
}

/** Whether the key at a path has comments. */
function hasComments(document: Document, path: Path): boolean {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return false;
  const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
  return isNode(pair?.key) && commentsOf(pair.key) !== null;
}

/** All comments of a node and of what is in it. */
function commentsOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  let comments: string | null = null;
  visit(node, {
    Node: (_, inner) => {
      comments = join(join(comments, inner.commentBefore), inner.comment);
    },
  });
  return comments;
}

function join(first: string | null | undefined, second: string | null | undefined): string | null {
  if (!first) return second || null;
  return second ? `${first}\n${second}` : first;
}
