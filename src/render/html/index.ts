export { fontFiles } from "./font-files.js";
export { makeSelfContained, renderHtml } from "./render-html.js";
