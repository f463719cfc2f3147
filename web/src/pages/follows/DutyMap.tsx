import { useMemo } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import { announce } from "../../shell/live";
import { loadAtlas } from "../map/atlas";
import { written } from "../map/view";
import { Swatch, WorldMap } from "../map/WorldMap";
import { legendOf, type StateOf, stateIn, statusesOf } from "./coloured";
import { fitted, placesOf } from "./fitting";

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
  const near = async (shapes: readonly string[]) => {
    const view = fitted(placesOf(await loadAtlas("110m"), shapes));
    if (view) setQuery(written(view), { replace: true });
  };
  return (
    <figure class="follows-map">
      <WorldMap label={label} statuses={statuses} onPick={pick} chosen={outlined}>
        <ul class="follows-map-legend" aria-label="Legend">
          {legendOf(states).map(({ look, count, shapes }) => (
            <li key={look.word}>
              <button type="button" class="plain" onClick={() => near(shapes)} title="Show on the map where they lie">
                <Swatch class={look.class} pattern={look.pattern} /> {look.word} <span class="muted">{count}</span>
              </button>
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
