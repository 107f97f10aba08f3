/** The renderers: one filled page as HTML that stands alone, and as PDF. */
export { renderHtml } from "./html/index.js";
export { renderPdf } from "./pdf/index.js";
