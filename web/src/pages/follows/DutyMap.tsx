import { useMemo } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import { announce } from "../../shell/live";
import { Swatch, WorldMap } from "../map/WorldMap";
import { legendOf, type StateOf, stateIn, statusesOf } from "./coloured";

interface Props {
  label: string;
  states: readonly StateOf[];
}

/** The states of an answer on the map; picking one shows only its lines. What has no shape is told below. */
export function DutyMap({ label, states }: Props) {
  const { query } = useAddress();
  const statuses = useMemo(() => statusesOf(states), [states]);
  const chosen = query.get("view.state");
  const outlined = states.find((one) => one.country === chosen)?.shapes ?? [];
  const without = states.filter((one) => one.shapes.length === 0);
  const pick = (code: string) => {
    const state = stateIn(states, code);
    if (!state) return announce("no line is about this country");
    setQuery({ "view.state": state.country === chosen ? null : state.country }, { replace: true });
    announce(state.country === chosen ? "all lines are shown" : `only lines of ${state.name} are shown`);
  };
  return (
    <figure class="follows-map">
      <WorldMap label={label} statuses={statuses} onPick={pick} chosen={outlined}>
        <ul class="follows-map-legend" aria-label="Legend">
          {legendOf(states).map(({ look, count }) => (
            <li key={look.word}>
              <Swatch class={look.class} pattern={look.pattern} /> {look.word} <span class="muted">{count}</span>
            </li>
          ))}
        </ul>
      </WorldMap>
      {without.length > 0 && (
        <figcaption class="muted">Not on the map: {without.map((one) => one.name).join(", ")}</figcaption>
      )}
    </figure>
  );
}
