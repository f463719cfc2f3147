/** The stretch that is looked at while it is dragged: drawings follow at once, the address when it is settled. */
import { moved, type Stretch, union, zoomed } from "./scale";

const SETTLED = 160;
/** Milliseconds at least between two questions while it is still dragged, so that answers do not hold up the drawing. */
const PAUSE = 700;

export class Viewport {
  now: Stretch;
  limits: Stretch;
  /** What the data that are drawn were asked for. */
  loaded: Stretch;
  /** Whether data are awaited; then nothing new is asked for while it is still dragged. */
  asking = false;
  private readonly drawings = new Set<() => void>();
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    now: Stretch,
    limits: Stretch,
    private readonly settle: (stretch: Stretch) => void,
  ) {
    this.now = now;
    this.limits = union(now, limits);
    this.loaded = now;
  }

  /** Calls `draw` after every change. Returns how to stop that. */
  follow(draw: () => void): () => void {
    this.drawings.add(draw);
    return () => this.drawings.delete(draw);
  }

  /** What the address says, after it changed. `still`: it says what is looked at already. */
  reset(now: Stretch, limits: Stretch, still = false): void {
    if (!still) {
      clearTimeout(this.timer);
      this.timer = undefined;
    }
    this.now = now;
    this.limits = union(now, limits);
    this.draw();
  }

  /** Whether it is being moved and the address does not say so yet. */
  get moving(): boolean {
    return this.timer !== undefined;
  }

  look(stretch: Stretch): void {
    this.now = stretch;
    this.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settled(), SETTLED);
    const room = (stretch.to - stretch.from) / 16;
    const bare = stretch.from < this.loaded.from - room || stretch.to > this.loaded.to + room;
    if (!bare || this.asking || Date.now() - this.asked < PAUSE) return;
    this.asked = Date.now();
    this.settle(this.now);
  }

  move(days: number): void {
    this.look(moved(this.now, days, this.limits));
  }

  /** `at`: the day that stays where it is; the middle where none is given. */
  zoom(factor: number, at = (this.now.from + this.now.to) / 2): void {
    this.look(zoomed(this.now, factor, at, this.limits));
  }

  draw(): void {
    for (const draw of this.drawings) draw();
  }

  private settled(): void {
    this.timer = undefined;
    this.settle(this.now);
  }
}
