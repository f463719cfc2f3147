/** Draws the axis of days and the lines that go down from it through the lanes. */
import type { Palette } from "./glyphs";
import type { Axis } from "./ticks";

export interface Ruled {
  axis: Axis;
  from: number;
  perDay: number;
  width: number;
}

/** A day that is marked in the drawing, with words at its top. */
export interface MarkedDay {
  day: number;
  words: string;
}

export const AXIS = 36;

export function paintAxis(to: CanvasRenderingContext2D, ruled: Ruled, font: string, palette: Palette): void {
  const { axis, from, perDay, width } = ruled;
  to.font = font;
  to.textBaseline = "alphabetic";
  to.textAlign = "left";
  to.fillStyle = palette.muted;
  to.strokeStyle = palette.strong;
  to.lineWidth = 1;
  to.beginPath();
  for (const { at, words } of axis.lower) {
    const x = Math.round((at - from) * perDay) + 0.5;
    to.moveTo(x, AXIS - 6);
    to.lineTo(x, AXIS);
    if (x > -40) to.fillText(words, x + 3, AXIS - 5);
  }
  to.stroke();
  to.fillStyle = palette.ink;
  for (const [n, { at, words }] of axis.upper.entries()) {
    // What the left edge cuts off stays readable, until the next one pushes it out.
    const next = axis.upper[n + 1];
    const wide = to.measureText(words).width + 10;
    const end = next ? (next.at - from) * perDay : width + wide;
    const x = Math.min(Math.max((at - from) * perDay, 0), end - wide);
    to.fillText(words, x + 3, 13);
  }
}

export function paintGrid(to: CanvasRenderingContext2D, ruled: Ruled, height: number, palette: Palette): void {
  const { axis, from, perDay } = ruled;
  to.lineWidth = 1;
  for (const [ticks, colour, alpha] of [
    [axis.lower, palette.rule, 0.7],
    [axis.upper, palette.strong, 0.7],
  ] as const) {
    to.strokeStyle = colour;
    to.globalAlpha = alpha;
    to.beginPath();
    for (const { at } of ticks) {
      const x = Math.round((at - from) * perDay) + 0.5;
      to.moveTo(x, 0);
      to.lineTo(x, height);
    }
    to.stroke();
  }
  to.globalAlpha = 1;
}

export function paintDays(
  to: CanvasRenderingContext2D,
  ruled: Ruled,
  days: readonly MarkedDay[],
  height: number,
  font: string,
  palette: Palette,
): void {
  to.font = font;
  to.textAlign = "left";
  to.textBaseline = "top";
  for (const { day, words } of days) {
    const x = Math.round((day + 1 - ruled.from) * ruled.perDay) + 0.5;
    if (x < 0 || x > ruled.width) continue;
    to.strokeStyle = palette.ink;
    to.fillStyle = palette.ink;
    to.setLineDash([5, 3]);
    to.beginPath();
    to.moveTo(x, 0);
    to.lineTo(x, height);
    to.stroke();
    to.setLineDash([]);
    to.textAlign = x > ruled.width - 140 ? "right" : "left";
    to.fillText(words, x + (x > ruled.width - 140 ? -4 : 4), 2);
  }
}
