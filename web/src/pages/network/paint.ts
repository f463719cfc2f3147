/** Draws a scene on a canvas. */
import type { Size } from "./camera";
import type { Form, Scene, Shape } from "./scene";

/** The colour behind a custom property of the tokens. */
export type Inks = (name: string) => string;

export const FONT = 'system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';

/** How wide words are in the font of the pictures. */
export function measuring(): (text: string, size: number, bold: boolean) => number {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  return (text, size, bold) => {
    const key = `${bold} ${size} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (context) context.font = fontOf(size, bold);
    const wide = context?.measureText(text).width ?? text.length * size * 0.6;
    known.set(key, wide);
    return wide;
  };
}

function fontOf(size: number, bold: boolean): string {
  return `${bold ? "600 " : ""}${size}px ${FONT}`;
}

/** `density`: pixels of the canvas for one of the page. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, size: Size, inks: Inks, density = 1): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = inks("--paper");
  context.fillRect(0, 0, size.width, size.height);
  context.lineJoin = "round";
  for (const shape of scene.shapes) {
    context.globalAlpha = shape.strength;
    drawn(context, shape, inks);
  }
  context.globalAlpha = 1;
}

function drawn(context: CanvasRenderingContext2D, shape: Shape, inks: Inks): void {
  if (shape.is === "words") {
    context.font = fontOf(shape.size, shape.bold);
    context.lineWidth = 3.5;
    context.strokeStyle = inks("--paper");
    context.strokeText(shape.text, shape.at.x, shape.at.y);
    context.fillStyle = inks(shape.ink);
    context.fillText(shape.text, shape.at.x, shape.at.y);
    return;
  }
  context.beginPath();
  if (shape.is === "curve") {
    context.setLineDash(shape.dash);
    context.moveTo(shape.from.x, shape.from.y);
    context.quadraticCurveTo(shape.bend.x, shape.bend.y, shape.to.x, shape.to.y);
    context.lineWidth = shape.width;
    context.strokeStyle = inks(shape.ink);
    context.stroke();
    context.setLineDash([]);
    return;
  }
  traced(context, shape);
  if (shape.fill) {
    context.fillStyle = inks(shape.fill);
    context.fill();
  }
  if (shape.ink) {
    context.lineWidth = shape.width;
    context.strokeStyle = inks(shape.ink);
    context.stroke();
  }
}

function traced(context: CanvasRenderingContext2D, { corners, closed, at, radius }: Form): void {
  if (corners.length === 0) context.arc(at.x, at.y, radius, 0, Math.PI * 2);
  corners.forEach((corner, n) => {
    if (n === 0) context.moveTo(corner.x, corner.y);
    else context.lineTo(corner.x, corner.y);
  });
  if (closed && corners.length > 0) context.closePath();
}
