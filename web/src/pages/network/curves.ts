/** The lines between nodes: straight where there is one, bent apart where several edges tie the same two. */
import type { Edge } from "./graph";
import type { Point } from "./layout";

export interface Bent {
  from: Point;
  bend: Point;
  to: Point;
}

const APART = 26;

export function curves(edges: readonly Edge[], at: ReadonlyMap<string, Point>): (Bent & { edge: Edge })[] {
  const tied = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = edge.from < edge.to ? `${edge.from}\n${edge.to}` : `${edge.to}\n${edge.from}`;
    tied.set(key, [...(tied.get(key) ?? []), edge]);
  }
  const drawn: (Bent & { edge: Edge })[] = [];
  for (const among of tied.values()) {
    among.forEach((edge, n) => {
      const from = at.get(edge.from);
      const to = at.get(edge.to);
      if (!from || !to || edge.from === edge.to) return;
      // Bent to the same side whichever way the edge points, or two of them would lie on each other.
      const turned = edge.from < edge.to ? 1 : -1;
      const most = (Math.hypot(to.x - from.x, to.y - from.y) * 0.6) / Math.max(among.length - 1, 1);
      const aside = (n - (among.length - 1) / 2) * Math.min(APART * 2, most) * turned;
      drawn.push({ edge, from, bend: bentAside(from, to, aside), to });
    });
  }
  return drawn;
}

function bentAside(from: Point, to: Point, aside: number): Point {
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return { x: x - ((to.y - from.y) / long) * aside, y: y + ((to.x - from.x) / long) * aside };
}

/** A point of a line, and where the line goes there. `part`: 0 at the beginning, 1 at the end. */
export function along({ from, bend, to }: Bent, part: number): Point & { angle: number } {
  const rest = 1 - part;
  const x = rest * rest * from.x + 2 * rest * part * bend.x + part * part * to.x;
  const y = rest * rest * from.y + 2 * rest * part * bend.y + part * part * to.y;
  const dx = rest * (bend.x - from.x) + part * (to.x - bend.x);
  const dy = rest * (bend.y - from.y) + part * (to.y - bend.y);
  return { x, y, angle: Math.atan2(dy, dx) };
}

export function distanceTo(bent: Bent, { x, y }: Point): number {
  let least = Number.POSITIVE_INFINITY;
  let before: Point = bent.from;
  for (let n = 1; n <= 14; n += 1) {
    const now = along(bent, n / 14);
    least = Math.min(least, toSegment(before, now, x, y));
    before = now;
  }
  return least;
}

function toSegment(one: Point, other: Point, x: number, y: number): number {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const long = dx * dx + dy * dy;
  const part = long === 0 ? 0 : Math.min(Math.max(((x - one.x) * dx + (y - one.y) * dy) / long, 0), 1);
  return Math.hypot(x - one.x - part * dx, y - one.y - part * dy);
}
