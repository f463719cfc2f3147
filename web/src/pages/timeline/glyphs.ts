/** How marks look: a shape and a colour for each kind, the line of the modality around it. */
import { lineOf } from "../../parts/modalityLine";

/** Colours of the style sheet, for canvases, which can't use its properties. */
export interface Palette {
  ink: string;
  muted: string;
  rule: string;
  strong: string;
  paper: string;
  raised: string;
  sunk: string;
  accent: string;
  wash: string;
  mark: string;
  kinds: Record<string, string>;
}

type Shape = "circle" | "diamond" | "square" | "triangle";

export const KINDS: readonly { kind: string; shape: Shape; colour: string }[] = [
  { kind: "event", shape: "circle", colour: "--series-1" },
  { kind: "agreement", shape: "diamond", colour: "--series-3" },
  { kind: "transfer", shape: "triangle", colour: "--series-2" },
  { kind: "measure", shape: "square", colour: "--series-4" },
];
const OTHER = { shape: "circle" as Shape, colour: "--series-5" };

/** The palette of the theme that is shown now. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: of("--ink"),
    muted: of("--ink-muted"),
    rule: of("--rule"),
    strong: of("--rule-strong"),
    paper: of("--paper"),
    raised: of("--paper-raised"),
    sunk: of("--paper-sunk"),
    accent: of("--accent"),
    wash: of("--accent-wash"),
    mark: of("--mark-strong"),
    kinds: Object.fromEntries([...KINDS.map((one) => [one.kind, of(one.colour)]), ["", of(OTHER.colour)]]),
  };
}

export function colourOf(kind: string, palette: Palette): string {
  return palette.kinds[kind] ?? palette.kinds[""] ?? palette.ink;
}

export function shapeOf(kind: string): Shape {
  return KINDS.find((one) => one.kind === kind)?.shape ?? OTHER.shape;
}

/** Makes the shape the path of the canvas; fill or stroke it. */
export function tracePath(to: CanvasRenderingContext2D, kind: string, x: number, y: number, r: number): void {
  const shape = shapeOf(kind);
  to.beginPath();
  if (shape === "circle") to.arc(x, y, r, 0, Math.PI * 2);
  else if (shape === "square") to.rect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76);
  else {
    const points: [number, number][] =
      shape === "diamond"
        ? [
            [0, -1.2],
            [1.2, 0],
            [0, 1.2],
            [-1.2, 0],
          ]
        : [
            [0, -1.1],
            [1.1, 0.9],
            [-1.1, 0.9],
          ];
    for (const [n, [dx, dy]] of points.entries()) {
      if (n === 0) to.moveTo(x + dx * r, y + dy * r);
      else to.lineTo(x + dx * r, y + dy * r);
    }
    to.closePath();
  }
}

const dashes = new Map<string, number[]>();

/** Strokes the path with the line of a modality, drawn smaller where it goes around something small. */
export function strokeAs(to: CanvasRenderingContext2D, modality: string, small: boolean): void {
  const line = lineOf(modality);
  const key = `${modality}${small}`;
  let dash = dashes.get(key);
  if (!dash) {
    dash = line.dash ? line.dash.split(" ").map((part) => Number(part) * (small ? 0.5 : 0.75)) : [];
    dashes.set(key, dash);
  }
  to.setLineDash(dash);
  to.lineWidth = small && line.width > 2 ? 2.4 : line.width;
  to.stroke();
  to.setLineDash(NONE);
}

const NONE: number[] = [];

export function isDouble(modality: string): boolean {
  return lineOf(modality).double;
}
