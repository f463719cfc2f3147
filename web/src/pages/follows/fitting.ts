/** The part of the map in which some countries lie, for a view that shows them as large as they fit. */
import type { Atlas } from "../map/atlas";
import { mains, placeOf } from "../map/placing";
import { draw, FRAME, WIDTH } from "../map/projecting";
import type { View } from "../map/view";

type Point = readonly [number, number];

const ROOM = 70;
const CLOSEST = 9;

/** Where countries lie in the plane; what has no place is left out. */
export function placesOf(atlas: Atlas, codes: readonly string[]): Point[] {
  const main = mains(draw(atlas).shapes);
  return codes.flatMap((code) => {
    const place = placeOf(code, main);
    return place ? [place] : [];
  });
}

/** The view in which all points are seen with some room around them; null where there is none. */
export function fitted(points: readonly Point[]): View | null {
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const zoom = Math.min(CLOSEST, WIDTH / (right - left + ROOM), FRAME.height / (bottom - top + ROOM));
  return { zoom: Math.max(1, zoom), x: (left + right) / 2, y: (top + bottom) / 2 };
}
