/** What colours, patterns, dots and numbers of the map mean. */
import type { MapPage } from "../../contract/pages";
import { counted, sourcesWords } from "../../parts/Sources";
import { classOf, reportsIn, stepWords } from "./scale";
import { Swatch } from "./WorldMap";

export function Legend({ data, steps, arcs }: { data: MapPage; steps: readonly number[]; arcs: string | null }) {
  const most = data.states[0]?.events ?? 0;
  const first = data.states.find(({ country, shapes }) => country !== null && shapes.includes(country));
  const past = data.states.some(({ country, shapes }) => shapes.some((shape) => shape !== country));
  return (
    <section class="map-legend" aria-label="Legend">
      <ul>
        <li>
          <Swatch class="world-map-0" /> no event
        </li>
        {steps.map((begin, n) => {
          const told = reportsIn(n + 1, steps, data.states);
          return (
            <li key={begin}>
              <Swatch class={classOf(n + 1, steps.length)} /> {stepWords(n + 1, steps, most)}{" "}
              {n === 0 && begin === 1 && stepWords(1, steps, most) === "1" ? "event" : "events"}
              <span class="muted"> · {told ? reportWords(told) : "no country"}</span>
            </li>
          );
        })}
        {past && (
          <li>
            <Swatch class="world-map-2" pattern="past" /> counted for a state of the past that lay there
          </li>
        )}
        {data.disputed.length > 0 && (
          <li>
            <Swatch class="world-map-0" pattern="disputed" /> claimed by several states; small broken rings: such areas
            without a shape here
          </li>
        )}
      </ul>
      <p class="muted">
        {first &&
          `“${first.events.toLocaleString("en")} · ${first.independent.toLocaleString("en")}” on ${first.name}: ${sourcesWords(first)}. `}
        Dots are countries too small to be seen. {arcs}
      </p>
    </section>
  );
}

function reportWords([fewest, most]: readonly [number, number]): string {
  return fewest === most
    ? counted(most, "independent report")
    : `${fewest.toLocaleString("en")}–${counted(most, "independent report")}`;
}
