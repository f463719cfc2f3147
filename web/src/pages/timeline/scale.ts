/** The stretch of days that is looked at, and how it is moved, narrowed and written into the address. */
import type { Days } from "../../contract/pages";
import { dayNumber, dayOf } from "../../days";

/** Days by number, with fractions while it is dragged; `to` is the end of the last day. */
export interface Stretch {
  from: number;
  to: number;
}

/** No less than so many days are looked at. */
const LEAST = 4;
const MARGIN = 0.015;

/** Everything that there is, with a margin so that nothing sits on an edge. */
export function wholeStretch(span: Days | null): Stretch {
  if (!span) {
    const today = Math.floor(Date.now() / 86_400_000);
    return { from: today - 365, to: today + 1 };
  }
  const from = dayNumber(span.from);
  const to = dayNumber(span.to) + 1;
  const margin = Math.max((to - from) * MARGIN, 2);
  return { from: from - margin, to: to + margin };
}

/** What the address asks for; an end that it leaves open is that of the whole. */
export function stretchOf(from: string | null, to: string | null, whole: Stretch): Stretch {
  const first = from ? dayNumber(from) : whole.from;
  const last = to ? dayNumber(to) + 1 : whole.to;
  if (Number.isNaN(first) || Number.isNaN(last)) return whole;
  if (last - first >= LEAST) return { from: first, to: last };
  const middle = (first + last) / 2;
  return { from: middle - LEAST / 2, to: middle + LEAST / 2 };
}

/** The days that the address names for a stretch: null at an end at which nothing is left out. */
export function daysOf({ from, to }: Stretch, whole: Stretch): { from: string | null; to: string | null } {
  return {
    from: from <= whole.from + 0.5 ? null : dayOf(Math.floor(from)),
    to: to >= whole.to - 0.5 ? null : dayOf(Math.ceil(to) - 1),
  };
}

/** Moved by some days, no further than `limits`. */
export function moved({ from, to }: Stretch, days: number, limits: Stretch): Stretch {
  const least = Math.min(limits.from - from, 0);
  const most = Math.max(limits.to - to, 0);
  const by = Math.min(Math.max(days, least), most);
  return { from: from + by, to: to + by };
}

/** As wide as `factor` times before (below 1: nearer), with the day `at` staying where it is. */
export function zoomed({ from, to }: Stretch, factor: number, at: number, limits: Stretch): Stretch {
  const most = limits.to - limits.from;
  const width = Math.min(Math.max((to - from) * factor, LEAST), most);
  const share = (at - from) / (to - from);
  const begins = at - share * width;
  return moved({ from: begins, to: begins + width }, inward(begins, begins + width, limits), limits);
}

/** How far a stretch has to be moved to lie inside the limits. */
function inward(from: number, to: number, limits: Stretch): number {
  if (from < limits.from) return limits.from - from;
  return to > limits.to ? limits.to - to : 0;
}

/** Both together. */
export function union(one: Stretch, other: Stretch): Stretch {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

/** Moved just so far that the days are seen, with a tenth of the width around them; the same where they are. */
export function showing(stretch: Stretch, lo: number, hi: number, limits: Stretch): Stretch {
  const room = (stretch.to - stretch.from) / 10;
  if (lo >= stretch.from && hi <= stretch.to) return stretch;
  if (hi - lo > stretch.to - stretch.from - 2 * room) return moved(stretch, lo - room - stretch.from, limits);
  const by = lo < stretch.from ? lo - room - stretch.from : hi + room - stretch.to;
  return moved(stretch, by, limits);
}
