/** A piece of the text with the cards of its claims: beside it, or under it where there is no margin. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Card, type CardsProps } from "./Card";
import { boxesOf, rangesOf, type Shown } from "./highlights";
import { heightOf, placeCards } from "./placing";
import type { Row as TextRow } from "./rows";
import { aboutHeight } from "./seen";

interface Props {
  row: TextRow;
  n: number;
  text: string;
  headline: boolean;
  /** Whether cards stand under the text. */
  narrow: boolean;
  /** Pixels of a rem. */
  rem: number;
  /** What the cards need; none are drawn in rows that are far from the window. */
  cards: CardsProps | null;
}

/** The height of a closed card and the gap under it, as read.css has them, in rem. */
const CARD = 1.75;
const GAP = 0.125;

export function Row({ row, n, text, headline, narrow, rem, cards }: Props) {
  const words = useRef<HTMLParagraphElement>(null);
  const [opened, setOpened] = useState(0);
  const lines = useLines(row, words, narrow ? null : (cards?.shown ?? null));
  const gap = GAP * rem;
  const wanted = row.claims.map((claim, k) => ({
    at: lines.at[k] ?? 0,
    height: claim === cards?.chosen && opened > 0 ? opened : CARD * rem,
  }));
  const placed = cards && placeCards(wanted, lines.height, gap);
  const least = Math.ceil(heightOf(wanted, gap)) + 4;
  return (
    <div
      class="read-row"
      data-row={n}
      style={{
        minHeight: narrow ? undefined : `${least}px`,
        containIntrinsicBlockSize: `auto ${aboutHeight(row, narrow)}px`,
      }}
    >
      <p class={headline ? "read-text read-headline" : "read-text"} ref={words}>
        {text}
      </p>
      {cards && row.claims.length > 0 && (
        <ol class="read-cards" aria-label="What it tells">
          {row.claims.map((claim, k) => (
            <Card
              {...cards}
              key={claim.id}
              claim={claim}
              open={claim === cards.chosen}
              top={narrow ? null : (placed?.tops[k] ?? 0)}
              measured={setOpened}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** On which line of the row each claim begins, and how high its text is; pixels. Nothing is measured without `shown`. */
function useLines(row: TextRow, words: { current: HTMLElement | null }, shown: Shown | null) {
  const [lines, setLines] = useState<{ at: number[]; height: number }>({ at: [], height: 0 });
  useLayoutEffect(() => {
    const element = words.current;
    if (!element || !shown || row.claims.length === 0) return;
    const measure = () => {
      const top = element.getBoundingClientRect().top;
      const at = row.claims.map((claim) => {
        const range = rangesOf(shown, claim.spans[0])[0];
        const box = range && boxesOf(range)[0];
        return box ? box.top - top - 2 : 0;
      });
      setLines({ at, height: element.offsetHeight });
    };
    measure();
    let width = element.offsetWidth;
    const watch = new ResizeObserver(() => {
      if (element.offsetWidth === width) return;
      width = element.offsetWidth;
      measure();
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [shown, row, words]);
  return lines;
}
