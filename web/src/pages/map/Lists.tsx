/** The map in tables: all countries, dyads, what has no place, and disputed areas. All that the map shows can be done from here. */
import { useState } from "preact/hooks";
import { href, useAddress } from "../../address";
import type { MapPage } from "../../contract/pages";
import { Empty } from "../../parts/Empty";
import { counted } from "../../parts/Sources";
import { type Column, TableOf } from "../../parts/TableOf";
import { claimWords, type NameOf } from "./claims";
import { type Dyad, dyadWords } from "./dyads";
import { Events } from "./Events";
import { countryId, type State } from "./scale";
import { filtered, type List, mapAddress, type Shown } from "./shown";

interface Props {
  data: MapPage;
  shown: Shown;
  dyads: readonly Dyad[];
  /** Names of countries by alpha-3, also of those without events. */
  all: ReadonlyMap<string, string>;
  nameOf: NameOf;
}

export function Lists({ data, shown, dyads, all, nameOf }: Props) {
  const { query } = useAddress();
  const titles: [List, string][] = [
    ["countries", `Countries ${data.states.length}`],
    ["dyads", `Dyads ${dyads.length}`],
    ["no-place", `No place ${data.no_place.events.toLocaleString("en")}`],
    ["disputed", `Disputed ${data.disputed.length}`],
  ];
  return (
    <section class="map-lists" aria-label="The map as lists">
      <nav class="map-tabs" aria-label="Lists">
        {titles.map(([list, title]) => (
          <a
            key={list}
            href={mapAddress(query, { "view.list": list === "countries" ? null : list })}
            aria-current={shown.list === list ? "true" : undefined}
          >
            {title}
          </a>
        ))}
      </nav>
      {data.total === 0 && shown.list !== "disputed" && <Nothing filtered={filtered(query)} />}
      {data.total > 0 && shown.list === "countries" && <Countries data={data} shown={shown} all={all} />}
      {data.total > 0 && shown.list === "dyads" && <Dyads data={data} shown={shown} dyads={dyads} />}
      {data.total > 0 && shown.list === "no-place" && <NoPlace data={data} />}
      {shown.list === "disputed" && <DisputedAreas data={data} nameOf={nameOf} />}
    </section>
  );
}

/** No event at all: because of the filters, or as nothing is kept. */
function Nothing({ filtered }: { filtered: boolean }) {
  return (
    <Empty title={filtered ? "No event fits what is asked" : "No event is kept yet"}>
      {filtered ? (
        <p>Take a filter out, or choose a later day as known on.</p>
      ) : (
        <p>
          <a href={href("/read")}>Read and keep a report</a> that tells of events.
        </p>
      )}
    </Empty>
  );
}

function Countries({ data, shown, all }: { data: MapPage; shown: Shown; all: ReadonlyMap<string, string> }) {
  const { query } = useAddress();
  const [find, setFind] = useState("");
  const [every, setEvery] = useState(false);
  const told = new Set(data.states.flatMap(({ country }) => country ?? []));
  const without = [...all]
    .filter(([code]) => !told.has(code))
    .map(
      ([code, name]): State => ({
        id: countryId(code),
        country: code,
        name,
        shapes: [code],
        events: 0,
        reports: 0,
        independent: 0,
      }),
    );
  const among = every
    ? [...data.states, ...without.sort((one, other) => one.name.localeCompare(other.name, "en"))]
    : data.states;
  const rows = among.filter(({ name }) => name.toLowerCase().includes(find.trim().toLowerCase()));
  const columns: Column<State>[] = [
    {
      name: "Country",
      by: ({ name }) => name,
      show: (state) => (
        <>
          <a class="map-pick" href={mapAddress(query, { "view.of": state.id, "view.with": null })}>
            {state.name}
          </a>
          {!state.shapes.some((code) => all.has(code)) && <span class="muted"> (not on the map)</span>}
          {state.shapes.length > 1 && <span class="muted"> (now {state.shapes.length} countries)</span>}
        </>
      ),
    },
    { name: "Events", number: true, by: ({ events }) => events, show: ({ events }) => events.toLocaleString("en") },
    {
      name: "Independent reports",
      number: true,
      by: ({ independent }) => independent,
      show: ({ independent }) => independent.toLocaleString("en"),
    },
  ];
  return (
    <>
      <div class="map-list-tools">
        <label class="field">
          <span class="field-label">Find a country</span>
          <input type="search" value={find} onInput={(event) => setFind(event.currentTarget.value)} />
        </label>
        <label class="check">
          <input type="checkbox" checked={every} onChange={(event) => setEvery(event.currentTarget.checked)} />
          also those without events
        </label>
      </div>
      <TableOf
        caption={
          data.by === "place"
            ? "Events by the country where they happened"
            : "Events by the countries with a part in them"
        }
        columns={columns}
        rows={rows}
        id={({ id }) => id}
        chosen={shown.of}
        empty={find ? "No country of this name." : "No event has a country here. See the list “No place”."}
      />
    </>
  );
}

function Dyads({ data, shown, dyads }: { data: MapPage; shown: Shown; dyads: readonly Dyad[] }) {
  const { query } = useAddress();
  const columns: Column<Dyad>[] = [
    {
      name: "Who → whom",
      by: (dyad) => dyadWords(dyad, data.names),
      show: (dyad) => (
        <a class="map-pick" href={mapAddress(query, { "view.of": dyad.from, "view.with": dyad.to })}>
          {dyadWords(dyad, data.names)}
        </a>
      ),
    },
    { name: "Events", number: true, by: ({ events }) => events, show: ({ events }) => events.toLocaleString("en") },
    {
      name: "Independent reports",
      number: true,
      by: ({ independent }) => independent,
      show: ({ independent }) => independent.toLocaleString("en"),
    },
  ];
  return (
    <>
      <TableOf
        caption={shown.of ? `Dyads of ${data.names[shown.of] ?? "what is chosen"}` : "Who has to do with whom"}
        columns={columns}
        rows={dyads}
        id={({ from, to }) => `${from} ${to}`}
        empty="No dyad, filtered as it is."
      />
      <p class="muted">
        The {data.dyads.length} strongest are known here. Of what two do with each other the order of the two says
        nothing.
      </p>
    </>
  );
}

function NoPlace({ data }: { data: MapPage }) {
  const { events, marks } = data.no_place;
  if (events === 0)
    return <Empty title={data.by === "place" ? "Every event has a place" : "A country has a part in every event"} />;
  return (
    <>
      <p>
        {data.by === "place"
          ? `Of ${counted(events, "event")} no place in a country is told.`
          : `In ${counted(events, "event")} no country has a part that is told.`}{" "}
        {marks.length < events && `The ${marks.length} latest:`}
      </p>
      <Events marks={marks} names={data.names} />
    </>
  );
}

function DisputedAreas({ data, nameOf }: { data: MapPage; nameOf: NameOf }) {
  return (
    <ul class="map-disputed">
      {data.disputed.map((area) => (
        <li key={area.id}>{claimWords(area, nameOf)}</li>
      ))}
    </ul>
  );
}
