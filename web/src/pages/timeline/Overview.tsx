/** All of time under the same filters, with the stretch that is looked at as a brush on it. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { TimelinePage } from "../../contract/pages";
import { dayNumber, dayOf, dayWords } from "../../days";
import { extentOf } from "./extents";
import { sized } from "./frame";
import { listen } from "./gestures";
import { paletteOf } from "./glyphs";
import type { Stretch } from "./scale";
import type { Viewport } from "./viewport";

const HEIGHT = 46;
const LEAST = 4;
/** Pixels across a handle, which fingers must hit. */
const GRIP = 24;

interface Props {
  viewport: Viewport;
  /** The counts of the whole, without a stretch; null while they are awaited. */
  data: TimelinePage | null;
  /** What is looked at now, as the address says it. */
  stretch: Stretch;
}

export function Overview({ viewport, data, stretch }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [, render] = useState(0);
  const counts = useMemo(() => (data ? countsOf(data) : []), [data]);
  const { limits, now } = viewport;
  const x = (day: number) => ((day - limits.from) / (limits.to - limits.from)) * width;

  useEffect(() => viewport.follow(() => render((n) => n + 1)), [viewport]);
  useEffect(() => {
    const watch = new ResizeObserver(() => setWidth(frame.current?.clientWidth ?? 0));
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const draw = () => {
      if (!canvas.current || width < 20) return;
      const palette = paletteOf(canvas.current);
      const to = sized(canvas.current, width, HEIGHT, palette.sunk);
      if (!to) return;
      const most = counts.reduce((largest, one) => Math.max(largest, one.count), 1);
      to.fillStyle = palette.strong;
      for (const { lo, hi, count } of counts) {
        const high = Math.max(Math.sqrt(count / most) * (HEIGHT - 6), 2);
        to.fillRect(x(lo), HEIGHT - high, Math.max(x(hi) - x(lo) - 0.5, 1.5), high);
      }
    };
    draw();
    addEventListener("casus:theme", draw);
    return () => removeEventListener("casus:theme", draw);
  }, [counts, width, limits.from, limits.to]);
  useEffect(() => {
    if (!frame.current) return;
    let held: Stretch | null = null;
    const day = (pixels: number) =>
      viewport.limits.from + (pixels / (frame.current?.clientWidth || 1)) * (viewport.limits.to - viewport.limits.from);
    return listen(
      frame.current,
      {
        pan: () => {},
        zoom: (factor, pixels) => viewport.zoom(factor, day(pixels)),
        pick: (from, to, done) => {
          const [one, other] = [day(Math.min(from, to)), day(Math.max(from, to))];
          held ??= viewport.now;
          if (from === to) viewport.look(held);
          else if (other - one >= LEAST) viewport.look({ from: one, to: other });
          if (done || from === to) held = null;
        },
        hover: () => {},
        leave: () => {},
        click: (pixels) => viewport.move(day(pixels) - (viewport.now.from + viewport.now.to) / 2),
      },
      true,
    );
  }, [viewport]);

  const left = Math.max(x(now.from), 0);
  const right = Math.min(x(now.to), width);
  // The handles stand outside the brush, so that they never lie on each other.
  const first = Math.min(Math.max(left - GRIP, 0), width - 2 * GRIP);
  return (
    <div class="timeline-overview" ref={frame}>
      <div aria-hidden="true">
        <canvas ref={canvas} height={HEIGHT} />
      </div>
      <div class="timeline-shade" style={{ left: "0", width: `${left}px` }} />
      <div class="timeline-shade" style={{ left: `${right}px`, right: "0" }} />
      <div class="timeline-brush" style={{ left: `${left}px`, width: `${Math.max(right - left, 2)}px` }} />
      {width > 0 &&
        (["from", "to"] as const).map((end) => (
          <Handle
            key={end}
            end={end}
            viewport={viewport}
            left={end === "from" ? first : Math.min(Math.max(right, first + GRIP), width - GRIP)}
            stretch={stretch}
          />
        ))}
    </div>
  );
}

interface HandleProps {
  end: "from" | "to";
  viewport: Viewport;
  left: number;
  stretch: Stretch;
}

/** One end of the brush: dragged, or moved with arrow keys by a hundredth, with PageUp and PageDown by a tenth. */
function Handle({ end, viewport, left, stretch }: HandleProps) {
  const { limits, now } = viewport;
  const last = end === "from" ? 0 : 1;
  const put = (day: number) => {
    const { from, to } = viewport.now;
    if (end === "from") viewport.look({ from: Math.min(Math.max(day, limits.from), to - LEAST), to });
    else viewport.look({ from, to: Math.max(Math.min(day, limits.to), from + LEAST) });
  };
  const pressed = (event: KeyboardEvent) => {
    const whole = limits.to - limits.from;
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -10,
      PageUp: 10,
      Home: -100,
      End: 100,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    put(now[end] + (step * whole) / 100);
  };
  const dragged = (event: PointerEvent) => {
    const handle = event.currentTarget as HTMLElement;
    event.stopPropagation();
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const box = handle.parentElement?.getBoundingClientRect();
    if (box) put(limits.from + ((event.clientX - box.left) / box.width) * (limits.to - limits.from));
  };
  const day = Math.round(stretch[end]) - last;
  return (
    <div
      class={`timeline-handle timeline-handle-${end}`}
      role="slider"
      tabIndex={0}
      aria-label={end === "from" ? "First day shown" : "Last day shown"}
      aria-valuemin={Math.round(limits.from)}
      aria-valuemax={Math.round(limits.to)}
      aria-valuenow={Math.round(now[end])}
      aria-valuetext={dayWords(dayOf(day))}
      style={{ left: `${left}px` }}
      onKeyDown={pressed}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={dragged}
      onPointerUp={(event) => event.stopPropagation()}
    />
  );
}

interface Count {
  lo: number;
  hi: number;
  count: number;
}

/** How many fall into each step, over all lanes: each is in one lane of its kind. */
function countsOf(data: TimelinePage): Count[] {
  const found = new Map<string, Count>();
  const add = (key: string, lo: number, hi: number, count: number) => {
    const one = found.get(key);
    if (one) one.count += count;
    else found.set(key, { lo, hi, count });
  };
  for (const { from, to, count } of data.bins) add(from, dayNumber(from), dayNumber(to) + 1, count);
  for (const mark of data.marks) {
    const extent = extentOf(mark);
    if (extent) add(String(extent.lo), extent.lo, extent.lo + 1, 1);
  }
  return [...found.values()];
}
