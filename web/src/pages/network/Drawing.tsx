/** The picture of the network. All that it can do, the lists and the panel can do, too. */
import type { RefObject } from "preact";
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Camera, panned, type Size, seeingAll, showing, toPlane, toScreen, zoomed } from "./camera";
import { type Found, under } from "./finding";
import type { Net } from "./graph";
import { useInks } from "./inks";
import { type Steering, steered } from "./keyboard";
import type { Places, Point } from "./layout";
import { measuring, paint } from "./paint";
import { type Scene, sceneOf } from "./scene";
import { useCamera } from "./useCamera";

export interface Picture {
  /** The scene as it is seen now, for a file. */
  seen: () => { scene: Scene; size: Size };
  zoom: (factor: number) => void;
  fit: () => void;
  focus: () => void;
}

interface Props extends Steering {
  net: Net;
  places: Places;
  node: string | null;
  edge: string | null;
  pins: ReadonlySet<string>;
  camera: Camera | null;
  label: string;
  picture: RefObject<Picture | null>;
  onLooked: (camera: Camera | null) => void;
  onMoved: (id: string, to: Point) => void;
}

const STEADY = 4;
const measure = measuring();

export function Drawing(props: Props) {
  const { net, places, node, edge, pins, onLooked } = props;
  const ground = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const inks = useInks();
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [hovered, setHovered] = useState<Found | null>(null);
  const [dragged, setDragged] = useState<{ id: string; to: Point } | null>(null);
  const hand = useRef<{ found: Found | null; from: Point; at: Point; moved: boolean } | null>(null);

  const fitted = useMemo(() => seeingAll(places, size), [places, size]);
  const moving = useCamera(props.camera ?? fitted, canvas);
  const { camera, move, leave, drawn } = moving;
  const lying = useMemo(() => (dragged ? new Map(places).set(dragged.id, dragged.to) : places), [places, dragged]);
  const costs = useRef(0);
  const scene = useMemo(
    () =>
      timed(costs, () =>
        sceneOf({ net, places: lying, camera, size, node, edge, hovered: hovered?.id ?? null, pins, measure }),
      ),
    [net, lying, camera, size, node, edge, hovered?.id, pins],
  );
  const at = useMemo(() => {
    const shown = net.nodes.flatMap(({ id }): [string, Point][] => {
      const place = lying.get(id);
      return place ? [[id, toScreen(camera, size, place)]] : [];
    });
    return new Map(shown);
  }, [net, lying, camera, size]);

  useEffect(leave, [props.camera, leave]);
  useLayoutEffect(() => {
    const on = ground.current;
    if (!on) return;
    const measure = () => setSize({ width: on.clientWidth, height: on.clientHeight });
    const watch = new ResizeObserver(measure);
    watch.observe(on);
    measure();
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    const on = canvas.current;
    const context = on?.getContext("2d");
    if (!on || !context || size.width === 0) return;
    const density = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
    if (on.width !== width) on.width = width;
    if (on.height !== height) on.height = height;
    const began = performance.now();
    paint(context, scene, size, inks, density);
    drawn(camera, costs.current + performance.now() - began);
  }, [scene, size, inks, camera, drawn]);

  const look = useCallback(
    (next: Camera) => {
      move(next);
      onLooked(next);
    },
    [onLooked, move],
  );
  useImperativeHandle(
    props.picture,
    () => ({
      seen: () => ({ scene, size }),
      zoom: (factor) => look(zoomed(moving.now(), size, factor, { x: size.width / 2, y: size.height / 2 })),
      fit: () => {
        leave();
        onLooked(null);
      },
      focus: () => ground.current?.focus(),
    }),
    [scene, size, moving, look, leave, onLooked],
  );
  useEffect(() => {
    // What is chosen elsewhere, as in a list, comes into sight.
    const place = node ? lying.get(node) : undefined;
    if (!place || size.width === 0) return;
    const next = showing(camera, size, place);
    if (next !== camera) look(next);
  }, [node]);

  const pointOf = (event: MouseEvent): Point => {
    const box = ground.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const pressed = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const from = pointOf(event);
    hand.current = { found: under(net, at, scene.labels, from), from, at: from, moved: false };
    ground.current?.setPointerCapture(event.pointerId);
  };
  const moved = (event: PointerEvent) => {
    const point = pointOf(event);
    const held = hand.current;
    if (!held) {
      const found = under(net, at, scene.labels, point);
      if (found?.id !== hovered?.id || found?.is !== hovered?.is) setHovered(found);
      return;
    }
    held.moved ||= Math.hypot(point.x - held.from.x, point.y - held.from.y) > STEADY;
    if (!held.moved) return;
    if (held.found?.is === "node") setDragged({ id: held.found.id, to: toPlane(camera, size, point) });
    else move(panned(moving.now(), point.x - held.at.x, point.y - held.at.y));
    held.at = point;
  };
  const released = (event: PointerEvent) => {
    const held = hand.current;
    hand.current = null;
    if (!held) return;
    if (event.type === "pointercancel") {
      // The browser took the gesture, to scroll the page: nothing was meant.
      setDragged(null);
      return;
    }
    if (held.moved) {
      if (dragged) props.onMoved(dragged.id, dragged.to);
      else onLooked(moving.now());
      setDragged(null);
      return;
    }
    const found = held.found;
    if (!found) props.onChosen(null);
    else if (found.is === "more") props.onOpened(found.id);
    else props.onChosen(found);
  };
  const rolled = useCallback(
    (event: WheelEvent) => {
      // Without Ctrl, only a picture that has the focus takes the wheel, so that the page can be scrolled past it.
      if (!event.ctrlKey && document.activeElement !== ground.current) return;
      event.preventDefault();
      const factor = Math.exp(-Math.min(Math.max(event.deltaY, -120), 120) * 0.0022);
      look(zoomed(moving.now(), size, factor, pointOf(event)));
    },
    [moving, size, look],
  );
  useEffect(() => {
    const on = ground.current;
    on?.addEventListener("wheel", rolled, { passive: false });
    return () => on?.removeEventListener("wheel", rolled);
  }, [rolled]);

  return (
    <div
      ref={ground}
      class={`network-drawing${hovered ? " network-drawing-over" : ""}`}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys
      tabIndex={0}
      aria-label={props.label}
      aria-describedby="network-keys"
      onPointerDown={pressed}
      onPointerMove={moved}
      onPointerUp={released}
      onPointerCancel={released}
      onPointerLeave={() => !hand.current && setHovered(null)}
      onDblClick={(event) => {
        const found = under(net, at, scene.labels, pointOf(event));
        if (found?.is === "node") props.onOpened(found.id);
      }}
      onKeyDown={(event) => {
        if (steered(event, { net, at, node, edge, camera, size, look, fit: () => onLooked(null) }, props))
          event.preventDefault();
      }}
    >
      <canvas ref={canvas} />
    </div>
  );
}

/** Does something and notes how long it took, in milliseconds. */
function timed<T>(took: { current: number }, run: () => T): T {
  const began = performance.now();
  const made = run();
  took.current = performance.now() - began;
  return made;
}
