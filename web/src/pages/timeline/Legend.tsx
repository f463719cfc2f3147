/** How the drawing is to be read. */
import { useEffect, useRef } from "preact/hooks";
import { ModalityLine } from "../../parts/Modality";
import { sized } from "./frame";
import { colourOf, KINDS, paletteOf, tracePath } from "./glyphs";
import { paint } from "./painting";
import type { LaneMark } from "./scene";
import { type Prepared, prepared, sceneOf } from "./scene";

export function Legend() {
  return (
    <details class="timeline-legend">
      <summary>How to read it</summary>
      <ul>
        {KINDS.map(({ kind }) => (
          <li class="timeline-legend-line" key={kind}>
            <Shape kind={kind} /> {kind}
          </li>
        ))}
        <li class="timeline-legend-line">
          <Drawn marks={[made({})]} /> one day
        </li>
        <li class="timeline-legend-line">
          <Drawn marks={[made({ from: ["2024-01-10", "2024-02-10"], to: ["2024-01-10", "2024-02-10"] })]} /> some day
          within: as wide as it is imprecise
        </li>
        <li class="timeline-legend-line">
          <Drawn marks={[made({ from: ["2024-01-05", "2024-01-15"], to: ["2024-02-01", "2024-02-12"] })]} /> lasted;
          filled where that is sure
        </li>
        <li class="timeline-legend-line">
          <Drawn marks={[made({ from: null, to: ["2024-02-01", "2024-02-01"] })]} /> by then; since when is not told
        </li>
        <li class="timeline-legend-line">
          <Drawn marks={[made({ kind: "agreement", from: ["2024-01-10", "2024-01-10"], to: null })]} /> since then; an
          end is not told
        </li>
        <li class="timeline-legend-line">
          <Drawn marks={[made({ reported: ["2024-02-10"] })]} /> the tail ends where a report of it was written
        </li>
        <li class="timeline-legend-line">
          <Drawn marks={[made({}), made({}), made({})]} /> several at the same place
        </li>
        <li class="timeline-legend-line">
          <ModalityLine modality="planned" /> around a mark: how it is told (see <kbd>?</kbd>); filled: as a fact
        </li>
      </ul>
      <p class="muted">
        Drag moves, Shift and drag picks days, Ctrl and wheel or two fingers zoom. The strip above is all of time: drag
        on it to pick days; that filters the table, and map and network where you go on to them.
      </p>
    </details>
  );
}

const DAY: [string, string] = ["2024-01-20", "2024-01-20"];

function made(of: Partial<LaneMark>): LaneMark {
  return {
    id: "",
    kind: "event",
    type: null,
    what: "",
    modality: "actual",
    negated: false,
    from: DAY,
    to: DAY,
    who: [],
    whom: [],
    place: null,
    words: "",
    said_by: [],
    reported: [],
    reports: 1,
    independent: 1,
    confidence: 1,
    cited: false,
    recorded_at: "",
    lane: ["one"],
    ...of,
  };
}

const WIDTH = 96;

function Drawn({ marks }: { marks: LaneMark[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      if (!canvas.current) return;
      const lanes = [{ id: "one", name: "", count: 1 }];
      const of: Prepared = prepared(marks, new Map(), lanes);
      const scene = sceneOf(lanes, of, new Map(), WIDTH / 48, 0);
      const palette = paletteOf(canvas.current);
      const to = sized(canvas.current, WIDTH, 26, palette.paper);
      const look = { from: 19720, width: WIDTH, chosen: null, hovered: null, reports: true, font: "10px sans-serif" };
      if (to) paint(to, scene, of, look, palette);
    };
    draw();
    addEventListener("casus:theme", draw);
    return () => removeEventListener("casus:theme", draw);
  });
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} width={WIDTH} height={26} />
    </span>
  );
}

function Shape({ kind }: { kind: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      if (!canvas.current) return;
      const palette = paletteOf(canvas.current);
      const to = sized(canvas.current, 16, 16, palette.paper);
      if (!to) return;
      to.fillStyle = colourOf(kind, palette);
      tracePath(to, kind, 8, 8, 4.5);
      to.fill();
    };
    draw();
    addEventListener("casus:theme", draw);
    return () => removeEventListener("casus:theme", draw);
  });
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} width={16} height={16} />
    </span>
  );
}
