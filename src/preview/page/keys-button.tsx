/** What the keys do, in a box that the browser opens and closes by itself. */
import { KEYS } from "./keyboard.js";

export function KeysButton() {
  return (
    <>
      <button type="button" class="bar-button" popovertarget="keys">
        Keys
      </button>
      <div id="keys" popover="auto" class="keys">
        <h2>Keys</h2>
        <dl>
          {KEYS.map(([key, words]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
