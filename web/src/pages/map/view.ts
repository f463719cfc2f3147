/** What part of the map is seen: how much it is enlarged, and the point of the plane in the middle. */
import { FRAME, project, unproject, WIDTH } from "./projecting";

export interface View {
  zoom: number;
  x: number;
  y: number;
}

export const CLOSEST = 40;
/** From there on the finer shapes are worth their weight. */
export const FINER = 2.2;

/** The whole world; `height`: of the window in units of the map. */
export const WHOLE: View = { zoom: 1, x: WIDTH / 2, y: (FRAME.top + FRAME.bottom) / 2 };

/** The view with the map filling the window as far as it reaches. */
export function kept(view: View, height: number): View {
  const zoom = Math.min(CLOSEST, Math.max(1, view.zoom));
  const across = WIDTH / zoom / 2;
  const down = height / zoom / 2;
  const x = Math.min(WIDTH - across, Math.max(across, view.x));
  const [lowest, highest] = [FRAME.top + down, FRAME.end - down];
  const y = lowest > highest ? WHOLE.y : Math.min(highest, Math.max(lowest, view.y));
  return { zoom, x, y };
}

/** Enlarged by a factor, while the point of the window (from its middle, in units of the map at zoom 1) stays where it is. */
export function zoomed(view: View, factor: number, [x, y]: readonly [number, number], height: number): View {
  const zoom = Math.min(CLOSEST, Math.max(1, view.zoom * factor));
  const held = 1 / view.zoom - 1 / zoom;
  return kept({ zoom, x: view.x + x * held, y: view.y + y * held }, height);
}

/** Moved by units of the window. */
export function moved(view: View, [x, y]: readonly [number, number], height: number): View {
  return kept({ zoom: view.zoom, x: view.x + x / view.zoom, y: view.y + y / view.zoom }, height);
}

/** Whether a point of the plane is seen. */
export function sees({ zoom, x, y }: View, [px, py]: readonly [number, number], height: number): boolean {
  return Math.abs(px - x) * zoom <= WIDTH / 2 && Math.abs(py - y) * zoom <= height / 2;
}

/** The transformation of the map in a window that is WIDTH by `height` units. */
export function transformOf({ zoom, x, y }: View, height: number): string {
  return `translate(${round(WIDTH / 2 - zoom * x, 3)} ${round(height / 2 - zoom * y, 3)}) scale(${round(zoom, 4)})`;
}

/** As parameters of the address; the whole world has none. */
export function written(view: View): { "view.zoom": string | null; "view.at": string | null } {
  const at = unproject([view.x, view.y]);
  if (view.zoom < 1.005 && Math.abs(view.y - WHOLE.y) < 1) return { "view.zoom": null, "view.at": null };
  return {
    "view.zoom": String(round(view.zoom, 3)),
    "view.at": at ? `${round(at[0], 3)},${round(at[1], 3)}` : null,
  };
}

/** From an address; what is no view is the whole world. */
export function read(query: URLSearchParams): View {
  const zoom = Number(query.get("view.zoom") ?? 1);
  const at = /^(-?[\d.]+),(-?[\d.]+)$/.exec(query.get("view.at") ?? "");
  const [longitude, latitude] = [Number(at?.[1]), Number(at?.[2])];
  if (!Number.isFinite(zoom) || zoom < 1) return WHOLE;
  const known = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  const [x, y] = known ? project([longitude, latitude]) : [WHOLE.x, WHOLE.y];
  return { zoom: Math.min(CLOSEST, zoom), x, y };
}

function round(n: number, places: number): number {
  return Number(n.toFixed(places));
}
