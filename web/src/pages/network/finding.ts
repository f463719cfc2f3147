/** What lies under the pointer, and which node lies next in a direction. */
import { curves, distanceTo } from "./curves";
import type { Net } from "./graph";
import { finerOf, radiusOf, widthOf } from "./kinds";
import { inside, type Label } from "./labels";
import type { Point } from "./layout";

export type Found = { is: "node" | "edge" | "more"; id: string };

const REACH = 12;

/** The node, "+27 more", or edge under a point, in this order; null: the ground. */
export function under(net: Net, at: ReadonlyMap<string, Point>, labels: readonly Label[], point: Point): Found | null {
  let node: { id: string; far: number } | null = null;
  for (const one of net.nodes) {
    const place = at.get(one.id);
    if (!place) continue;
    const far = Math.hypot(place.x - point.x, place.y - point.y);
    if (far <= Math.max(radiusOf(one) + 3, REACH) && (!node || far < node.far)) node = { id: one.id, far };
  }
  if (node) return { is: "node", id: node.id };
  const more = labels.find((label) => label.moreBox && inside(label.moreBox, point));
  if (more) return { is: "more", id: more.id };
  const named = labels.find((label) => inside(label.box, point));
  if (named) return { is: "node", id: named.id };
  let edge: { id: string; far: number } | null = null;
  const finer = finerOf(net.edges.length);
  for (const { edge: one, ...bent } of curves(net.edges, at)) {
    const far = distanceTo(bent, point);
    if (far <= Math.max(widthOf(one, finer) / 2 + 3, 6) && (!edge || far < edge.far)) edge = { id: one.id, far };
  }
  return edge && { is: "edge", id: edge.id };
}

/** The node that lies next in a direction (a unit vector of the screen): near, and not far aside. */
export function nextInDirection(
  at: ReadonlyMap<string, Point>,
  from: string,
  [dx, dy]: [number, number],
): string | null {
  const here = at.get(from);
  if (!here) return null;
  let best: { id: string; cost: number } | null = null;
  for (const [id, place] of at) {
    if (id === from) continue;
    const forth = (place.x - here.x) * dx + (place.y - here.y) * dy;
    const aside = Math.abs((place.x - here.x) * dy - (place.y - here.y) * dx);
    if (forth <= 1 || aside > forth * 2.5) continue;
    const cost = forth + aside * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
