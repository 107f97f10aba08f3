/** The HTML renderer: a filled page as one file that asks for nothing else. */
export { type FontDelivery, renderHtml } from "./render-html.js";
