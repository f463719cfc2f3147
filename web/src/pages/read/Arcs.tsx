import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Claim, Span } from "../../contract/reading";
import { lineOf } from "../../parts/modalityLine";
import { curve, type End, endsOf, FAR_LINES, wordOf } from "./arcs";
import type { Register } from "./describing";
import { boxesOf, rangesOf, type Shown } from "./highlights";

interface Props {
  claim: Claim;
  register: Register;
  shown: Shown;
  body: RefObject<HTMLElement | null>;
}

interface Drawn {
  end: End;
  path: string;
  x: number;
  y: number;
}

/** Who does what to whom, drawn over the text; for the chosen claim only. */
export function Arcs({ claim, register, shown, body }: Props) {
  const [drawn, setDrawn] = useState<Drawn[]>([]);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const draw = () => setDrawn(arcs(claim, register, shown, element));
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    return () => watch.disconnect();
  }, [claim, register, shown, body]);
  const line = lineOf(claim.modality);
  return (
    <svg class="read-arcs" aria-hidden="true">
      {drawn.map(({ end, path, x, y }) => (
        <g key={`${end.role}${end.span[0]}`} class={`read-arc read-arc-${end.role.replace(" ", "-")}`}>
          <path d={path} stroke-dasharray={line.dash || undefined} />
          <circle cx={x} cy={y} r={2.5} />
          <text x={Math.max(x, 22)} y={y - 3}>
            {end.role}
          </text>
        </g>
      ))}
    </svg>
  );
}

function arcs(claim: Claim, register: Register, shown: Shown, body: HTMLElement): Drawn[] {
  const origin = body.getBoundingClientRect();
  const height = Number.parseFloat(getComputedStyle(body).lineHeight) || 28;
  const point = (span: Span) => {
    const range = rangesOf(shown, span)[0];
    const box = range && boxesOf(range)[0];
    return box ? { x: box.left + box.width / 2 - origin.left, y: box.top - origin.top + 2 } : null;
  };
  const to = point(wordOf(claim));
  if (!to) return [];
  return endsOf(claim, register).flatMap((end) => {
    const from = point(end.span);
    if (!from || Math.abs(from.y - to.y) > FAR_LINES * height) return [];
    return [{ end, path: curve(from, to), ...from }];
  });
}
