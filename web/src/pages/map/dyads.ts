/** Who has to do with whom, as lines on the map: one for each two countries, there and back together. */
import type { MapPage, Names } from "../../contract/pages";
import { sourcesWords } from "../../parts/Sources";
import { codeIn } from "./scale";
import type { Arc } from "./status";

export type Dyad = MapPage["dyads"][number];

/** More lines than that at once show nothing. */
export const MOST_ARCS = 40;
const [THIN, THICK] = [1.4, 8];

/** Whether an id is one end of a dyad. */
export function has(dyad: Dyad, id: string): boolean {
  return dyad.from === id || dyad.to === id;
}

/** The dyads of a country, with another, or all. */
export function dyadsOf(dyads: readonly Dyad[], of: string | null, other: string | null): Dyad[] {
  return dyads.filter((dyad) => (of === null || has(dyad, of)) && (other === null || has(dyad, other)));
}

/** The other end. */
export function otherEnd(dyad: Dyad, id: string): string {
  return dyad.from === id ? dyad.to : dyad.from;
}

/** "Russia → North Korea". */
export function dyadWords({ from, to }: Dyad, names: Names): string {
  return `${names[from] ?? from} → ${names[to] ?? to}`;
}

/** The lines of dyads, the strongest first, and how many dyads have an end that is not on the map. */
export function arcsOf(
  dyads: readonly Dyad[],
  shapes: MapPage["shapes"],
  names: Names,
  chosen: (dyad: Dyad) => boolean,
): { arcs: Arc[]; unplaced: number; left: number } {
  const place = (id: string) => shapes[id]?.[0] ?? codeIn(id);
  const found = new Map<string, { dyads: Dyad[]; from: string; to: string; events: number }>();
  let unplaced = 0;
  for (const dyad of dyads) {
    const [from, to] = [place(dyad.from), place(dyad.to)];
    if (!from || !to || from === to) {
      unplaced += 1;
      continue;
    }
    const id = [dyad.from, dyad.to].sort().join("|");
    const arc = found.get(id) ?? { dyads: [], from, to, events: 0 };
    arc.dyads.push(dyad);
    arc.events += dyad.events;
    found.set(id, arc);
  }
  const sorted = [...found].sort(([, one], [, other]) => other.events - one.events);
  const arcs = sorted.slice(0, MOST_ARCS).map(([id, arc]): Arc => {
    const label = arc.dyads.map((dyad) => `${dyadWords(dyad, names)}: ${sourcesWords(dyad)}`).join("\n");
    const width = Math.min(THICK, THIN * Math.sqrt(arc.events));
    return { id, from: arc.from, to: arc.to, label, width, chosen: arc.dyads.some(chosen) };
  });
  return { arcs, unplaced, left: Math.max(0, sorted.length - MOST_ARCS) };
}
