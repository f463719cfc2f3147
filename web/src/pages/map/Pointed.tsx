/** What the pointer is at. */
export interface At {
  words: string;
  x: number;
  y: number;
  width: number;
}

/** What is known of the place under the pointer, kept inside the window: it grows away from the nearer edges. */
export function Pointed({ words, x, y, width }: At) {
  const across = x < width / 3 ? "0%" : x > (width * 2) / 3 ? "-100%" : "-50%";
  const up = y > 90 ? "calc(-100% - 10px)" : "18px";
  return (
    <div
      class="world-map-pointed"
      aria-hidden="true"
      style={{ left: `${x}px`, top: `${y}px`, transform: `translate(${across}, ${up})` }}
    >
      {words}
    </div>
  );
}
