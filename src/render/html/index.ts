/** The HTML renderer: a filled page as one file that asks for nothing else. */
export { renderHtml } from "./render-html.js";
