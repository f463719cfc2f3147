/** When the drawing is drawn: a scene and a stretch of days onto the two canvases. */
import { AXIS, type MarkedDay, paintAxis, paintDays, paintGrid } from "./axisPainting";
import { type Palette, paletteOf } from "./glyphs";
import type { Item } from "./laying";
import { paint } from "./painting";
import { type Bar, type Lane, type Prepared, type Scene, sceneOf } from "./scene";
import { axisOf } from "./ticks";
import type { Viewport } from "./viewport";

const FAMILY = 'system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
const FONT = `11px ${FAMILY}`;
const SMALL = `10px ${FAMILY}`;

/** What the names beside the lanes must know of the drawing: pixels, and of counts the largest in a step of so many days. */
export interface LaneTold {
  height: number;
  most: number;
  step: number;
}

interface Shown {
  lanes: readonly Lane[];
  of: Prepared;
  bars: ReadonlyMap<string, readonly Bar[]>;
  chosen: string | null;
  reports: boolean;
  days: readonly MarkedDay[];
  /** The first day that was asked for; null: from the first that there is. */
  first: number | null;
  hovered: { current: Item | null };
  width: number;
  /** Pixels that a lane keeps free above for its name. */
  labelled: number;
}

/** Draws at most once in each frame of the screen, and lays out anew only where it has to. */
export class Frame {
  scene: Scene | null = null;
  width = 0;
  private shown: Shown | null = null;
  private laid: readonly unknown[] = [];
  private palette: Palette | null = null;
  private request = 0;
  private viewport: Viewport | null = null;
  private axis: HTMLCanvasElement | null = null;
  private canvas: HTMLCanvasElement | null = null;
  private tell: (lanes: readonly LaneTold[]) => void = () => {};
  private told = "";

  readonly ask = (): void => {
    if (this.request === 0) this.request = requestAnimationFrame(() => this.draw());
  };

  set(shown: Shown): void {
    this.shown = shown;
    this.width = shown.width;
  }

  begin(
    viewport: Viewport,
    axis: HTMLCanvasElement | null,
    canvas: HTMLCanvasElement | null,
    tell: (lanes: readonly LaneTold[]) => void,
  ): void {
    Object.assign(this, { viewport, axis, canvas, tell });
    this.recolour();
  }

  end(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  recolour(): void {
    if (this.canvas) this.palette = paletteOf(this.canvas);
    this.ask();
  }

  private draw(): void {
    this.request = 0;
    const { shown, viewport, canvas, axis, palette } = this;
    if (!shown || !viewport || !canvas || !axis || !palette || shown.width < 20) return;
    const { from, to } = viewport.now;
    const scene = this.lay(shown, shown.width / (to - from));
    const ruled = { axis: axisOf(viewport.now, shown.width), from, perDay: scene.perDay, width: shown.width };
    const head = sized(axis, shown.width, AXIS, palette.paper);
    if (head) paintAxis(head, ruled, FONT, palette);
    const body = sized(canvas, shown.width, Math.max(scene.height, 1), palette.paper);
    if (!body) return;
    for (const [n, lane] of scene.lanes.entries()) {
      body.fillStyle = palette.sunk;
      if (n % 2 === 0) body.fillRect(0, lane.y, shown.width, lane.height);
    }
    paintGrid(body, ruled, scene.height, palette);
    const look = {
      from,
      width: shown.width,
      chosen: shown.chosen,
      hovered: shown.hovered.current,
      reports: shown.reports,
    };
    paint(body, scene, shown.of, { ...look, font: SMALL }, palette);
    paintDays(body, ruled, shown.days, scene.height, SMALL, palette);
  }

  private lay(shown: Shown, perDay: number): Scene {
    const inputs = [shown.lanes, shown.of, shown.bars, shown.labelled, shown.first];
    const still = this.scene !== null && Math.abs(this.scene.perDay / perDay - 1) < 1e-9;
    if (this.scene && still && inputs.every((input, n) => input === this.laid[n])) return this.scene;
    this.laid = inputs;
    this.scene = sceneOf(shown.lanes, shown.of, shown.bars, perDay, shown.labelled, shown.first);
    const told = this.scene.lanes.map(({ height, most, bars }) => ({
      height,
      most,
      step: (bars[0]?.hi ?? 0) - (bars[0]?.lo ?? 0),
    }));
    const said = JSON.stringify(told);
    if (said !== this.told) {
      this.told = said;
      this.tell(told);
    }
    return this.scene;
  }
}

/** The canvas in the pixels of the screen, wiped. */
export function sized(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  ground: string,
): CanvasRenderingContext2D | null {
  const scale = devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const to = canvas.getContext("2d", { alpha: false });
  to?.setTransform(scale, 0, 0, scale, 0, 0);
  if (to) {
    to.fillStyle = ground;
    to.fillRect(0, 0, width, height);
  }
  return to;
}
