/** The page of `brief preview`, put together. */
import { render } from "preact";
import { App } from "./app.js";
import { handleKey } from "./keyboard.js";
import { followIssue, loadCatalogue } from "./state/issue-state.js";

const root = document.getElementById("app");
if (root !== null) {
  render(<App />, root);
  document.addEventListener("keydown", handleKey);
  followIssue();
  void loadCatalogue();
}
