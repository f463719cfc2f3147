/** Where each mark stands: marks of a lane in rows without overlap, those at the same place as one with a count. */
import type { Extent } from "./extents";

/** One thing that is drawn: one mark, or several that stand at the same place. Pixels are from day 0, whatever is looked at. */
export interface Item {
  x0: number;
  x1: number;
  row: number;
  /** Places of the marks in the list that was given, in its order. */
  marks: number[];
  extent: Extent;
  /** One day, or so narrow that it looks like one. */
  dot: boolean;
}

export interface Rows {
  items: Item[];
  rows: number;
}

/** Marks whose both ends lie in the same cells of so many pixels are one with a count. */
export const CELL = 4;
/** More rows than that are not drawn: what finds no place joins its neighbour. */
export const MOST_ROWS = 6;
export const DOT = 9;
export const FADE_BEFORE = 22;
export const FADE_AFTER = 44;
const GAP = 2;

/** Pixels that a count needs. */
export function countWidth(count: number): number {
  return count < 2 ? DOT : 9 + 6.5 * String(count).length;
}

/** Lays the marks of one lane. `chosen`: places in `extents`; `apart`: marks with different words never join. */
export function layRows(
  chosen: readonly number[],
  extents: readonly (Extent | null)[],
  perDay: number,
  apart: (place: number) => string = () => "",
): Rows {
  const joined = join(chosen, extents, perDay, apart);
  joined.sort((one, other) => one.x0 - other.x0);
  return pack(joined);
}

function join(
  chosen: readonly number[],
  extents: readonly (Extent | null)[],
  perDay: number,
  apart: (place: number) => string,
): Item[] {
  const found = new Map<string, Item>();
  for (const place of chosen) {
    const extent = extents[place];
    if (!extent) continue;
    const dot = extent.single || (extent.hi - extent.lo) * perDay < DOT;
    const middle = ((extent.lo + extent.hi) / 2) * perDay;
    const ends = dot ? cell(middle) : `${cell(extent.lo * perDay)}_${cell(extent.hi * perDay)}`;
    const key = `${ends}${extent.openLeft ? "<" : ""}${extent.openRight ? ">" : ""}${apart(place)}`;
    const item = found.get(key);
    if (item) item.marks.push(place);
    else found.set(key, { x0: 0, x1: 0, row: 0, marks: [place], extent, dot });
  }
  for (const item of found.values()) place(item, perDay);
  return [...found.values()];
}

function place(item: Item, perDay: number): void {
  const { extent } = item;
  const needed = countWidth(item.marks.length);
  const middle = ((extent.lo + extent.hi) / 2) * perDay;
  const half = item.dot ? needed / 2 : Math.max((extent.hi - extent.lo) * perDay, needed) / 2;
  item.x0 = middle - half - (extent.openLeft ? FADE_BEFORE : 0);
  item.x1 = middle + half + (extent.openRight ? FADE_AFTER : 0);
}

function pack(items: Item[]): Rows {
  const last: Item[] = [];
  const kept: Item[] = [];
  for (const item of items) {
    let row = last.findIndex((one) => one.x1 + GAP <= item.x0);
    if (row < 0 && last.length < MOST_ROWS) row = last.length;
    if (row >= 0) {
      item.row = row;
      last[row] = item;
      kept.push(item);
    } else nearest(last, item).marks.push(...item.marks);
  }
  return { items: kept, rows: last.length };
}

function nearest(last: Item[], item: Item): Item {
  return last.reduce((one, other) => (Math.abs(other.x0 - item.x0) < Math.abs(one.x0 - item.x0) ? other : one));
}

function cell(pixels: number): number {
  return Math.floor(pixels / CELL);
}
