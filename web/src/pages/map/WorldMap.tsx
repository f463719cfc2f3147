/** A map of the world's countries with a status each. It can be moved and enlarged by mouse, wheel, touch and keys. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { asProblem, type Problem } from "../../problem";
import { useKeys } from "../../shell/keys";
import { announce } from "../../shell/live";
import { type Atlas, loadAtlas, namesOf } from "./atlas";
import { areasOfShapes, claimWords, drawnAs, withoutShape } from "./claims";
import { showWhole, useMoving } from "./moving";
import { type At, Pointed } from "./Pointed";
import { Dots, Lines, Marks, Rings } from "./Points";
import { Patterns } from "./patterns";
import { dotRadius, dots, mains, marks, placeOf } from "./placing";
import { draw, FRAME, SPHERE, WIDTH } from "./projecting";
import type { Arc, Disputed, Picked, Statuses } from "./status";
import { Tools } from "./Tools";
import { FINER, sees } from "./view";
import "./worldMap.css";

export type { Pattern } from "./patterns";
export { Swatch } from "./patterns";
export type { Arc, Disputed, Picked, Status, Statuses } from "./status";

interface Props {
  /** What the map shows, for who does not see it; there must be a table of the same beside it. */
  label: string;
  /** By alpha-3. Countries without a status are plain. */
  statuses: Statuses;
  /** Click, tap or Enter on a country, also on one without a status. */
  onPick?: (code: string, how: Picked) => void;
  /** Outlined. */
  chosen?: readonly string[];
  arcs?: readonly Arc[];
  onPickArc?: (id: string) => void;
  /** Hatched, with who claims them in words. */
  disputed?: readonly Disputed[];
  /** The code of the state from whose point of view disputed areas are drawn; null: as they are held. */
  stands?: string | null;
  /** Names of countries by alpha-3, where the map's own are not those of the page. */
  names?: ReadonlyMap<string, string>;
  /** The legend. */
  children?: ComponentChildren;
}

/** Rings of areas without a shape are drawn from that many pixels to a unit of the map. */
const ROOM_FOR_RINGS = 0.7;
/** By so much a key enlarges the map. */
const STEP = 1.5;
const NONE: readonly never[] = [];
const NO_NAMES: ReadonlyMap<string, string> = new Map();

export function WorldMap(props: Props) {
  const {
    label,
    statuses,
    onPick,
    chosen = NONE,
    arcs = NONE,
    disputed = NONE,
    stands = null,
    names = NO_NAMES,
  } = props;
  const frame = useRef<HTMLDivElement>(null);
  const world = useRef<SVGGElement>(null);
  const moving = useMoving(frame, world);
  const { view, height, scale } = moving;
  const { atlas, problem, again } = useAtlas(view.zoom >= FINER);
  const prefix = useId();
  const [pointed, setPointed] = useState<At | null>(null);

  const known = useMemo(() => (atlas ? namesOf(atlas) : NO_NAMES), [atlas]);
  const nameOf = (code: string) => names.get(code) ?? known.get(code) ?? code;
  const drawing = atlas && draw(atlas);
  const main = useMemo(() => mains(drawing?.shapes ?? []), [drawing]);
  const areas = useMemo(() => areasOfShapes(atlas?.shapes ?? [], disputed), [atlas, disputed]);
  const pixels = view.zoom * scale;
  const small = useMemo(() => dots(statuses, chosen, main, pixels), [statuses, chosen, main, pixels]);
  const written = useMemo(() => marks(statuses, small, main, pixels), [statuses, small, main, pixels]);

  const first = chosen[0];
  const place = first === undefined ? null : placeOf(first, main);
  const away = place !== null && !sees(view, place, height);
  // Only a new choice moves the map; the reader may look elsewhere after that.
  useEffect(() => {
    if (place && away) moving.show({ ...view, x: place[0], y: place[1] });
  }, [first, place === null]);

  /** What is known of a place on the map, by its element. */
  const wordsOf = (place: Element | null): string | null => {
    const mine = place?.closest<SVGElement>("[data-shape], [data-area], [data-code], [data-arc]");
    if (!mine) return null;
    const { shape: id, area: areaId, code, arc } = mine.dataset;
    if (arc !== undefined) return arcs.find((one) => one.id === arc)?.label ?? null;
    const area = id !== undefined ? areas.get(id) : disputed.find((one) => one.id === areaId);
    const claimed = area ? claimWords(area, nameOf) : "";
    if (!code) return claimed || (mine.dataset.name ?? null);
    return [statuses.get(code)?.label ?? nameOf(code), claimed].filter(Boolean).join("\n");
  };
  const pick = (place: Element | null, beside: boolean) => {
    const arc = place?.closest<SVGElement>("[data-arc]")?.dataset.arc;
    if (arc !== undefined) props.onPickArc?.(arc);
    const code = place?.closest<SVGElement>("[data-code]")?.dataset.code;
    if (arc === undefined && code) onPick?.(code, { beside });
  };
  const under = (): Element | null => {
    const box = frame.current?.getBoundingClientRect();
    const all = box ? document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2) : [];
    return all.find((one) => one.closest("[data-code], [data-area]")) ?? null;
  };
  const timer = useRef(0);
  const tell = () => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => announce(wordsOf(under()) ?? "the sea"), 400);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 160 : 48;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => moving.move(-step, 0),
      ArrowRight: () => moving.move(step, 0),
      ArrowUp: () => moving.move(0, -step),
      ArrowDown: () => moving.move(0, step),
      "+": () => moving.zoom(STEP),
      "=": () => moving.zoom(STEP),
      "-": () => moving.zoom(1 / STEP),
      "0": () => showWhole(moving),
      Enter: () => pick(under(), event.shiftKey),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    if (event.key !== "Enter") tell();
  };

  useKeys([
    { key: "m", does: "to the map, which arrow keys move and Enter picks from", run: () => frame.current?.focus() },
    { key: "+", does: "enlarge the map", run: () => moving.zoom(STEP) },
    { key: "-", does: "show more of the world", run: () => moving.zoom(1 / STEP) },
    { key: "0", does: "show all of the world", run: () => showWhole(moving) },
  ]);

  const shapes = useMemo(
    () =>
      drawing?.shapes.map(({ shape, d }) => {
        const area = areas.get(shape.id);
        const code = drawnAs(area, stands) ?? shape.code;
        const status = code ? statuses.get(code) : undefined;
        return (
          <g
            key={shape.id}
            class="world-map-country"
            data-shape={shape.id}
            data-code={shape.code ?? undefined}
            data-name={shape.name}
          >
            <path class={`world-map-area ${status?.class ?? ""}`} d={d} />
            {status?.pattern && <path d={d} fill={`url(#${prefix}-${status.pattern})`} />}
            {area && <path d={d} fill={`url(#${prefix}-disputed)`} />}
          </g>
        );
      }),
    [drawing, areas, stands, statuses, prefix],
  );

  return (
    <div class="world-map">
      <div
        ref={frame}
        class={view.zoom > 1.01 ? "world-map-frame world-map-near" : "world-map-frame"}
        style={{ aspectRatio: `${WIDTH} / ${FRAME.height}` }}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved by keys takes the focus, as an application
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${prefix}-keys`}
        onKeyDown={pressed}
        onFocus={tell}
        onClick={(event) => {
          if (!moving.dragged()) pick(event.target as Element, event.shiftKey);
        }}
        onPointerMove={(event) => {
          const busy = event.pointerType === "touch" || event.buttons !== 0;
          const words = busy ? null : wordsOf(event.target as Element);
          const box = event.currentTarget.getBoundingClientRect();
          setPointed(
            words ? { words, x: event.clientX - box.left, y: event.clientY - box.top, width: box.width } : null,
          );
        }}
        onPointerLeave={() => setPointed(null)}
      >
        <svg class="world-map-drawing" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
          <Patterns prefix={prefix} scale={pixels} />
          <Patterns prefix={`${prefix}-dot`} scale={1} />
          <g ref={world}>
            <path class="world-map-sea" d={SPHERE} />
            {shapes}
            <path class="world-map-borders" d={drawing?.borders ?? ""} />
            {drawing?.shapes.map(({ shape, d }) =>
              shape.code !== null && chosen.includes(shape.code) ? (
                <path key={shape.id} class="world-map-outline" d={d} />
              ) : null,
            )}
            <Lines arcs={arcs} main={main} />
            {drawing && pixels >= ROOM_FOR_RINGS && (
              <Rings
                areas={withoutShape(
                  drawing.shapes.map((one) => one.shape),
                  disputed,
                )}
              />
            )}
            <Dots
              dots={small}
              statuses={statuses}
              chosen={chosen}
              radius={dotRadius(pixels)}
              prefix={`${prefix}-dot`}
            />
            <Marks marks={written} radius={dotRadius(pixels)} />
          </g>
        </svg>
        <span class="world-map-cross" aria-hidden="true" />
        {pointed && <Pointed {...pointed} />}
      </div>
      <Tools moving={moving} />
      <p id={`${prefix}-keys`} class="world-map-keys muted">
        Arrow keys move the map, <kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd> enlarge it and show all of it; <kbd>Enter</kbd>{" "}
        picks what lies under the cross. The wheel enlarges once the map is clicked, or with Ctrl.
      </p>
      {!atlas && !problem && <Loading what="the shapes of the countries" />}
      {problem && <ErrorLine problem={problem} again={again} />}
      {props.children}
    </div>
  );
}

/** The shapes, the finer ones once they are wanted. */
function useAtlas(finer: boolean): { atlas: Atlas | null; problem: Problem | null; again: () => void } {
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let here = true;
    const failed = (thrown: unknown) => here && setProblem(asProblem(thrown));
    const came = (one: Atlas) => {
      if (!here) return;
      setProblem(null);
      setAtlas((now) => (now?.detail === "50m" ? now : one));
    };
    loadAtlas("110m").then(came, failed);
    if (finer) loadAtlas("50m").then(came, failed);
    return () => {
      here = false;
    };
  }, [finer, tries]);
  return { atlas, problem, again: () => setTries((n) => n + 1) };
}
