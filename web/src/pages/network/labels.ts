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
  // No name over a node, its own aside, which lies beside it.
  const taken: Box[] = net.nodes.flatMap((node) => {
    const place = at.get(node.id);
    const half = radiusOf(node);
    return place ? [{ left: place.x - half, right: place.x + half, top: place.y - half, bottom: place.y + half }] : [];
  });
  const labels: Label[] = [];
  for (const node of [...net.nodes].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))) {
    const place = at.get(node.id);
    if (!place || place.x < -20 || place.y < -20 || place.x > size.width + 20 || place.y > size.height + 20) continue;
    const must = node.id === first[0] || node.id === first[1];
    const label = placed(
      node,
      moreWords(net.more[node.id] ?? 0, must || node.center),
      place,
      size,
      measure,
      taken,
      must,
    );
    if (!label) continue;
    taken.push(label.box);
    labels.push(label);
  }
  return labels;
}

function moreWords(more: number, whole: boolean): string {
  return more === 0 ? "" : `+${more.toLocaleString("en")}${whole ? " more" : ""}`;
}

/** The label of a node where there is room for it: right, left, below or above; null where there is none. */
function placed(
  node: Net["nodes"][number],
  more: string,
  place: Point,
  size: Size,
  measure: Measure,
  taken: readonly Box[],
  must: boolean,
): Label | null {
  const name = shortened(node.name);
  const bold = node.center;
  const away = radiusOf(node) + GAP;
  const nameWide = measure(name, SIZE, bold);
  const wide = nameWide + (more ? GAP + measure(more, SIZE, false) : 0);
  const level = place.y + SIZE * 0.35;
  const starts: readonly Point[] = [
    { x: place.x + away, y: level },
    { x: place.x - away - wide, y: level },
    { x: place.x - wide / 2, y: place.y + away + SIZE },
    { x: place.x - wide / 2, y: place.y - away },
  ];
  const tried = starts.map((start) => ({ start, box: boxOf(start, wide) }));
  const fits = ({ box }: { box: Box }) =>
    box.left >= 0 && box.right <= size.width && !taken.some((other) => overlap(other, box));
  const found =
    tried.find(fits) ?? (must ? (tried.find(({ box }) => box.left >= 0 && box.right <= size.width) ?? tried[0]) : null);
  if (!found) return null;
  const { start, box } = found;
  const moreLeft = start.x + nameWide;
  return {
    id: node.id,
    name,
    bold,
    size: SIZE,
    at: start,
    more,
    moreAt: { x: moreLeft + GAP, y: start.y },
    box,
    // At least 24 pixels each way, so that it can be hit.
    moreBox: more
      ? { left: moreLeft, top: start.y - 16, right: Math.max(box.right, moreLeft + 24), bottom: start.y + 8 }
      : null,
  };
}

function boxOf({ x, y }: Point, wide: number): Box {
  return { left: x - 2, top: y - SIZE, right: x + wide + 2, bottom: y + 4 };
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
