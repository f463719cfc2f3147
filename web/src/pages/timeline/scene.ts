/** What is drawn: lanes from top to bottom, in each its marks in rows or its counts in steps of time. */
import type { Mark, TimelinePage } from "../../contract/pages";
import { dayNumber } from "../../days";
import { type Extent, extentOf, holdsOn, reportedOn } from "./extents";
import { type Item, layRows } from "./laying";
import type { Since } from "./since";

export type LaneMark = TimelinePage["marks"][number];
export type Lane = TimelinePage["lanes"][number];

/** What is known of the marks once, whatever is looked at. */
export interface Prepared {
  marks: readonly LaneMark[];
  extents: readonly (Extent | null)[];
  reported: readonly (readonly number[])[];
  holds: readonly boolean[];
  since: ReadonlyMap<string, Since>;
  /** The places of each lane's marks. */
  byLane: ReadonlyMap<string, readonly number[]>;
}

export interface Bar {
  lo: number;
  hi: number;
  count: number;
}

export interface SceneLane {
  lane: Lane;
  /** Pixels from the top. */
  y: number;
  height: number;
  items: Item[];
  bars: readonly Bar[];
  /** The largest count of its bars. */
  most: number;
  /** How many of what is only counted began before the days that were asked for, and when the first of them did; or null. */
  earlier: Bar | null;
}

export interface Scene {
  lanes: SceneLane[];
  height: number;
  /** Pixels that the rows of a lane begin below its top. */
  top: number;
  perDay: number;
}

export const ROW = 15;
const PAD = 6;
const LEAST_LANE = 32;
const BARS_LANE = 46;

export function prepared(
  marks: readonly LaneMark[],
  since: ReadonlyMap<string, Since>,
  lanes: readonly Lane[],
): Prepared {
  const byLane = new Map<string, number[]>(lanes.map((lane) => [lane.id, []]));
  const extents = marks.map(extentOf);
  for (const [place, mark] of marks.entries()) {
    const own = mark.lane.filter((id) => byLane.has(id));
    for (const id of own.length > 0 ? own : ["other"]) byLane.get(id)?.push(place);
  }
  return { marks, extents, reported: marks.map(reportedOn), holds: marks.map(holdsOn), since, byLane };
}

/** Counts in steps of time by lane. Where days are asked for, what began before them is a step that ends the day before. */
export function barsOf(bins: TimelinePage["bins"]): Map<string, Bar[]> {
  const found = new Map<string, Bar[]>();
  for (const { lane, from, to, count } of bins) {
    const bars = found.get(lane) ?? [];
    bars.push({ lo: dayNumber(from), hi: dayNumber(to) + 1, count });
    found.set(lane, bars);
  }
  return found;
}

/** Lays everything out. `labelled`: pixels that a lane keeps free above for its name; `first`: the first day asked for. */
export function sceneOf(
  lanes: readonly Lane[],
  of: Prepared,
  bars: ReadonlyMap<string, readonly Bar[]>,
  perDay: number,
  labelled: number,
  first: number | null = null,
): Scene {
  const made: SceneLane[] = [];
  let y = 0;
  for (const lane of lanes) {
    const counted = bars.get(lane.id) ?? [];
    const earlier = counted.find((bar) => first !== null && bar.hi <= first) ?? null;
    const own = earlier ? counted.filter((bar) => bar !== earlier) : counted;
    const { items, rows } = layRows(of.byLane.get(lane.id) ?? [], of.extents, perDay, (place) =>
      of.since.get((of.marks[place] as Mark).id) === "added" ? "+" : "",
    );
    const height =
      labelled + (counted.length > 0 ? BARS_LANE : Math.max(LEAST_LANE - labelled / 2, 2 * PAD + rows * ROW));
    const most = own.reduce((largest, bar) => Math.max(largest, bar.count), 0);
    made.push({ lane, y, height, items, bars: own, most, earlier });
    y += height;
  }
  return { lanes: made, height: y, top: labelled + PAD, perDay };
}

/** The lanes of an answer in the order in which they stood before, new ones where they rank; so panning keeps them still. */
export function keptOrder(before: readonly Lane[], lanes: readonly Lane[]): Lane[] {
  const rank = new Map(before.map((lane, n) => [lane.id, n]));
  const stay = lanes
    .filter((lane) => rank.has(lane.id))
    .sort((one, other) => (rank.get(one.id) ?? 0) - (rank.get(other.id) ?? 0));
  const next = stay[Symbol.iterator]();
  const ordered = lanes.map((lane) => (rank.has(lane.id) ? (next.next().value as Lane) : lane));
  return [...ordered.filter((lane) => lane.id !== "other"), ...ordered.filter((lane) => lane.id === "other")];
}

/** Where the rows of a lane have their middle. */
export function rowY(scene: Scene, lane: SceneLane, row: number): number {
  return lane.y + scene.top + row * ROW + ROW / 2;
}

/** Pixels at the left edge in which stands what began before it and is not told to have ended. */
export const HELD = 18;
/** As wide is the count of those that are only counted. */
export const EARLIER = 34;

/** Items of a lane that hold since before `left` (pixels of the world), by row. */
export function heldBefore(lane: SceneLane, holds: readonly boolean[], left: number): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const item of lane.items) {
    if (!item.extent.openRight || item.x1 > left) continue;
    const held = item.marks.filter((place) => holds[place]);
    if (held.length > 0) rows.set(item.row, [...(rows.get(item.row) ?? []), ...held]);
  }
  return rows;
}

export interface Found {
  lane: SceneLane;
  item?: Item;
  bar?: Bar;
  /** Places of marks that hold since before the left edge. */
  held?: number[];
}

/** What is under a point (pixels of the world across, of the drawing down): an item, a bar, what holds, or nothing. */
export function under(scene: Scene, of: Prepared, left: number, x: number, y: number): Found | null {
  const lane = scene.lanes.find((one) => y >= one.y && y < one.y + one.height);
  if (!lane) return null;
  const day = x / scene.perDay;
  const bar = lane.earlier && x - left < EARLIER ? undefined : lane.bars.find((one) => day >= one.lo && day < one.hi);
  if (bar) return { lane, bar };
  if (lane.earlier && x - left < EARLIER) return { lane, bar: lane.earlier, held: [] };
  const near = 4;
  let best: Item | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const item of lane.items) {
    if (x < item.x0 - near || x > item.x1 + near) continue;
    const dy = Math.abs(y - rowY(scene, lane, item.row));
    if (dy > ROW / 2 + 3) continue;
    const away = dy + Math.max(item.x0 - x, x - item.x1, 0);
    if (away < distance) [best, distance] = [item, away];
  }
  if (best) return { lane, item: best };
  if (x - left > HELD) return { lane };
  const row = Math.floor((y - lane.y - scene.top) / ROW);
  const held = heldBefore(lane, of.holds, left).get(row);
  return held ? { lane, held } : { lane };
}
