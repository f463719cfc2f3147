/** Going through marks in the order of time. */
import type { Extent } from "./extents";

/** Places of the marks that have days, the earliest first. */
export function inOrder(extents: readonly (Extent | null)[]): number[] {
  const dated: { place: number; at: number; end: number }[] = [];
  for (const [place, extent] of extents.entries()) if (extent) dated.push({ place, at: extent.lo, end: extent.hi });
  dated.sort((one, other) => one.at - other.at || one.end - other.end || one.place - other.place);
  return dated.map((one) => one.place);
}

/** The next place in an order, or the one before it; without a present one the first after day `from`, or the last before `to`. */
export function stepped(
  order: readonly number[],
  extents: readonly (Extent | null)[],
  now: number | null,
  by: 1 | -1,
  seen: { from: number; to: number },
): number | null {
  if (order.length === 0) return null;
  const at = now === null ? -1 : order.indexOf(now);
  if (at >= 0) return order[Math.min(Math.max(at + by, 0), order.length - 1)] ?? null;
  const middle = (place: number) => {
    const extent = extents[place];
    return extent ? (extent.lo + extent.hi) / 2 : 0;
  };
  const found =
    by === 1 ? order.find((place) => middle(place) >= seen.from) : order.findLast((place) => middle(place) <= seen.to);
  return found ?? (by === 1 ? order.at(-1) : order[0]) ?? null;
}
