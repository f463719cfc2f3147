import { useMemo } from "preact/hooks";
import { dataAddress, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { MapPage as MapData } from "../../contract/pages";
import { useTitle } from "../../shell/title";
import { type Status, WorldMap } from "./WorldMap";

export default function MapPage() {
  useTitle("Map");
  const { data } = useAsked<MapData>(dataAddress(useAddress(), ".json"));
  const statuses = useMemo(() => {
    const found = new Map<string, Status>();
    for (const s of data?.states ?? [])
      for (const c of s.shapes)
        if (!found.has(c))
          found.set(c, {
            label: `${s.name}: ${s.events}`,
            class: `world-map-${Math.min(5, Math.ceil(Math.log2(s.events + 1)))}`,
            mark: `${s.events} · ${s.independent}`,
          });
    return found;
  }, [data]);
  return (
    <div class="map">
      <h1>Map</h1>
      <WorldMap label="Map" statuses={statuses} disputed={data?.disputed ?? []} />
    </div>
  );
}
