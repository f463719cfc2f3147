/** Which names are written: the weightiest first, none over another. */
import type { Size } from "./camera";
import type { Net } from "./graph";
import { radiusOf } from "./kinds";
import type { Point } from "./layout";

export interface Label {
  id: string;
  name: string;
  bold: boolean;
  size: number;
  /** The left end of its base line. */
  at: Point;
  /** "+27 more", or nothing. */
  more: string;
  moreAt: Point;
  box: Box;
  moreBox: Box | null;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SIZE = 12;
const LONGEST = 30;
const GAP = 5;

/** How wide a text is drawn, in pixels. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** Labels of the nodes that are seen. `first`: ids whose names must be there. */
export function labelled(
  net: Net,
  at: ReadonlyMap<string, Point>,
  size: Size,
  first: readonly (string | null)[],
  measure: Measure,
): Label[] {
  const wanted = new Set(first);
  const weight = (node: Net["nodes"][number]) =>
    (node.id === first[0] ? 2e9 : wanted.has(node.id) ? 1e9 : 0) + (node.center ? 1e6 : 0) + node.n;
  const taken: Box[] = [];
  const labels: Label[] = [];
  for (const node of [...net.nodes].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))) {
    const place = at.get(node.id);
    if (!place || place.x < -20 || place.y < -20 || place.x > size.width + 20 || place.y > size.height + 20) continue;
    const must = node.id === first[0] || node.id === first[1];
    const label = written(node, moreWords(net.more[node.id] ?? 0, must || node.center), place, size, measure);
    if (!must && taken.some((box) => overlap(box, label.box))) continue;
    taken.push(label.box);
    labels.push(label);
  }
  return labels;
}

function moreWords(more: number, whole: boolean): string {
  return more === 0 ? "" : `+${more.toLocaleString("en")}${whole ? " more" : ""}`;
}

function written(node: Net["nodes"][number], more: string, place: Point, size: Size, measure: Measure): Label {
  const name = shortened(node.name);
  const bold = node.center;
  const radius = radiusOf(node);
  const nameWide = measure(name, SIZE, bold);
  const wide = nameWide + (more ? GAP + measure(more, SIZE, false) : 0);
  // To the right of the node, or to the left where it would be cut off.
  const right = place.x + radius + GAP;
  const left = right + wide > size.width - 2 && place.x - radius - GAP > wide ? place.x - radius - GAP - wide : right;
  const base = place.y + SIZE * 0.35;
  return {
    id: node.id,
    name,
    bold,
    size: SIZE,
    at: { x: left, y: base },
    more,
    moreAt: { x: left + nameWide + GAP, y: base },
    box: { left: left - 2, top: base - SIZE, right: left + wide + 2, bottom: base + 4 },
    // At least 24 pixels each way, so that it can be hit.
    moreBox: more
      ? { left: left + nameWide, top: place.y - 12, right: left + Math.max(wide, nameWide + 24), bottom: place.y + 12 }
      : null,
  };
}

/** A name that is not too long to stand in a picture. */
export function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`;
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function inside({ left, right, top, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
