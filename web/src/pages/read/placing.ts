/** Where cards stand in the margin: beside the line of their words, one under the other where several want one line. */

/** A card: where it wants to be, and how high it is, both in pixels. */
export interface Wanted {
  at: number;
  height: number;
}

export interface Placed {
  tops: number[];
  /** How high a row must be for all of them. */
  height: number;
}

/**
 * Places cards in their order without overlap, in a row of some height (pixels). They go down from where they want to be;
 * what would leave the row below goes up as far as there is room. The row grows only where all of them do not fit.
 */
export function placeCards(cards: readonly Wanted[], row: number, gap: number): Placed {
  const tops: number[] = [];
  let free = 0;
  for (const card of cards) {
    const top = Math.max(card.at, free);
    tops.push(top);
    free = top + card.height + gap;
  }
  const needed = heightOf(cards, gap);
  const height = Math.max(row, needed);
  let below = height;
  for (let n = cards.length - 1; n >= 0; n--) {
    const card = cards[n] as Wanted;
    tops[n] = Math.max(0, Math.min(tops[n] as number, below - card.height));
    below = (tops[n] as number) - gap;
  }
  return { tops, height };
}

/** How high cards are together. */
export function heightOf(cards: readonly Wanted[], gap: number): number {
  return cards.reduce((sum, card) => sum + card.height + gap, 0) - (cards.length > 0 ? gap : 0);
}
