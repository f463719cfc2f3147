/** The slider that replays the ledger: the page as known on each day on which something was recorded. */
import { useEffect, useState } from "preact/hooks";
import { setQuery } from "../../address";
import type { TimelinePage } from "../../contract/pages";
import { dayWords } from "../../days";
import { counted } from "../../parts/Sources";
import { SIGNS, SINCE_WORDS, type Since } from "./since";

type Recorded = TimelinePage["recorded"];

interface Props {
  recorded: Recorded;
  /** A day or an instant; null: now. */
  knownAt: string | null;
  asking: boolean;
  /** What is otherwise now in what is shown; null where it is not known one by one. */
  since: Record<Since, number> | null;
  /** How much more or less there is now, where things are counted only. */
  more: number | null;
}

const PAUSE = 900;
const HEIGHT = 22;

export function KnownOn({ recorded, knownAt, asking, since, more }: Props) {
  const [playing, setPlaying] = useState(false);
  const last = recorded.length - 1;
  const at = knownAt ? placeOf(recorded, knownAt) : last;
  useEffect(() => {
    if (!playing || asking) return;
    const timer = setTimeout(() => {
      const next = knownAt ? at + 1 : 0;
      show(recorded, next);
      if (next >= last) setPlaying(false);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [playing, asking, at, knownAt, recorded, last]);

  const first = recorded[0];
  if (!first) return null;
  if (recorded.length < 2 && !knownAt) {
    return <p class="timeline-known muted">All of it was recorded on {dayWords(first.day)}.</p>;
  }
  return (
    <section class="timeline-known" aria-label="As known on">
      <label class="timeline-known-label" for="timeline-known-on">
        As known on
      </label>
      <div class="timeline-known-slider">
        <Changes recorded={recorded} at={at} />
        <input
          id="timeline-known-on"
          type="range"
          min={0}
          max={Math.max(last, 1)}
          step={1}
          value={at}
          aria-valuetext={knownAt ? valueWords(recorded, at, knownAt) : "now"}
          onInput={(event) => {
            setPlaying(false);
            show(recorded, Number(event.currentTarget.value));
          }}
        />
      </div>
      <output class="timeline-known-day" for="timeline-known-on">
        {knownAt ? dayWords(knownAt.slice(0, 10)) : "now"}
      </output>
      <button type="button" aria-pressed={playing} onClick={() => setPlaying(!playing)} disabled={last < 1}>
        {playing ? "Pause" : "Replay"}
      </button>
      {knownAt && (
        <button type="button" onClick={() => setQuery({ known_at: null })}>
          Back to now
        </button>
      )}
      {knownAt && <Otherwise since={since} more={more} />}
    </section>
  );
}

function Otherwise({ since, more }: Pick<Props, "since" | "more">) {
  if (since) {
    const told = (Object.keys(SIGNS) as Since[]).filter((one) => since[one] > 0);
    return (
      <p class="timeline-known-since">
        Against now:{" "}
        {told.length === 0
          ? "nothing here is otherwise"
          : told.map((one) => `${SIGNS[one]} ${since[one].toLocaleString("en")} ${SINCE_WORDS[one]}`).join(" · ")}
      </p>
    );
  }
  if (more === null) return null;
  return (
    <p class="timeline-known-since">
      Against now: {more === 0 ? "as many" : `${counted(Math.abs(more), "event")} ${more > 0 ? "fewer" : "more"}`}. Zoom
      in to see which.
    </p>
  );
}

/** How much was recorded on each day, small under the slider. */
function Changes({ recorded, at }: { recorded: Recorded; at: number }) {
  const most = Math.max(...recorded.map((one) => one.new + one.changed + one.retracted), 1);
  const width = 1000 / Math.max(recorded.length - 1, 1);
  return (
    <svg class="timeline-known-bars" viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {recorded.map((one, n) => {
        const all = Math.sqrt((one.new + one.changed + one.retracted) / most) * HEIGHT;
        const otherwise = one.changed + one.retracted > 0;
        const x = n * width - Math.min(width, 12) / 2;
        return (
          <rect
            key={one.day}
            x={x}
            y={HEIGHT - Math.max(all, 1.5)}
            width={Math.min(width, 12) * 0.8}
            height={Math.max(all, 1.5)}
            class={`${n <= at ? "timeline-known-past" : "timeline-known-later"} ${otherwise ? "timeline-known-changed" : ""}`}
          />
        );
      })}
    </svg>
  );
}

/** The last place of a day on which something was recorded by then. */
export function placeOf(recorded: Recorded, knownAt: string): number {
  const day = knownAt.slice(0, 10);
  return Math.max(
    recorded.findLastIndex((one) => one.day <= day),
    0,
  );
}

function valueWords(recorded: Recorded, at: number, knownAt: string): string {
  const one = recorded[at];
  const told = one?.day === knownAt.slice(0, 10) ? one : null;
  const day = dayWords(knownAt.slice(0, 10));
  return told ? `${day}: ${told.new} new, ${told.changed} changed, ${told.retracted} retracted on that day` : day;
}

/** The last place is now: everything is known by then. */
function show(recorded: Recorded, place: number): void {
  const day = place >= recorded.length - 1 ? null : (recorded[place]?.day ?? null);
  setQuery({ known_at: day }, { replace: true });
}
