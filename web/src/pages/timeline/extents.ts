/** How wide a mark is on the line of days: as wide as its days are imprecise, open where an end is not told. */
import type { Bound, Mark } from "../../contract/pages";
import { dayNumber } from "../../days";

/** Numbers of days; `hi` and `coreHi` are the day after the last one. */
export interface Extent {
  /** The first day that it may have been. */
  lo: number;
  hi: number;
  /** What it surely lasted, where that is told: from the latest beginning to the earliest end. */
  coreLo: number | null;
  coreHi: number | null;
  /** It is told to have been by then, not since when. */
  openLeft: boolean;
  /** It is told since when, not how long. */
  openRight: boolean;
  /** All of it on one day that is known. */
  single: boolean;
}

/** Kinds that go on holding where no end is told; others only happened. */
const HOLDING = new Set(["agreement", "measure", "membership", "position", "regime", "party", "provision"]);

/** Null where no day is told. */
export function extentOf(mark: Pick<Mark, "from" | "to">): Extent | null {
  const { from, to } = mark;
  if (from && to) return same(from, to) ? within(from) : lasting(from, to);
  if (from) return { ...within(from), openRight: true, single: false };
  if (to) return { ...within(to), openLeft: true, single: false };
  return null;
}

/** Whether a mark goes on to hold beyond the last day that is told of it. */
export function holdsOn(mark: Pick<Mark, "kind" | "to">): boolean {
  return mark.to === null && HOLDING.has(mark.kind);
}

/** The days on which reports of a mark were written, as numbers. */
export function reportedOn(mark: Pick<Mark, "reported">): number[] {
  return mark.reported.map(dayNumber);
}

function within([first, last]: [string, string]): Extent {
  const lo = dayNumber(first);
  const hi = Math.max(lo, dayNumber(last)) + 1;
  return { lo, hi, coreLo: null, coreHi: null, openLeft: false, openRight: false, single: hi - lo === 1 };
}

function lasting(from: [string, string], to: [string, string]): Extent {
  const lo = dayNumber(from[0]);
  const hi = Math.max(dayNumber(to[1]), dayNumber(from[1])) + 1;
  const coreLo = dayNumber(from[1]);
  const coreHi = dayNumber(to[0]) + 1;
  const sure = coreHi > coreLo;
  return {
    lo,
    hi,
    coreLo: sure ? coreLo : null,
    coreHi: sure ? coreHi : null,
    openLeft: false,
    openRight: false,
    single: false,
  };
}

function same(one: NonNullable<Bound>, other: NonNullable<Bound>): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
