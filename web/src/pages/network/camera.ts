/** The part of the plane that is seen: the point in the middle, and how many pixels a unit of the plane has. */
import type { Places, Point } from "./layout";

export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

const NEAREST = 6;
const FARTHEST = 0.05;

export function toScreen(camera: Camera, size: Size, { x, y }: Point): Point {
  return { x: (x - camera.x) * camera.scale + size.width / 2, y: (y - camera.y) * camera.scale + size.height / 2 };
}

export function toPlane(camera: Camera, size: Size, { x, y }: Point): Point {
  return { x: (x - size.width / 2) / camera.scale + camera.x, y: (y - size.height / 2) / camera.scale + camera.y };
}

/** Sees all places, with room around them for labels; one place alone is not blown up. */
export function seeingAll(places: Places, size: Size): Camera {
  const room = { x: Math.min(70, size.width / 9), y: 34 };
  const points = [...places.values()];
  if (points.length === 0) return { x: 0, y: 0, scale: 1 };
  const [left, right] = ends(points.map((point) => point.x));
  const [top, bottom] = ends(points.map((point) => point.y));
  const wide = Math.max(size.width - room.x * 2, 80) / Math.max(right - left, 1);
  const high = Math.max(size.height - room.y * 2, 80) / Math.max(bottom - top, 1);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: within(Math.min(wide, high, 1.8)) };
}

/** Nearer or farther by a factor, around a point of the screen. */
export function zoomed(camera: Camera, size: Size, factor: number, around: Point): Camera {
  const scale = within(camera.scale * factor);
  const held = toPlane(camera, size, around);
  return {
    x: held.x - (around.x - size.width / 2) / scale,
    y: held.y - (around.y - size.height / 2) / scale,
    scale,
  };
}

/** Moved by pixels of the screen. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** Moved no farther than needed to see a place. */
export function showing(camera: Camera, size: Size, place: Point, room = 60): Camera {
  const at = toScreen(camera, size, place);
  const dx = Math.max(room - at.x, 0) || Math.min(size.width - room - at.x, 0);
  const dy = Math.max(room - at.y, 0) || Math.min(size.height - room - at.y, 0);
  return dx || dy ? panned(camera, dx, dy) : camera;
}

/** As a parameter of the address, and back; null for what is no camera. */
export function cameraWritten({ x, y, scale }: Camera): string {
  return `${Math.round(x)},${Math.round(y)},${scale.toFixed(2)}`;
}

export function cameraRead(text: string | null): Camera | null {
  const [x, y, scale] = (text ?? "").split(",").map(Number);
  if (x === undefined || y === undefined || scale === undefined) return null;
  return [x, y, scale].every(Number.isFinite) && scale > 0 ? { x, y, scale: within(scale) } : null;
}

function within(scale: number): number {
  return Math.min(Math.max(scale, FARTHEST), NEAREST);
}

function ends(numbers: readonly number[]): [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}
