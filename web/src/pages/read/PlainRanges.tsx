import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Span } from "../../contract/reading";
import { boxesOf, rangesOf, type Shown } from "./highlights";

interface Props {
  spans: readonly Span[];
  shown: Shown;
  body: RefObject<HTMLElement | null>;
}

/** The words of the chosen claim as boxes under the text, for browsers without the Custom Highlight API. */
export function PlainRanges({ spans, shown, body }: Props) {
  const [boxes, setBoxes] = useState<{ left: number; top: number; width: number; height: number }[]>([]);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const draw = () => {
      const origin = element.getBoundingClientRect();
      const rects = spans.flatMap((span) => rangesOf(shown, span)).flatMap((range) => [...boxesOf(range)]);
      setBoxes(
        rects.map(({ left, top, width, height }) => ({
          left: left - origin.left,
          top: top - origin.top,
          width,
          height,
        })),
      );
    };
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    return () => watch.disconnect();
  }, [spans, shown, body]);
  return (
    <div class="read-plain" aria-hidden="true">
      {boxes.map((box) => (
        <span
          key={`${box.left}:${box.top}`}
          style={{
            left: `${box.left}px`,
            top: `${box.top}px`,
            width: `${box.width}px`,
            height: `${box.height}px`,
          }}
        />
      ))}
    </div>
  );
}
