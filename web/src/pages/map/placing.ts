/** Where dots, marks and the ends of arcs stand on the map: what would be too small to see or hit gets a dot. */
import { pointOfCountry } from "./atlas";
import { type Drawn, project, WIDTH } from "./projecting";
import type { Arc, Statuses } from "./status";

/** How large dots are, in pixels: smaller where the whole world is small. */
export function dotRadius(scale: number): number {
  return scale < 0.7 ? 3.2 : 5;
}

const SIGN = 6.4;
const LINE = 13;

export interface Dot {
  code: string;
  at: [number, number];
}

export interface Marked extends Dot {
  text: string;
  /** Right (1) or left (-1) of a dot, or over the middle of the country (0). */
  side: -1 | 0 | 1;
}

/** The main shape of each country: the largest that has its code. */
export function mains(shapes: readonly Drawn[]): Map<string, Drawn> {
  const found = new Map<string, Drawn>();
  for (const one of shapes) {
    const { code } = one.shape;
    if (code === null) continue;
    const known = found.get(code);
    if (!known || known.side < one.side) found.set(code, one);
  }
  return found;
}

/** Where a country is on the plane, or null where it isn't known. */
export function placeOf(code: string, main: ReadonlyMap<string, Drawn>): [number, number] | null {
  const drawn = main.get(code);
  if (drawn) return drawn.at;
  const point = pointOfCountry(code);
  return point && project(point);
}

/** Dots for the countries with a status, or of `also`, that are too small at a scale (pixels in a unit of the map). */
export function dots(
  statuses: Statuses,
  also: readonly string[],
  main: ReadonlyMap<string, Drawn>,
  scale: number,
): Dot[] {
  const found: Dot[] = [];
  // What is larger than most of its dot needs none.
  const least = 1.4 * dotRadius(scale);
  for (const code of new Set([...statuses.keys(), ...also])) {
    const drawn = main.get(code);
    if (drawn && drawn.side * scale >= least) continue;
    const at = placeOf(code, main);
    if (at) found.push({ code, at });
  }
  return found;
}

/** The marks that have room, the first ones first: over their country where they fit into it, else beside its dot. */
export function marks(
  statuses: Statuses,
  dotted: readonly Dot[],
  main: ReadonlyMap<string, Drawn>,
  scale: number,
): Marked[] {
  const small = new Map(dotted.map((dot) => [dot.code, dot]));
  const taken: [number, number, number, number][] = dotted.map(({ at: [x, y] }) => box(x, y, 10, 10, scale));
  const found: Marked[] = [];
  for (const [code, { mark }] of statuses) {
    if (!mark) continue;
    const width = mark.length * SIGN + 2;
    const dot = small.get(code);
    const drawn = main.get(code);
    const at = dot?.at ?? drawn?.at;
    if (!at || (!dot && drawn && !fits(drawn, width, scale))) continue;
    const aside = width / 2 + dotRadius(scale) + 2;
    const side = !dot ? 0 : at[0] * scale + 2 * aside > WIDTH * scale ? -1 : 1;
    const own = box(at[0] + (side * aside) / scale, at[1], width, LINE, scale);
    if (taken.some((one) => overlap(one, own))) continue;
    taken.push(own);
    found.push({ code, at, text: mark, side });
  }
  return found;
}

/** The line of an arc on the plane, bowed to the right of its way so that there and back are two lines; null without a place. */
export function arcLine(arc: Arc, main: ReadonlyMap<string, Drawn>): string | null {
  const from = placeOf(arc.from, main);
  const to = placeOf(arc.to, main);
  if (!from || !to) return null;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const bow = 0.22;
  const middle = [(from[0] + to[0]) / 2 - dy * bow, (from[1] + to[1]) / 2 + dx * bow];
  return `M${point(from)}Q${point(middle)} ${point(to)}`;
}

function fits(drawn: Drawn, width: number, scale: number): boolean {
  return drawn.box[0] * scale >= width * 0.9 && drawn.box[1] * scale >= LINE && drawn.side * scale >= width * 0.5;
}

function box(x: number, y: number, width: number, height: number, scale: number): [number, number, number, number] {
  return [x * scale - width / 2, y * scale - height / 2, x * scale + width / 2, y * scale + height / 2];
}

function overlap(one: readonly number[], other: readonly number[]): boolean {
  const [a0 = 0, b0 = 0, a1 = 0, b1 = 0] = one;
  const [c0 = 0, d0 = 0, c1 = 0, d1 = 0] = other;
  return a0 < c1 && c0 < a1 && b0 < d1 && d0 < b1;
}

function point(at: readonly number[]): string {
  return at.map((n) => n.toFixed(2)).join(" ");
}
