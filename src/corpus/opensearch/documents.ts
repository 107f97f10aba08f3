/** Articles and files to the documents of the archive, and back again. */
import { createHash } from "node:crypto";
import type { Article, Unread } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { hostOfArticle, type ReadResult } from "../../readers/index.js";
import { fold } from "../../text/fold.js";
import { articleWords } from "../count-clause.js";
import { statedDay, wantedKey } from "../day-keys.js";
import { unreadOf } from "../read-corpus.js";
import { rankOf } from "../recurring-lines.js";
import { partsOf } from "../set-digest.js";
import type { ArticleHead, FileReading, StoredFile } from "../store.js";
import { languageText } from "./language-text.js";
import { decode, encode, pack, unpack } from "./packed.js";
import { sortName } from "./sort-name.js";

/** Where an article stands: of which file it is which part, and in which document. */
export interface Place {
  readonly file: string;
  readonly part: number;
  readonly index: string;
  readonly doc: string;
  /** Id of the article. */
  readonly id: string;
}

/** A head with what orders it. */
export interface PlacedHead {
  readonly head: ArticleHead;
  readonly file: string;
  readonly part: number;
  readonly doc: string;
}

/** A name of any length to the id of a document. */
export function docId(...names: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(names)).digest("base64url").slice(0, 27);
}

/** `prefix-articles-2021-05`, or `-undated`. */
export function monthlyIndex(prefix: string, day: string | null): string {
  return `${prefix}-articles-${day === null ? "undated" : day.slice(0, 7)}`;
}

export function placesOf(prefix: string, { file, result }: FileReading): Place[] {
  return result.articles.map((article, part) => ({
    file,
    part,
    index: monthlyIndex(prefix, statedDay(article)),
    doc: docId(file, part),
    id: article.id,
  }));
}

/** @param reason why another article with its id counts; null where it counts itself */
export function articleDoc(article: Article, place: Place, reason: string | null): object {
  const { id, file: name, title, outlet, language } = article;
  const day = statedDay(article);
  const key = wantedKey(day, `${place.file}#${place.part}`);
  const words = articleWords(article);
  const head = { id, file: name, day, title, outlet, language };
  return {
    key,
    id,
    name: sortName(name),
    order: sortName(place.file),
    part: place.part,
    ...(day !== null && { day }),
    ...(outlet !== null && { outlet: fold(outlet).toWellFormed() }),
    language: language.toWellFormed(),
    counts: reason === null,
    ...(reason !== null && { reason: encode(reason) }),
    head: encode({ head: { ...head, key }, file: place.file, part: place.part }),
    body: pack(article),
    ...(reason === null && {
      words: { title: words.title.join(" "), text: words.text.join(" ") },
      content: languageText(article),
    }),
  };
}

export function headOf(doc: string, source: { readonly head: string }): PlacedHead {
  return { doc, ...decode<Omit<PlacedHead, "doc">>(source.head) };
}

export const bodyOf = ({ body }: { readonly body: string }): Article => unpack<Article>(body);
export const reasonOf = ({ reason }: { readonly reason: string }): string => decode(reason);

/** All that the archive knows of a file. */
export interface FileState extends StoredFile {
  readonly places: readonly Place[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unread: readonly Unread[];
  /** Of the lines that it was read without; empty where none was dropped. */
  readonly cleaned: string;
  /** How it read before any line was dropped; null where it reads so now. */
  readonly firstReading: ReadResult | null;
  readonly hosts: readonly string[];
  /** Hosts of which a recurring line stands in it. */
  readonly affected: readonly string[];
}

export function stateOf(reading: FileReading, places: readonly Place[]): FileState {
  const { result, file, ...known } = reading;
  const hosts = new Set(result.articles.map(hostOfArticle).filter((host) => host !== null));
  return {
    file,
    ...known,
    places,
    diagnostics: result.diagnostics,
    unread: unreadOf({ file, ...result }),
    cleaned: "",
    firstReading: null,
    hosts: [...hosts],
    affected: [],
  };
}

export function fileDoc(state: FileState): object {
  const { file, sha256, readBy, hosts, affected, diagnostics, unread } = state;
  const isRead = sha256 !== "";
  return {
    order: sortName(file),
    isRead,
    readBy,
    rank: rankOf(file),
    hosts,
    affected,
    isCleaned: state.cleaned !== "",
    said: countedCodes(diagnostics),
    unread: unread.length,
    data: pack(state),
    ...(isRead &&
      Object.fromEntries(partsOf({ file, sha256 }).map((part, n) => [`sum${n}`, part]))),
  };
}

export const stateIn = ({ data }: { readonly data: string }): FileState => unpack<FileState>(data);

/** Each code once, and each further time under a name of its own: an engine counts documents. */
function countedCodes(diagnostics: readonly Diagnostic[]): string[] {
  const counts = new Map<string, number>();
  return diagnostics.map(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count === 1 ? code : `${code}#${count}`;
  });
}

/** The code that was counted. */
export const codeOf = (said: string): string => said.replace(/#\d+$/, "");
