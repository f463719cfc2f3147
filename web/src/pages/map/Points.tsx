/** What stands on the shapes: lines between countries, rings of areas without a shape, dots of small countries, and marks. */
import { pointOfArea } from "./atlas";
import { arcLine, type Dot, type Marked } from "./placing";
import { type Drawn, project } from "./projecting";
import type { Arc, Disputed, Statuses } from "./status";

const ANCHORS = { [-1]: "end", 0: "middle", 1: "start" } as const;

export function Lines({ arcs, main }: { arcs: readonly Arc[]; main: ReadonlyMap<string, Drawn> }) {
  return (
    <>
      {arcs.map((arc) => {
        const d = arcLine(arc, main);
        return d && <ArcLine key={arc.id} arc={arc} d={d} />;
      })}
    </>
  );
}

function ArcLine({ arc, d }: { arc: Arc; d: string }) {
  return (
    <g class={arc.chosen ? "world-map-arc world-map-arc-chosen" : "world-map-arc"} data-arc={arc.id}>
      <path class="world-map-arc-reach" d={d} />
      <path class="world-map-arc-line" d={d} stroke-width={arc.width} />
    </g>
  );
}

export function Rings({ areas }: { areas: readonly Disputed[] }) {
  return (
    <>
      {areas.map((area) => (
        <Ring key={area.id} area={area} />
      ))}
    </>
  );
}

function Ring({ area }: { area: Disputed }) {
  const at = pointOfArea(area.id);
  return at ? (
    <g class="world-map-point world-map-place" data-area={area.id} style={placed(project(at))}>
      <circle class="world-map-reach" r={8} />
      <circle class="world-map-place-ring" r={4} />
      <path class="world-map-place-ring" d="M-2.8 2.8L2.8-2.8" />
    </g>
  ) : null;
}

interface DotsProps {
  dots: readonly Dot[];
  statuses: Statuses;
  chosen: readonly string[];
  radius: number;
  /** Of the ids of patterns that are not enlarged. */
  prefix: string;
}

export function Dots({ dots, statuses, chosen, radius, prefix }: DotsProps) {
  return (
    <>
      {dots.map(({ code, at }) => {
        const status = statuses.get(code);
        const name = `world-map-dot ${status?.class ?? ""} ${chosen.includes(code) ? "world-map-chosen" : ""}`;
        return (
          <g key={code} class="world-map-point" data-code={code} style={placed(at)}>
            <circle class="world-map-reach" r={12} />
            <circle class={name} r={radius} />
            {status?.pattern && <circle r={radius} fill={`url(#${prefix}-${status.pattern})`} />}
          </g>
        );
      })}
    </>
  );
}

export function Marks({ marks, radius }: { marks: readonly Marked[]; radius: number }) {
  return (
    <>
      {marks.map(({ code, at, text, side }) => (
        <g key={code} class="world-map-point world-map-mark" style={placed(at)}>
          <text x={side * (radius + 3)} y={4} text-anchor={ANCHORS[side]}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

/** Things that stay as large as they are: the style sheet takes back the scale of the map. */
function placed([x, y]: readonly [number, number]): { [name: string]: string } {
  return { "--map-x": `${x}px`, "--map-y": `${y}px` };
}
