/** From degrees to the plane of the map: Equal Earth, on which equal areas look equal, 960 units wide. */
import { type GeoPath, geoEqualEarth, geoPath } from "d3-geo";
import type { Atlas, Shape } from "./atlas";

export const WIDTH = 960;
/** The map begins and, unless it is moved, ends there. */
const NORTH = 84;
const SOUTH = -58;

/** The cut lies in the Bering Strait, so that no state is torn apart. */
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: "Sphere" }).precision(0.3);
const path: GeoPath = geoPath(projection);

const [, top] = project([11, NORTH]);
const [, bottom] = project([11, SOUTH]);
const [, end] = project([11, -90]);

/** What is shown at first, from top to bottom, and how far it goes on. */
export const FRAME = { top, bottom, end, height: bottom - top } as const;

/** A point of the earth on the plane. */
export function project(at: readonly [number, number]): [number, number] {
  return projection([at[0], at[1]]) ?? [0, 0];
}

/** A point of the plane on the earth, or null outside of it. */
export function unproject(point: readonly [number, number]): [number, number] | null {
  const at = projection.invert?.([point[0], point[1]]);
  if (!at || Number.isNaN(at[0]) || Math.abs(at[1]) > 90) return null;
  const [x, y] = project(at);
  return Math.hypot(x - point[0], y - point[1]) < 1 ? at : null;
}

/** A shape as drawn: its outline, where its label stands, how wide and high its largest part is, the side of a square as large. */
export interface Drawn {
  shape: Shape;
  d: string;
  at: [number, number];
  box: [number, number];
  side: number;
}

export const SPHERE = path({ type: "Sphere" }) ?? "";

const drawn = new WeakMap<Atlas, { shapes: readonly Drawn[]; borders: string }>();

/** The outlines of an atlas, made once. */
export function draw(atlas: Atlas): { shapes: readonly Drawn[]; borders: string } {
  const known = drawn.get(atlas);
  if (known) return known;
  const shapes = atlas.shapes.map((shape): Drawn => {
    const [[x0, y0], [x1, y1]] = path.bounds(shape.largest);
    return {
      shape,
      d: path(shape.geometry) ?? "",
      at: path.centroid(shape.largest),
      box: [x1 - x0, y1 - y0],
      side: Math.sqrt(path.area(shape.geometry)),
    };
  });
  const made = { shapes, borders: path(atlas.borders) ?? "" };
  drawn.set(atlas, made);
  return made;
}
