/**
 * The camera of a picture that may take long to draw: while it moves, the picture that is there is moved along, and drawn
 * anew only so often that most of the time is left for moving.
 */
import type { RefObject } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Camera } from "./camera";

/** Drawing that takes no longer than this (milliseconds) is done for each step. */
const QUICK = 10;
const RARELY = 90;
/** So many times as long as drawing takes is left for moving. */
const SHARE = 3;

export interface Moving {
  camera: Camera;
  /** The camera as it is moved now, which may be ahead of what is drawn. */
  now: () => Camera;
  /** Moves it. */
  move: (to: Camera) => void;
  /** Goes back to the camera that is given. */
  leave: () => void;
  /** Says that the picture of a camera was drawn, and how long that took. */
  drawn: (of: Camera, took: number) => void;
}

export function useCamera(given: Camera, canvas: RefObject<HTMLCanvasElement | null>): Moving {
  const [own, setOwn] = useState<Camera | null>(null);
  const camera = own ?? given;
  const ahead = useRef<Camera | null>(null);
  const last = useRef({ of: camera, at: 0, took: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const shown = useRef(camera);
  shown.current = camera;

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (ahead.current) setOwn(ahead.current);
  }, []);
  const now = useCallback(() => ahead.current ?? shown.current, []);
  const move = useCallback(
    (to: Camera) => {
      ahead.current = to;
      const { of, at, took } = last.current;
      const wait = took <= QUICK ? 0 : Math.max(RARELY, took * SHARE) - (performance.now() - at);
      if (wait <= 0) return settle();
      if (canvas.current) canvas.current.style.transform = transformOf(of, to);
      timer.current ??= setTimeout(settle, wait);
    },
    [settle, canvas],
  );
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    ahead.current = null;
    setOwn(null);
  }, []);
  const drawn = useCallback(
    (of: Camera, took: number) => {
      last.current = { of, at: performance.now(), took };
      const to = ahead.current;
      if (canvas.current) canvas.current.style.transform = to && to !== of ? transformOf(of, to) : "";
      if (to === of) ahead.current = null;
    },
    [canvas],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => ({ camera, now, move, leave, drawn }), [camera, now, move, leave, drawn]);
}

/** How the picture of one camera is moved and stretched to stand for that of another. */
export function transformOf(drawn: Camera, wanted: Camera): string {
  const x = (drawn.x - wanted.x) * wanted.scale;
  const y = (drawn.y - wanted.y) * wanted.scale;
  return `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) scale(${(wanted.scale / drawn.scale).toFixed(4)})`;
}
