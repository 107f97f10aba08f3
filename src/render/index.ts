/** The renderers: one filled page as HTML that stands alone, as PDF, and as a document without its layout. */
export { type DocumentFormat, renderDocument } from "./document/render-document.js";
export { type FontDelivery, renderHtml } from "./html/index.js";
export { renderMail } from "./mail/render-mail.js";
export { type FontsAtHand, fontsAtHand } from "./pdf/fonts/fonts-at-hand.js";
export {
  type PdfOptions,
  type PdfResult,
  type PdfSummary,
  renderPdf,
  streamPdf,
} from "./pdf/index.js";
export type { Attachment } from "./pdf/metadata/attachment.js";
export { namedFiles } from "./pdf/page/page-files.js";
export { type PrintedRun, type PrintedWords, printedWords } from "./pdf/words/printed-words.js";
export { reviewPage, reviewStyle } from "./review/review-page.js";
