/** Places in the text: the format counts code points, the browser counts UTF-16 units. */
import type { Claim, Span } from "../../contract/reading";

/** Turns code points into UTF-16 units and back. */
export interface Places {
  text: string;
  unit: (point: number) => number;
  point: (unit: number) => number;
}

const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;

export function placesOf(text: string): Places {
  if (!ASTRAL.test(text)) return { text, unit: (point) => point, point: (unit) => unit };
  const units: number[] = [];
  for (let unit = 0; unit < text.length; ) {
    units.push(unit);
    unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1;
  }
  units.push(text.length);
  return {
    text,
    unit: (point) => units[Math.min(point, units.length - 1)] as number,
    point: (unit) => lastAtOrBefore(units, unit),
  };
}

/** The index of the last value that is at most `value`, in a rising list; 0 where none is. */
export function lastAtOrBefore(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The spans of a claim that stand in the text, in code points; none for a claim without a place. */
export function spansOf(claim: Claim, length: number): Span[] {
  return claim.spans.filter(([start, end]) => start < end && end <= length);
}

/** The words of spans, on one line, " … " between them. */
export function wordsAt(places: Places, spans: readonly Span[]): string {
  return spans
    .map(([start, end]) => places.text.slice(places.unit(start), places.unit(end)).replace(/\s+/g, " ").trim())
    .join(" … ");
}

/** The claims that tell a character, the one with the fewest words first. */
export function claimsAt(claims: readonly Claim[], point: number): Claim[] {
  const found: [number, Claim][] = [];
  for (const claim of claims) {
    const here = claim.spans.find(([start, end]) => start <= point && point < end);
    if (here) found.push([here[1] - here[0], claim]);
  }
  return found.sort(([one], [other]) => one - other).map(([, claim]) => claim);
}

/** Which claim a click on a character chooses: the shortest first, with each further click on it the next. */
export function nextAt(claims: readonly Claim[], point: number, chosen: string | null): Claim | null {
  const here = claimsAt(claims, point);
  const before = here.findIndex((claim) => claim.id === chosen);
  return here[(before + 1) % here.length] ?? null;
}
