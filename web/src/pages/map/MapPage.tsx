/** The map: what happened where, or who took part, who has to do with whom, and what has no place. */
import { useEffect, useMemo } from "preact/hooks";
import { dataAddress, navigate, setQuery, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { MapPage as MapData } from "../../contract/pages";
import { ErrorLine } from "../../parts/ErrorLine";
import { Filters } from "../../parts/Filters";
import { Loading } from "../../parts/Loading";
import { SameAs } from "../../parts/SameAs";
import { counted, sourcesWords } from "../../parts/Sources";
import { useKeys } from "../../shell/keys";
import { announce } from "../../shell/live";
import { useTitle } from "../../shell/title";
import { Choices } from "./Choices";
import { Chosen } from "./Chosen";
import { arcsOf, dyadsOf, has } from "./dyads";
import { Legend } from "./Legend";
import { Lists } from "./Lists";
import { codeIn, countryId, statusesOf, stepsTo } from "./scale";
import { mapAddress, picking, shownIn } from "./shown";
import { useCountries } from "./useCountries";
import { WorldMap } from "./WorldMap";
import "./map.css";

const NOT_HERE = ["kind"];

export default function MapPage() {
  const here = useAddress();
  const { data, asking, problem, again } = useAsked<MapData>(dataAddress(here, ".json"));
  const shown = shownIn(here.query);
  const { of, beside, list } = shown;
  const { all, views } = useCountries(data);
  const names = useMemo(() => {
    const own = (data?.states ?? []).flatMap(({ country, name }): [string, string][] =>
      country ? [[country, name]] : [],
    );
    const told = Object.entries(data?.names ?? {}).flatMap(([id, name]): [string, string][] => {
      const code = codeIn(id);
      return code ? [[code, name]] : [];
    });
    return new Map([...all, ...told, ...own]);
  }, [data, all]);
  const nameOf = (code: string) => names.get(code) ?? code;
  const called = (id: string) => data?.names[id] ?? nameOf(codeIn(id) ?? id);

  const steps = useMemo(() => stepsTo(data?.states[0]?.events ?? 0), [data]);
  const statuses = useMemo(() => statusesOf(data?.states ?? [], steps), [data, steps]);
  const dyads = useMemo(() => dyadsOf(data?.dyads ?? [], of, null), [data, of]);
  const lines = useMemo(() => {
    const drawn = of || list === "dyads" ? dyads : [];
    return arcsOf(drawn, data?.shapes ?? {}, data?.names ?? {}, (dyad) => beside !== null && has(dyad, beside));
  }, [dyads, data, of, beside, list]);
  const chosen = useMemo(() => {
    const shapes = (id: string) =>
      data?.states.find((state) => state.id === id)?.shapes ?? data?.shapes[id] ?? [codeIn(id) ?? ""];
    return [of, beside].flatMap((id) => (id ? shapes(id) : []));
  }, [data, of, beside]);

  const what = of ? [called(of), beside && called(beside)].filter(Boolean).join(" and ") : "all countries";
  useTitle(data ? `Map: ${what}, ${counted(data.total, "event")}` : "Map");
  const total = data?.total;
  const words = of && data ? chosenWords(data, what, of, beside) : null;
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  useEffect(() => {
    if (total !== undefined) announce(`the map shows ${counted(total, "event")}`);
  }, [total]);

  useKeys([
    {
      key: "Escape",
      does: "let go of what is chosen on the map",
      run: () => of && navigate(mapAddress(here.query, { "view.of": null, "view.with": null })),
    },
  ]);
  const pick = (id: string, together: boolean) => navigate(mapAddress(here.query, picking(shown, id, together)));
  const placed = data ? data.total - data.no_place.events : 0;
  return (
    <div class="map">
      <div class="map-head">
        <h1>Map</h1>
        {data && (
          <p class="map-total" aria-busy={asking}>
            {counted(data.total, "event")}, {placed.toLocaleString("en")} of them with{" "}
            {data.by === "place" ? "a place in a country" : "a country that takes part"};{" "}
            <a href={mapAddress(here.query, { "view.list": "no-place" })}>
              {data.no_place.events.toLocaleString("en")} without
            </a>
          </p>
        )}
      </div>
      <Filters names={data?.names ?? {}} facets={data?.facets ?? null} without={NOT_HERE} />
      <Choices by={data?.by ?? "place"} shown={shown} views={views} nameOf={nameOf} />
      {problem && <ErrorLine problem={problem} again={again} />}
      {!data && asking && <Loading what="the map" />}
      <div class={asking && data ? "map-body map-asking" : "map-body"}>
        <div class="map-world">
          <WorldMap
            label={`Map of the world with counts of events; the lists beside it hold the same`}
            statuses={statuses}
            names={names}
            chosen={chosen}
            arcs={lines.arcs}
            disputed={data?.disputed ?? []}
            stands={shown.stands}
            onPick={(code, how) => pick(countryId(code), how.beside)}
            onPickArc={(id) => {
              const [one = "", other = ""] = id.split("|");
              setQuery(of === other ? { "view.with": one } : { "view.of": one, "view.with": other });
            }}
          >
            {words && (
              <a class="map-chosen-strip" href="#map-chosen-title">
                {words} ↓
              </a>
            )}
            {data && <Legend data={data} steps={steps} arcs={arcsWords(lines)} />}
          </WorldMap>
        </div>
        {data && (
          <div class="map-side">
            <Chosen data={data} shown={shown} nameOf={called} />
            <Lists data={data} shown={shown} dyads={dyads} all={names} nameOf={nameOf} />
          </div>
        )}
      </div>
      <SameAs />
    </div>
  );
}

/** What is chosen, in a line. */
function chosenWords(data: MapData, what: string, of: string, beside: string | null): string {
  const found = data.states.find(({ id }) => id === of);
  const dyads = beside ? dyadsOf(data.dyads, of, beside) : [];
  if (beside)
    return `${what}: ${counted(
      dyads.reduce((sum, { events }) => sum + events, 0),
      "event",
    )} as a dyad`;
  return `${what}: ${found ? sourcesWords(found) : "no event"}`;
}

/** What the lines on the map are, and what they leave out; null where there are none. */
function arcsWords({
  arcs,
  unplaced,
  left,
}: {
  arcs: readonly unknown[];
  unplaced: number;
  left: number;
}): string | null {
  if (arcs.length === 0 && unplaced === 0) return null;
  const words = ["Lines: who has to do with whom, the wider the more events, there and back in one."];
  if (left > 0) words.push(`${left} more are only in the list of dyads.`);
  if (unplaced > 0) words.push(`${counted(unplaced, "dyad")} with a body or state that has no place on the map, too.`);
  return words.join(" ");
}
