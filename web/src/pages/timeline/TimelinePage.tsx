import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import type { Names } from "../../contract/pages";
import { boundWords, dayNumber, dayOf } from "../../days";
import { Empty } from "../../parts/Empty";
import { ErrorLine } from "../../parts/ErrorLine";
import { Filters } from "../../parts/Filters";
import { Loading } from "../../parts/Loading";
import { SameAs } from "../../parts/SameAs";
import { counted } from "../../parts/Sources";
import { useKeys } from "../../shell/keys";
import { announce } from "../../shell/live";
import { useTitle } from "../../shell/title";
import type { MarkedDay } from "./axisPainting";
import { calendarOf } from "./calendar";
import { Details } from "./Details";
import { Drawing, type Pointed } from "./Drawing";
import { KnownOn } from "./KnownOn";
import { Legend } from "./Legend";
import { useCompared, useLanes, useTimeline, useViewport } from "./looking";
import { Overview } from "./Overview";
import { commandOf, pythonOf } from "./sameAs";
import { showing } from "./scale";
import { barsOf, type LaneMark, prepared } from "./scene";
import { sinceCounts } from "./since";
import { inOrder, stepped } from "./stepping";
import { Tools } from "./Tools";
import { CountsTwin, Twin } from "./Twin";
import { markWords } from "./words";
import "./timeline.css";

export default function TimelinePage() {
  const here = useAddress();
  const { query } = here;
  const asked = useTimeline(here);
  const { shown, whole, now } = asked;
  const data = shown.data;
  const knownAt = query.get("known_at");
  const chosen = query.get("view.mark");
  const [viewport, stretch] = useViewport(query, (whole ?? data)?.span ?? null, shown.asking);
  const known = useCompared(asked, knownAt !== null);
  const added = known.since.size > 0;
  const lanes = useLanes(data, added, withoutDays(query));
  const of = useMemo(() => prepared(known.marks, known.since, lanes), [known, lanes]);
  const bars = useMemo(() => barsOf(data?.bins ?? []), [data]);
  // While other days are awaited, what is drawn is still that of the days before.
  const first = useRef<number | null>(null);
  if (!shown.asking) first.current = query.get("from") ? dayNumber(query.get("from") as string) : null;
  const order = useMemo(() => inOrder(of.extents), [of]);
  const names = useMemo(() => called({ ...now?.names, ...data?.names }), [data, now]);
  const [pointed, setPointed] = useState("");
  const [group, setGroup] = useState<readonly string[]>([]);

  const place = chosen === null ? -1 : of.marks.findIndex((mark) => mark.id === chosen);
  const mark = of.marks[place] ?? null;
  const choose = (id: string | null) => setQuery({ "view.mark": id }, { replace: true });
  const clicked = (places: readonly number[]) => {
    const ids = places.map((one) => (of.marks[one] as LaneMark).id);
    setGroup(ids);
    const at = chosen === null ? -1 : ids.indexOf(chosen);
    choose(ids[(at + 1) % Math.max(ids.length, 1)] ?? null);
  };
  // The table is the largest part of the page: it is made anew only where it shows something else.
  const twin = useMemo(
    () => <Twin of={of} order={order} names={names} chosen={chosen} onChoose={(one) => clicked([one])} />,
    [of, order, names, chosen],
  );
  const step = (by: 1 | -1) => {
    if (order.length === 0) return viewport.move((by * (viewport.now.to - viewport.now.from)) / 10);
    const next = stepped(order, of.extents, place < 0 ? null : place, by, viewport.now);
    const [to, extent] = next === null ? [] : [of.marks[next], of.extents[next]];
    if (!to || !extent) return;
    setGroup(group.includes(to.id) ? group : []);
    choose(to.id);
    const seen = showing(viewport.now, extent.lo, extent.hi, viewport.limits);
    if (seen !== viewport.now) viewport.look(seen);
    announce(markWords(to, names));
  };

  useKeys([
    { key: "ArrowLeft", shown: "←", does: "the mark before", run: () => step(-1) },
    { key: "ArrowRight", shown: "→", does: "the next mark", run: () => step(1) },
    { key: "+", does: "zoom in", run: () => viewport.zoom(0.5) },
    { key: "=", shown: "=", does: "zoom in", run: () => viewport.zoom(0.5) },
    { key: "-", shown: "−", does: "zoom out", run: () => viewport.zoom(2) },
    { key: "0", does: "all of time", run: () => setQuery({ from: null, to: null }) },
    { key: "d", does: "to the details of the chosen mark", run: toDetails },
    { key: "Escape", shown: "Esc", does: "close the details", run: () => choose(null) },
  ]);

  const dated = data ? data.total - data.undated : 0;
  const days = daysWords(query.get("from"), query.get("to"));
  const actors = query.getAll("actor").map((id) => names[id] ?? id);
  useTitle(
    `Timeline${actors.length > 0 ? `: ${actors.join(", ")}` : ""}${days ? `, ${days}` : ""}${data ? `: ${counted(dated, "event")}` : ""}`,
  );
  useEffect(() => {
    if (data && !shown.asking) announce(`${counted(dated, "event")} ${days || "in all of time"}`);
  }, [data, shown.asking]);

  const marked = useMemo<MarkedDay[]>(
    () => [
      ...(query.get("as_of") ? [{ day: dayNumber(query.get("as_of") as string), words: "as of" }] : []),
      ...(knownAt ? [{ day: dayNumber(knownAt.slice(0, 10)), words: "as known on" }] : []),
    ],
    [knownAt, query.get("as_of")],
  );

  return (
    <div class="timeline">
      <header class="timeline-head">
        <h1>Timeline</h1>
        {data && (
          <p class="timeline-count">
            <strong>{counted(dated, "event")}</strong> {days || "in all of time"}
            {data.undated > 0 && (
              <span class="muted">
                {" "}
                · {data.undated.toLocaleString("en")} more of which no day {days ? "in them " : ""}is told
              </span>
            )}
          </p>
        )}
      </header>
      <Filters names={names} facets={data?.facets ?? null} without={["from", "to"]} />
      {shown.problem && <ErrorLine problem={shown.problem} again={shown.again} />}
      {!data && !shown.problem && <Loading what="the timeline" />}
      {data && (
        <>
          <Tools
            onZoom={(factor) => viewport.zoom(factor)}
            onMove={(share) => viewport.move(share * (viewport.now.to - viewport.now.from))}
          />
          <KnownOn
            recorded={data.recorded}
            knownAt={knownAt}
            asking={shown.asking}
            since={now && !now.binned && !data.binned ? sinceCounts(known.since) : null}
            more={now ? now.total - data.total : null}
          />
          <div class="timeline-body" data-chosen={mark !== null}>
            <section class="timeline-drawing" aria-label="Drawing of the course of events" aria-busy={shown.asking}>
              <Overview viewport={viewport} data={whole} stretch={stretch} />
              <p class="timeline-pointed" aria-hidden="true">
                {pointed || (data.binned ? "counts in steps of time: click one, or zoom in, to see what it is" : "")}
              </p>
              {dated === 0 && of.marks.length === 0 ? (
                <Empty title="Nothing with a day is in this stretch">
                  <p>
                    {data.undated > 0
                      ? `${counted(data.undated, "event")} would fit, but no report tells a day of them.`
                      : "Take a filter out, or look at all of time."}
                  </p>
                  <button type="button" onClick={() => setQuery({ from: null, to: null })}>
                    All of time
                  </button>
                </Empty>
              ) : (
                <Drawing
                  viewport={viewport}
                  lanes={lanes}
                  of={of}
                  bars={bars}
                  chosen={chosen}
                  reports={query.get("view.reports") !== "off"}
                  days={marked}
                  first={first.current}
                  onChoose={clicked}
                  onPoint={(at) => setPointed(at ? pointedWords(at, of.marks, names) : "")}
                />
              )}
              <Legend />
            </section>
            {mark && (
              <Details
                mark={mark}
                names={names}
                since={known.since.get(mark.id) ?? null}
                now={known.now.get(mark.id) ?? null}
                beside={group.includes(mark.id) ? of.marks.filter((one) => group.includes(one.id)) : []}
                onChoose={choose}
                onStep={step}
                onClose={() => choose(null)}
              />
            )}
          </div>
          {data.binned ? <CountsTwin data={data} onZoom={(from, to) => viewport.look({ from, to })} /> : twin}
          {!data.binned && of.marks.length > 0 && (
            <p class="timeline-calendar">
              <button type="button" class="plain" onClick={() => saveCalendar(of.marks, names)}>
                These as iCalendar
              </button>
            </p>
          )}
          <SameAs command={commandOf(query) ?? undefined} python={pythonOf(query) ?? undefined} />
        </>
      )}
    </div>
  );
}

function pointedWords({ places, bar, lane, held }: Pointed, marks: readonly LaneMark[], names: Names): string {
  if (bar) {
    const when = boundWords(dayOf(bar.lo), dayOf(bar.hi - 1));
    return `${lane.name} · ${counted(bar.count, "event")} · ${held ? `begun before these days: ${when}` : when}`;
  }
  const first = marks[places[0] ?? -1];
  if (!first) return "";
  const before = held ? "began before · " : "";
  return `${before}${places.length > 1 ? `${counted(places.length, "event")} here, first ` : ""}${markWords(first, names)}`;
}

function saveCalendar(marks: readonly LaneMark[], names: Names): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([calendarOf(marks, names, new Date().toISOString())], { type: "text/calendar;charset=utf-8" }),
  );
  link.download = "timeline.ics";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Names of states also for what acts for them, as the address may have either. */
function called(names: Names): Names {
  const states = Object.entries(names).filter(([id]) => id.startsWith("country:"));
  return { ...Object.fromEntries(states.map(([id, name]) => [id.replace("country:", "state:"), name])), ...names };
}

function daysWords(from: string | null, to: string | null): string {
  if (from && to) return from <= to ? boundWords(from, to) : "";
  if (from) return `since ${boundWords(from, from)}`;
  return to ? `until ${boundWords(to, to)}` : "";
}

function withoutDays(query: URLSearchParams): string {
  return [...query].filter(([name]) => name !== "from" && name !== "to" && !name.startsWith("view.")).join("&");
}

function toDetails(): void {
  document.querySelector<HTMLElement>(".timeline-details a, .timeline-details button")?.focus();
}
