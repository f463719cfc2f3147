/** Patterns over the colour of an area, so that what it means is seen without the colour. */
import { useId } from "preact/hooks";

export const PATTERNS = ["slanted", "falling", "upright", "level", "dotted", "crossed", "disputed", "past"] as const;
/** "disputed" and "past" are the map's own; the others are for statuses. */
export type Pattern = (typeof PATTERNS)[number];

/** How wide a pattern is, in pixels, and what is drawn in it. */
const DRAWN: Record<Pattern, { size: number; d: string; width: number; turn?: number }> = {
  slanted: { size: 6, d: "M0 3H6", width: 1.4, turn: -45 },
  falling: { size: 6, d: "M0 3H6", width: 1.4, turn: 45 },
  upright: { size: 6, d: "M3 0V6", width: 1.4 },
  level: { size: 6, d: "M0 3H6", width: 1.4 },
  dotted: { size: 6, d: "M3 3h.01", width: 2.4 },
  crossed: { size: 7, d: "M0 3.5H7M3.5 0V7", width: 1.2, turn: 45 },
  disputed: { size: 5, d: "M0 2.5H5", width: 1.5, turn: -60 },
  past: { size: 5, d: "M2.5 2.5h.01", width: 1.5 },
};

/** The patterns of one drawing; `scale`: by how much the drawing is enlarged, as patterns stay as large as they are. */
export function Patterns({ prefix, scale }: { prefix: string; scale: number }) {
  return (
    <defs>
      {PATTERNS.map((name) => {
        const { size, d, width, turn = 0 } = DRAWN[name];
        return (
          <pattern
            key={name}
            id={`${prefix}-${name}`}
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
            patternTransform={`scale(${1 / scale}) rotate(${turn})`}
          >
            <path class={`world-map-pattern-${name}`} d={d} stroke-width={width} stroke-linecap="round" fill="none" />
          </pattern>
        );
      })}
    </defs>
  );
}

/** A sample of what an area looks like, for a legend. `class`: of the status, which gives the colour. */
export function Swatch({ class: name = "", pattern }: { class?: string | undefined; pattern?: Pattern | undefined }) {
  const prefix = useId();
  return (
    <svg class="world-map-swatch" width={26} height={16} aria-hidden="true">
      {pattern && <Patterns prefix={prefix} scale={1} />}
      <rect class={`world-map-area ${name}`} x={0.5} y={0.5} width={25} height={15} />
      {pattern && <rect x={0.5} y={0.5} width={25} height={15} fill={`url(#${prefix}-${pattern})`} />}
    </svg>
  );
}
