/** What the shapes alone know: the names of all countries, and whose point of view makes a difference. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { MapPage } from "../../contract/pages";
import { type Atlas, loadAtlas, namesOf } from "./atlas";
import { pointsOfView } from "./claims";

const NO_NAMES: ReadonlyMap<string, string> = new Map();

export function useCountries(data: MapPage | null): { all: ReadonlyMap<string, string>; views: readonly string[] } {
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  useEffect(() => {
    // The map itself says where the shapes don't come.
    loadAtlas("110m").then(setAtlas, () => undefined);
  }, []);
  const all = useMemo(() => (atlas ? namesOf(atlas) : NO_NAMES), [atlas]);
  const views = useMemo(() => (atlas && data ? pointsOfView(atlas.shapes, data.disputed) : []), [atlas, data]);
  return { all, views };
}
