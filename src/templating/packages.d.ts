/** Handlebars as one file, typed like the package itself. */
declare module "handlebars/dist/handlebars.js" {
  import Handlebars from "handlebars";
  export default Handlebars;
}
