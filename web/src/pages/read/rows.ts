/** The text cut in rows, each with the claims that begin in it. Joined, the rows are the text, to the last blank. */
import type { Claim, Reading, Span } from "../../contract/reading";
import { lastAtOrBefore, type Places, spansOf } from "./places";

/** `start`, `end`: code points of the text. */
export interface Row {
  start: number;
  end: number;
  claims: Claim[];
}

export interface Rows {
  rows: Row[];
  /** Claims of which no words stand in the text. */
  orphans: Claim[];
}

/** A paragraph longer than this is cut between sentences, so that its claims stay near their words. */
const LONGEST = 900;

/** By paragraphs, for a margin beside the text; by sentences, where claims stand under them. */
export function rowsOf(reading: Reading, places: Places, by: "paragraphs" | "sentences"): Rows {
  const length = places.point(places.text.length);
  const cuts = by === "paragraphs" ? paragraphCuts(reading, places, length) : sentenceCuts(reading, places, length);
  const rows: Row[] = cuts.map((start, n) => ({ start, end: cuts[n + 1] ?? length, claims: [] }));
  const orphans: Claim[] = [];
  for (const claim of inOrder(reading.claims, length)) {
    const first = spansOf(claim, length)[0];
    const row = first && rows[lastAtOrBefore(cuts, first[0])];
    if (row) row.claims.push(claim);
    else orphans.push(claim);
  }
  return { rows, orphans };
}

/** Claims in the order of their first words; those that begin together: the longer first, as it carries the other. */
export function inOrder(claims: readonly Claim[], length: number): Claim[] {
  const first = new Map(claims.map((claim) => [claim, spansOf(claim, length)[0] ?? ([length, length] as Span)]));
  const at = (claim: Claim) => first.get(claim) as Span;
  return [...claims].sort((one, other) => at(one)[0] - at(other)[0] || at(other)[1] - at(one)[1]);
}

function paragraphCuts(reading: Reading, places: Places, length: number): number[] {
  const cuts = [0];
  for (const gap of places.text.matchAll(/\n[ \t]*\n\s*|\n(?=\S)/g)) {
    const next = places.point(gap.index + gap[0].length);
    if (next < length) cuts.push(next);
  }
  const starts = reading.sentences.map(([start]) => start);
  const all = [...cuts];
  cuts.forEach((start, n) => {
    const end = cuts[n + 1] ?? length;
    let last = start;
    for (const sentence of starts) {
      if (sentence > start && sentence < end && sentence - last > LONGEST && end - sentence > LONGEST / 3) {
        all.push(sentence);
        last = sentence;
      }
    }
  });
  return rising(all);
}

function sentenceCuts(reading: Reading, places: Places, length: number): number[] {
  const starts = reading.sentences.map(([start]) => start).filter((start) => start < length);
  return rising([0, ...paragraphCuts(reading, places, length), ...starts]);
}

function rising(cuts: number[]): number[] {
  return [...new Set(cuts)].sort((one, other) => one - other);
}
