/** Which rows are in the window or near it: only they have their cards in the document. */
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Row } from "./rows";

const AROUND = "500px 0px";
/** About how many characters a line of text holds, and how high lines and cards are in pixels. */
const LINE = 70;
const HIGH = 28;

/** How high a row will be, about, in pixels; `stacked`: its cards stand under its text. */
export function aboutHeight(row: Row, stacked: boolean): number {
  const text = Math.ceil((row.end - row.start) / LINE) * HIGH;
  const cards = row.claims.length * HIGH;
  return stacked ? text + cards : Math.max(text, cards);
}

/** The numbers of those rows; a new set whenever that changes. */
export function useSeen(
  body: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  stacked: boolean,
): ReadonlySet<number> {
  const [seen, setSeen] = useState<ReadonlySet<number>>(() => firstSeen(rows, stacked));
  useEffect(() => {
    const looked = (entries: IntersectionObserverEntry[]) =>
      setSeen((before) => {
        const now = new Set(before);
        for (const entry of entries) {
          const n = Number((entry.target as HTMLElement).dataset.row);
          if (entry.isIntersecting) now.add(n);
          else now.delete(n);
        }
        return now.size === before.size && [...now].every((n) => before.has(n)) ? before : now;
      });
    const watch = new IntersectionObserver(looked, { rootMargin: AROUND });
    for (const row of body.current?.querySelectorAll(".read-row") ?? []) watch.observe(row);
    return () => watch.disconnect();
  }, [body, rows]);
  return seen;
}

/** The rows that a window shows at its top, before anything is drawn. */
function firstSeen(rows: readonly Row[], stacked: boolean): Set<number> {
  const seen = new Set<number>();
  let height = 0;
  for (let n = 0; n < rows.length && height < innerHeight; n++) {
    seen.add(n);
    height += aboutHeight(rows[n] as Row, stacked);
  }
  return seen;
}
