/** The lanes on a canvas. What it shows, the table tells, too; keys are the page's. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { entityPath } from "../../address";
import { AXIS, type MarkedDay } from "./axisPainting";
import { Frame, type LaneTold } from "./frame";
import { listen } from "./gestures";
import type { Item } from "./laying";
import { type Bar, type Found, type Lane, type Prepared, under } from "./scene";
import type { Viewport } from "./viewport";

/** Marks or a count in a lane; `held`: that they began before what is seen. */
export interface Pointed {
  lane: Lane;
  places: readonly number[];
  bar: Bar | null;
  held: boolean;
}

interface Props {
  viewport: Viewport;
  lanes: readonly Lane[];
  of: Prepared;
  bars: ReadonlyMap<string, readonly Bar[]>;
  chosen: string | null;
  reports: boolean;
  days: readonly MarkedDay[];
  /** The first day that was asked for; null: from the first that there is. */
  first: number | null;
  /** Places of the marks that were clicked; none where nothing is there. */
  onChoose: (places: readonly number[]) => void;
  /** What the pointer is on. */
  onPoint: (at: Pointed | null) => void;
}

/** Where there is no room beside the lanes, their names stand in them. */
const BESIDE = 560;

export function Drawing(props: Props) {
  const { viewport, lanes, of, bars, chosen, reports, days, first } = props;
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const axis = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, labelled: 0 });
  const [told, setTold] = useState<readonly LaneTold[]>([]);
  const [picked, setPicked] = useState<{ left: number; width: number } | null>(null);
  const hovered = useRef<Item | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const drawn = useMemo(() => new Frame(), []);
  drawn.set({ lanes, of, bars, chosen, reports, days, first, hovered, ...size });

  useEffect(() => {
    const measure = () => {
      const width = Math.floor(plot.current?.clientWidth ?? 0);
      setSize({ width, labelled: (frame.current?.clientWidth ?? 0) < BESIDE ? 20 : 0 });
    };
    const watch = new ResizeObserver(measure);
    if (frame.current) watch.observe(frame.current);
    measure();
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    drawn.begin(viewport, axis.current, canvas.current, setTold);
    const stop = viewport.follow(drawn.ask);
    const recolour = () => drawn.recolour();
    addEventListener("casus:theme", recolour);
    return () => {
      stop();
      removeEventListener("casus:theme", recolour);
      drawn.end();
    };
  }, [viewport, drawn]);

  useEffect(() => drawn.ask());

  useEffect(() => {
    const dayAt = (x: number) => viewport.now.from + (x / drawn.width) * (viewport.now.to - viewport.now.from);
    const find = (x: number, y: number) => {
      if (!drawn.scene) return null;
      const left = viewport.now.from * drawn.scene.perDay;
      return under(drawn.scene, latest.current.of, left, left + x, y);
    };
    const gestures = {
      pan: (pixels: number) => viewport.move((-pixels / drawn.width) * (viewport.now.to - viewport.now.from)),
      zoom: (factor: number, x: number) => viewport.zoom(factor, dayAt(x)),
      pick: (from: number, to: number, done: boolean) => {
        setPicked(done || from === to ? null : { left: Math.min(from, to), width: Math.abs(to - from) });
        if (done && Math.abs(to - from) > 3)
          viewport.look({ from: dayAt(Math.min(from, to)), to: dayAt(Math.max(from, to)) });
      },
      hover: (x: number, y: number) => {
        const found = find(x, y);
        const item = found?.item ?? null;
        if (item !== hovered.current) {
          hovered.current = item;
          drawn.ask();
        }
        if (canvas.current) canvas.current.style.cursor = item || found?.bar || found?.held ? "pointer" : "grab";
        latest.current.onPoint(found && (item || found.bar || found.held) ? pointed(found) : null);
      },
      leave: () => {
        hovered.current = null;
        latest.current.onPoint(null);
        drawn.ask();
      },
      click: (x: number, y: number) => {
        const found = find(x, y);
        if (found?.bar) viewport.look({ from: found.bar.lo, to: found.bar.hi });
        else latest.current.onChoose(found?.item?.marks ?? found?.held ?? []);
      },
    };
    const stops: (() => void)[] = [];
    if (canvas.current) stops.push(listen(canvas.current, gestures));
    if (axis.current) stops.push(listen(axis.current, { ...gestures, hover: () => {}, click: () => {} }, true));
    return () => {
      for (const stop of stops) stop();
    };
  }, [viewport, drawn]);

  let top = 0;
  return (
    <div class="timeline-frame" ref={frame} data-beside={size.labelled === 0}>
      <div class="timeline-axis" aria-hidden="true">
        <canvas ref={axis} height={AXIS} />
      </div>
      <ul class="timeline-lanes" aria-label="Lanes">
        {lanes.map((lane, n) => {
          const style = { top: `${top}px`, height: `${told[n]?.height ?? 32}px` };
          top += told[n]?.height ?? 32;
          const { most = 0, step = 1 } = told[n] ?? {};
          const name = lane.id === "other" ? "all others" : lane.name;
          return (
            <li key={lane.id} style={style}>
              {lane.id.includes(":") ? (
                <a href={entityPath(lane.id)} title={name}>
                  {name}
                </a>
              ) : (
                <span title={name}>{name}</span>
              )}
              <span class="muted"> {lane.count.toLocaleString("en")}</span>
              {most > 0 && (
                <span class="timeline-most muted">
                  at most {most.toLocaleString("en")} in {step === 1 ? "a day" : `${step} days`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div class="timeline-plot" ref={plot} aria-hidden="true">
        <canvas ref={canvas} class="timeline-canvas" />
        {picked && <div class="timeline-picked" style={{ left: `${picked.left}px`, width: `${picked.width}px` }} />}
      </div>
    </div>
  );
}

function pointed({ lane, item, bar, held }: Found): Pointed {
  return { lane: lane.lane, places: item?.marks ?? held ?? [], bar: bar ?? null, held: held !== undefined };
}
