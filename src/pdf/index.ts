/** The objects of a PDF, read as its own table gives them, and written. */

export { PdfFile } from "./pdf-file.js";
export { PdfError, Tokens } from "./tokens.js";
export {
  bytesOf,
  isDictionary,
  isOperator,
  nameOf,
  type Operator,
  type PdfDictionary,
  type PdfValue,
  referenceOf,
  type Token,
  textOf,
  utf16,
} from "./value.js";
export { type PlacedObject, writeReferences } from "./write-references.js";
export {
  array,
  dictionary,
  name,
  reference,
  streamOf,
  writeObject,
  writeValue,
} from "./write-value.js";
