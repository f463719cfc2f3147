/** What the page asks for, and the stretch of days that it looks at. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type Address, changed, dataAddress, setQuery } from "../../address";
import { type Asked, useAsked } from "../../asking";
import type { TimelinePage } from "../../contract/pages";
import { daysOf, type Stretch, stretchOf, wholeStretch } from "./scale";
import type { Lane, LaneMark } from "./scene";
import { keptOrder } from "./scene";
import { type Compared, compared } from "./since";
import { Viewport } from "./viewport";

export interface AskedFor {
  /** What is in the stretch, as known on the day that is asked for. */
  shown: Asked<TimelinePage>;
  /** All of time, counted by kind. */
  whole: TimelinePage | null;
  /** The same as `shown` as known now; null where now is shown. */
  now: TimelinePage | null;
}

export function useTimeline(here: Address): AskedFor {
  const { path, query } = here;
  const shown = useAsked<TimelinePage>(dataAddress(here, ".json"));
  const allOfTime = changed(query, { from: null, to: null, lanes: "kind", limit: "1" });
  const whole = useAsked<TimelinePage>(dataAddress({ path, query: allOfTime }, ".json"));
  const known = query.has("known_at");
  const today = changed(query, { known_at: null });
  const now = useAsked<TimelinePage>(known ? dataAddress({ path, query: today }, ".json") : null);
  return { shown, whole: whole.data, now: known && !now.asking ? now.data : null };
}

/** The viewport of the page: what is dragged is settled in the address, what the address says is looked at. */
export function useViewport(query: URLSearchParams, span: TimelinePage["span"], asking: boolean): [Viewport, Stretch] {
  const whole = useMemo(() => wholeStretch(span), [span?.from, span?.to]);
  const [from, to] = [query.get("from"), query.get("to")];
  const stretch = useMemo(() => stretchOf(from, to, whole), [from, to, whole]);
  const latest = useRef(whole);
  latest.current = whole;
  const settled = useRef(0);
  const viewport = useMemo(
    () =>
      new Viewport(stretch, whole, (looked) => {
        const at = Date.now();
        // One gesture is one step back.
        setQuery(daysOf(looked, latest.current), { replace: at - settled.current < 1500 });
        settled.current = at;
      }),
    [],
  );
  useEffect(() => {
    const said = daysOf(viewport.now, whole);
    const own = viewport.moving || (said.from === from && said.to === to && from !== null && to !== null);
    viewport.reset(own ? viewport.now : stretch, whole, own);
  }, [viewport, from, to, stretch, whole]);
  useEffect(() => {
    viewport.asking = asking;
    if (!asking) viewport.loaded = stretch;
  }, [viewport, asking, stretch]);
  return [viewport, stretch];
}

/** The marks that are drawn; while the ledger is replayed also those that are known only since. */
export function useCompared({ shown, now }: AskedFor, known: boolean): Compared<LaneMark> {
  const last = useRef<Compared<LaneMark>>({ marks: [], since: new Map(), now: new Map() });
  return useMemo(() => {
    const then = shown.data?.marks ?? [];
    if (!known) last.current = { marks: then, since: new Map(), now: new Map() };
    else if (now && !shown.asking && !now.binned && !shown.data?.binned) last.current = compared(then, now.marks);
    else if (shown.data?.binned || now?.binned) last.current = { marks: then, since: new Map(), now: new Map() };
    return last.current;
  }, [shown.data, shown.asking, now, known]);
}

/** Lanes that stay where they were while days are changed, and one for all others where marks need it. */
export function useLanes(data: TimelinePage | null, added: boolean, of: string): readonly Lane[] {
  const before = useRef<{ of: string; lanes: readonly Lane[] }>({ of, lanes: [] });
  return useMemo(() => {
    if (!data) return before.current.lanes;
    const told = added && !data.lanes.some((lane) => lane.id === "other");
    const lanes = told ? [...data.lanes, { id: "other", name: "other", count: 0 }] : data.lanes;
    before.current = { of, lanes: before.current.of === of ? keptOrder(before.current.lanes, lanes) : lanes };
    return before.current.lanes;
  }, [data, added, of]);
}
