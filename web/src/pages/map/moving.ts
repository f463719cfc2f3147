/** Moving and enlarging a map by mouse, wheel, touch and keys. What is seen lives in the address, as `view.zoom` and `view.at`. */
import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import { WIDTH } from "./projecting";
import { moved, read, transformOf, type View, WHOLE, written, zoomed } from "./view";

export interface Moving {
  view: View;
  /** The height of the window in units of the map, whose width is WIDTH, and pixels in a unit. */
  height: number;
  scale: number;
  /** Whether the pointer has been dragged since it was pressed, so that this is no click. */
  dragged: () => boolean;
  zoom: (factor: number, around?: readonly [number, number]) => void;
  move: (x: number, y: number) => void;
  show: (view: View) => void;
}

const SETTLED = 140;
const SLOP = 5;

interface Size {
  width: number;
  height: number;
}

/** `frame`: the window; `world`: what is moved in it, which gets a transformation and the scale as `--map-k`. */
export function useMoving(frame: RefObject<HTMLDivElement | null>, world: RefObject<SVGGElement | null>): Moving {
  const { query } = useAddress();
  const size = useSize(frame);
  const height = size.width > 0 ? (WIDTH * size.height) / size.width : 420;
  const scale = size.width > 0 ? size.width / WIDTH : 1;
  const seen = read(query);
  const view = zoomed(seen, 1, [0, 0], height);
  const live = useRef(view);
  const timer = useRef(0);
  const drag = useRef(false);
  const { zoom, x, y } = view;

  const paint = useCallback(() => {
    world.current?.setAttribute("transform", transformOf(live.current, height));
    world.current?.style.setProperty("--map-k", String(live.current.zoom * scale));
  }, [world, height, scale]);

  useLayoutEffect(() => {
    // What the address says is old news while the reader goes on moving.
    if (timer.current === 0) live.current = { zoom, x, y };
    paint();
  }, [zoom, x, y, paint]);

  const show = useCallback(
    (next: View) => {
      live.current = zoomed(next, 1, [0, 0], height);
      paint();
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        timer.current = 0;
        setQuery(written(live.current), { replace: true });
      }, SETTLED);
    },
    [paint, height],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  const zoomBy = useCallback(
    (factor: number, around: readonly [number, number] = [0, 0]) =>
      show(zoomed(live.current, factor, [around[0] / scale, around[1] / scale], height)),
    [show, scale, height],
  );
  const moveBy = useCallback(
    (right: number, down: number) => show(moved(live.current, [right / scale, down / scale], height)),
    [show, scale, height],
  );

  useEffect(() => {
    const place = frame.current;
    return place ? gestures(place, { zoom: zoomBy, move: moveBy }, drag) : undefined;
  }, [frame, zoomBy, moveBy]);

  return { view, height, scale, dragged: () => drag.current, zoom: zoomBy, move: moveBy, show };
}

/** The whole world again. */
export function showWhole(moving: Moving): void {
  moving.show(WHOLE);
}

interface Acts {
  zoom: (factor: number, around: readonly [number, number]) => void;
  move: (x: number, y: number) => void;
}

/** Pointers and the wheel; returns how to stop. One finger scrolls the page while the whole world is seen, by `touch-action`. */
function gestures(place: HTMLElement, acts: Acts, dragged: { current: boolean }): () => void {
  const pointers = new Map<number, [number, number]>();
  const own = ({ clientX, clientY }: MouseEvent): [number, number] => {
    const box = place.getBoundingClientRect();
    return [clientX - box.left - box.width / 2, clientY - box.top - box.height / 2];
  };
  let pressed: [number, number] = [0, 0];
  const down = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    pointers.set(event.pointerId, own(event));
    if (pointers.size === 1) {
      pressed = own(event);
      dragged.current = false;
    }
  };
  const move = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = own(event);
    if (!dragged.current) {
      if (Math.hypot(now[0] - pressed[0], now[1] - pressed[1]) < SLOP) return;
      dragged.current = true;
      // Only now, as the click of a captured pointer would be the frame's and not the country's.
      place.setPointerCapture(event.pointerId);
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      acts.zoom(factor, middle(now, other));
      const [x, y] = middle(before, other);
      const [newX, newY] = middle(now, other);
      acts.move(x - newX, y - newY);
    } else acts.move(before[0] - now[0], before[1] - now[1]);
    pointers.set(event.pointerId, now);
  };
  const up = (event: PointerEvent) => pointers.delete(event.pointerId);
  const wheel = (event: WheelEvent) => {
    // The page scrolls over a map that nobody works with.
    if (!event.ctrlKey && !place.contains(document.activeElement)) return;
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    acts.zoom(2 ** (-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), own(event));
  };
  const double = (event: MouseEvent) => acts.zoom(event.shiftKey ? 0.5 : 2, own(event));
  place.addEventListener("pointerdown", down);
  place.addEventListener("pointermove", move);
  place.addEventListener("pointerup", up);
  place.addEventListener("pointercancel", up);
  place.addEventListener("dblclick", double);
  place.addEventListener("wheel", wheel, { passive: false });
  return () => {
    place.removeEventListener("pointerdown", down);
    place.removeEventListener("pointermove", move);
    place.removeEventListener("pointerup", up);
    place.removeEventListener("pointercancel", up);
    place.removeEventListener("dblclick", double);
    place.removeEventListener("wheel", wheel);
  };
}

function useSize(frame: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const place = frame.current;
    if (!place) return;
    const measure = () => setSize({ width: place.clientWidth, height: place.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

function distance(one: readonly [number, number], other: readonly [number, number]): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

function middle(one: readonly [number, number], other: readonly [number, number]): [number, number] {
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
}
