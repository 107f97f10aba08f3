/** Who says it, by way of whom, in which outlet: the steps from the speaker to the page. */
import type { PassageExplanation } from "../../../model/explanation.js";
import { count } from "../print.js";

export function Chain({ of }: { readonly of: PassageExplanation }) {
  const { attributions, entry } = of;
  const outlet = entry.outlet?.name ?? "an outlet that is not named";
  if (attributions.length === 0) {
    return (
      <p class="chain-none">
        In the words of <bdi>{outlet}</bdi> itself: nobody is named as the speaker.
      </p>
    );
  }
  return (
    <ul class="chains" aria-label="Who says it">
      {attributions.map(({ speaker, via, depth, cue }) => (
        <li>
          <ol class="chain">
            <Step how="says" name={speaker} />
            {via.map((name) => (
              <Step how="by way of" name={name} />
            ))}
            <Step how="in" name={outlet} />
          </ol>
          <p class="chain-note">
            <bdi>“{cue}”</bdi>, {count(depth, "step")} from the outlet
          </p>
        </li>
      ))}
    </ul>
  );
}

function Step({ how, name }: { readonly how: string; readonly name: string }) {
  return (
    <li>
      <span class="chain-role">{how}</span> <bdi class="chain-name">{name}</bdi>
    </li>
  );
}
