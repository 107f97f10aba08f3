/** Everything that is painted is an artifact or belongs to exactly one place in the structure tree. */
import { readPageContent } from "../page-content.js";
import type { PdfFile } from "../pdf-file.js";
import { elementsOf, readStructureTree } from "../structure-tree.js";
import { isDictionary, type PdfDictionary, type PdfValue } from "../value.js";

export function checkContent(file: PdfFile): string[] {
  const places = placesInTree(file);
  const parents = parentsByKey(file);
  const complaints = file.pages.flatMap(({ id, page }, index) => {
    const { paintings, mcids } = readPageContent(file, page);
    const on = `page ${index + 1}`;
    const unmarked = paintings.filter(({ mark }) => mark.kind === "none");
    const named = file.list(parents.get(Number(page.entries.get("StructParents") ?? -1)));
    return [
      ...unmarked
        .slice(0, 1)
        .map(({ operator }) => `${on}: ${operator} lies in no mark (${unmarked.length} in all)`),
      ...mcids.flatMap((mcid, at) =>
        mcids.indexOf(mcid) === at ? [] : [`${on}: MCID ${mcid} is used twice`],
      ),
      ...mcids.flatMap((mcid) => {
        const owners = places.get(`${id} ${mcid}`) ?? [];
        places.delete(`${id} ${mcid}`);
        return checkOwners(`${on}: MCID ${mcid}`, owners, file.dictionary(named[mcid]));
      }),
    ];
  });
  return [
    ...complaints,
    ...[...places.keys()].map((key) => `the tree names content that is nowhere: ${key}`),
  ];
}

function checkOwners(
  what: string,
  owners: readonly PdfDictionary[],
  named: PdfDictionary | undefined,
) {
  const [owner, ...others] = owners;
  if (owner === undefined) return [`${what} is not in the tree`];
  if (others.length > 0) return [`${what} is in the tree ${owners.length} times`];
  return owner === named ? [] : [`${what} has another owner in the parent tree`];
}

/** The elements that hold each MCID, by `page mcid`. */
function placesInTree(file: PdfFile): Map<string, PdfDictionary[]> {
  const places = new Map<string, PdfDictionary[]>();
  const root = readStructureTree(file);
  for (const element of root === undefined ? [] : elementsOf(root)) {
    for (const kid of element.kids) {
      if (kid.kind !== "content") continue;
      const key = `${kid.page} ${kid.mcid}`;
      places.set(key, [...(places.get(key) ?? []), element.dictionary]);
    }
  }
  return places;
}

/** The parent tree as a map (ISO 32000-1, 7.9.7). */
export function parentsByKey(file: PdfFile): Map<number, PdfValue> {
  const parents = new Map<number, PdfValue>();
  const open = (value: PdfValue) => {
    const node = file.resolve(value);
    if (!isDictionary(node)) return;
    const numbers = file.list(node.entries.get("Nums"));
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      parents.set(Number(numbers[index]), numbers[index + 1] ?? null);
    }
    for (const kid of file.list(node.entries.get("Kids"))) open(kid);
  };
  open(file.get(file.catalog, "StructTreeRoot", "ParentTree"));
  return parents;
}
