/** Pointers and wheels on a drawing of days: drag moves, shift and drag picks a stretch, ctrl and wheel or two fingers zoom. */

export interface Gestures {
  /** By so many pixels, as the content moves. */
  pan: (pixels: number) => void;
  zoom: (factor: number, x: number) => void;
  /** While a stretch is picked: its ends in pixels; `done` when it is let go, null when it is given up. */
  pick: (from: number, to: number, done: boolean) => void;
  hover: (x: number, y: number) => void;
  leave: () => void;
  click: (x: number, y: number) => void;
}

const STILL = 4;

/** `picks`: whether a plain drag picks a stretch instead of moving. Returns how to stop listening. */
export function listen(element: HTMLElement, on: Gestures, picks = false): () => void {
  const down = new Map<number, { x: number; y: number }>();
  let begun: { x: number; y: number; pick: boolean; still: boolean } | null = null;
  let apart = 0;
  const at = (event: PointerEvent | WheelEvent | MouseEvent) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [one, other] = [...down.values()];
    return one && other ? { distance: Math.abs(one.x - other.x), middle: (one.x + other.x) / 2 } : null;
  };
  const pressed = (event: PointerEvent) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
    begun = down.size === 1 ? { ...at(event), pick: picks || event.shiftKey, still: true } : null;
    apart = spread()?.distance ?? 0;
  };
  const went = (event: PointerEvent) => {
    const now = at(event);
    const before = down.get(event.pointerId);
    if (!before) return on.hover(now.x, now.y);
    down.set(event.pointerId, now);
    const two = spread();
    if (two) {
      if (apart > 10 && two.distance > 10) on.zoom(apart / two.distance, two.middle);
      apart = two.distance;
    } else if (begun) {
      if (begun.still && Math.abs(now.x - begun.x) < STILL && Math.abs(now.y - begun.y) < STILL) return;
      begun.still = false;
      if (begun.pick) on.pick(begun.x, now.x, false);
      else on.pan(now.x - before.x);
    }
  };
  const released = (event: PointerEvent) => {
    const now = at(event);
    if (!down.delete(event.pointerId) || !begun || down.size > 0) return;
    if (begun.still) on.click(begun.x, begun.y);
    else if (begun.pick) on.pick(begun.x, now.x, true);
    begun = null;
  };
  const givenUp = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (begun?.pick) on.pick(0, 0, false);
    begun = null;
  };
  const wheeled = (event: WheelEvent) => {
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) on.zoom(1.0018 ** event.deltaY, at(event).x);
    else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) on.pan(-sideways);
    else return;
    event.preventDefault();
  };
  const twice = (event: MouseEvent) => on.zoom(0.5, at(event).x);
  element.addEventListener("pointerdown", pressed);
  element.addEventListener("pointermove", went);
  element.addEventListener("pointerup", released);
  element.addEventListener("pointercancel", givenUp);
  element.addEventListener("pointerleave", on.leave);
  element.addEventListener("wheel", wheeled, { passive: false });
  element.addEventListener("dblclick", twice);
  return () => {
    element.removeEventListener("pointerdown", pressed);
    element.removeEventListener("pointermove", went);
    element.removeEventListener("pointerup", released);
    element.removeEventListener("pointercancel", givenUp);
    element.removeEventListener("pointerleave", on.leave);
    element.removeEventListener("wheel", wheeled);
    element.removeEventListener("dblclick", twice);
  };
}
