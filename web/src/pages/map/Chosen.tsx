/** The country, or the two, that are chosen: counts, events, and with whom it has to do. */
import { href, navigate, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { EdgePage, MapPage } from "../../contract/pages";
import { Empty } from "../../parts/Empty";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { counted, Sources } from "../../parts/Sources";
import { dyadsOf, dyadWords, otherEnd } from "./dyads";
import { Events } from "./Events";
import { byShape, codeIn } from "./scale";
import { countryEvents, dyadEvents, elsewhere, mapAddress, type Shown } from "./shown";

interface Props {
  data: MapPage;
  shown: Shown;
  nameOf: (id: string) => string;
}

export function Chosen({ data, shown, nameOf }: Props) {
  const { query } = useAddress();
  const { of, beside } = shown;
  if (!of) return null;
  const title = beside ? `${nameOf(of)} and ${nameOf(beside)}` : nameOf(of);
  return (
    <section class="map-chosen" aria-labelledby="map-chosen-title">
      <div class="map-chosen-head">
        <h2 id="map-chosen-title">{title}</h2>
        <a href={mapAddress(query, beside ? { "view.with": null } : { "view.of": null, "view.with": null })}>
          {beside ? `only ${nameOf(of)}` : "let go"}
        </a>
      </div>
      {beside ? <Two data={data} one={of} other={beside} /> : <One data={data} of={of} nameOf={nameOf} />}
    </section>
  );
}

function One({ data, of, nameOf }: { data: MapPage; of: string; nameOf: (id: string) => string }) {
  const here = useAddress();
  const state = data.states.find(({ id }) => id === of);
  const code = codeIn(of);
  const past = (code && byShape(data.states).get(code)?.past) || [];
  const dyads = dyadsOf(data.dyads, of, null);
  const others = [...new Set(dyads.map((dyad) => otherEnd(dyad, of)))];
  return (
    <>
      <p>
        {state ? (
          <>
            <Sources events={state.events} independent={state.independent} />{" "}
            {data.by === "place" ? "happened here" : "with a part in it"}
          </>
        ) : (
          `No event ${data.by === "place" ? "is told to have happened here" : "is told of it"}, filtered as it is.`
        )}
      </p>
      {past.map((one) => (
        <p key={one.id}>
          {one.name}, which lay here: <Sources events={one.events} independent={one.independent} />{" "}
          <a href={mapAddress(here.query, { "view.of": one.id })}>show {one.name}</a>
        </p>
      ))}
      <p class="map-chosen-ways">
        <a href={href(`/actor/${of}`)}>All that is known of it</a>
        <a href={elsewhere(here.query, "/timeline", of, "actor")}>Timeline</a>
        <a href={elsewhere(here.query, "/network", of, "center")}>Network</a>
      </p>
      {others.length > 0 && (
        <label class="field map-chosen-with">
          <span class="field-label">With (or shift-click it on the map)</span>
          <select
            value=""
            onChange={(event) => navigate(mapAddress(here.query, { "view.with": event.currentTarget.value }))}
          >
            <option value="">choose one of {others.length}</option>
            {others.map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        </label>
      )}
      {state && <Told address={countryEvents(here, of)} what="events" />}
    </>
  );
}

function Two({ data, one, other }: { data: MapPage; one: string; other: string }) {
  const here = useAddress();
  const dyads = dyadsOf(data.dyads, one, other);
  return (
    <>
      {dyads.length > 0 ? (
        <ul class="map-chosen-dyads">
          {dyads.map((dyad) => (
            <li key={`${dyad.from} ${dyad.to}`}>
              {dyadWords(dyad, data.names)}: <Sources events={dyad.events} independent={dyad.independent} />
            </li>
          ))}
        </ul>
      ) : (
        <p>They are no strong dyad: none of the {data.dyads.length} that the map has.</p>
      )}
      <Told address={dyadEvents(here, one, other)} what="events in which both have a part" />
    </>
  );
}

function Told({ address, what }: { address: string; what: string }) {
  const { data, problem, asking, again } = useAsked<EdgePage>(address);
  if (problem && !asking) return <ErrorLine problem={problem} again={again} />;
  if (!data || asking) return <Loading what={what} />;
  if (data.total === 0) return <Empty title="No event in which both have a part" />;
  return (
    <>
      <h3>
        {data.marks.length < data.total
          ? `The ${data.marks.length} latest of ${counted(data.total, "event")}`
          : `${counted(data.total, "event")}, the latest first`}
      </h3>
      <Events marks={data.marks} names={data.names} />
    </>
  );
}
