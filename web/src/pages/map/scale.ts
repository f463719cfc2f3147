/** From counts of events to colours and words: the steps of the scale, and what is shown of each country. */
import type { MapPage } from "../../contract/pages";
import { sourcesWords } from "../../parts/Sources";
import type { Status } from "./status";

export type State = MapPage["states"][number];

/** The id of all that acts for a country, as the ledger counts it. */
export function countryId(code: string): string {
  return `country:${code}`;
}

/** The code in such an id, or null where it is another's. */
export function codeIn(id: string): string | null {
  return id.startsWith("country:") ? id.slice("country:".length) : null;
}

const ROUND = [1, 2, 5];

/** Where each of at most five steps begins, for counts up to `most`: every number up to five, else 1, 2, 5, 10, 20, 50 ... */
export function stepsTo(most: number): number[] {
  if (most < 1) return [];
  if (most <= 5) return Array.from({ length: most }, (_, n) => n + 1);
  const round: number[] = [];
  for (let power = 1; power <= most; power *= 10) for (const n of ROUND) if (n * power <= most) round.push(n * power);
  // Five of them, as far apart from each other as they can be; the first is always 1.
  const last = round.length - 1;
  const chosen = new Set(Array.from({ length: 5 }, (_, n) => round[Math.round((n * last) / 4)] ?? 1));
  return [...chosen];
}

/** The step that a count is in, from 1; 0 for none. */
export function stepOf(count: number, steps: readonly number[]): number {
  return steps.filter((begin) => begin <= count).length;
}

/** The colour class of a step, spread over the five of the style sheet. */
export function classOf(step: number, steps: number): string {
  if (step <= 0) return "world-map-0";
  return `world-map-${steps >= 5 ? step : Math.ceil((step * 5) / steps)}`;
}

/** A step in words: "3", "5–9", "50 and more". */
export function stepWords(step: number, steps: readonly number[], most: number): string {
  const begin = steps[step - 1] ?? 0;
  const next = steps[step];
  const end = next === undefined ? most : next - 1;
  return begin === end ? begin.toLocaleString("en") : `${begin.toLocaleString("en")}–${end.toLocaleString("en")}`;
}

/** Of the countries in a step, the fewest and the most independent reports, or null where there are no countries. */
export function reportsIn(step: number, steps: readonly number[], states: readonly State[]): [number, number] | null {
  const found = states.filter(({ events }) => stepOf(events, steps) === step).map(({ independent }) => independent);
  return found.length === 0 ? null : [Math.min(...found), Math.max(...found)];
}

/** By alpha-3 of today's shapes: the state of that code, and others that lay there. */
export interface Here {
  own: State | null;
  past: State[];
}

export function byShape(states: readonly State[]): Map<string, Here> {
  const found = new Map<string, Here>();
  const at = (shape: string) => {
    const here = found.get(shape) ?? { own: null, past: [] };
    found.set(shape, here);
    return here;
  };
  for (const state of states) {
    for (const shape of state.shapes) {
      const here = at(shape);
      if (state.country === shape) here.own = state;
      else here.past.push(state);
    }
  }
  return found;
}

/** What a country's area says: its own events, else, dotted, those of the states of the past that lay there. */
export function statusesOf(states: readonly State[], steps: readonly number[]): Map<string, Status> {
  const found: [string, number, Status][] = [];
  for (const [shape, { own, past }] of byShape(states)) {
    const strongest = past.reduce<State | null>(
      (one, other) => (one && one.events >= other.events ? one : other),
      null,
    );
    const shown = own ?? strongest;
    if (!shown) continue;
    const lines = [
      ...(own ? [`${own.name}: ${sourcesWords(own)}`] : []),
      ...past.map((one) => `${one.name}, which lay here: ${sourcesWords(one)}`),
    ];
    const status: Status = { label: lines.join("\n"), class: classOf(stepOf(shown.events, steps), steps.length) };
    if (own) status.mark = `${own.events.toLocaleString("en")} · ${own.independent.toLocaleString("en")}`;
    else status.pattern = "past";
    found.push([shape, shown.events, status]);
  }
  found.sort(([, one], [, other]) => other - one);
  return new Map(found.map(([shape, , status]) => [shape, status]));
}
