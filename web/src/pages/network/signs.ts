/** The outlines of nodes, and the signs that repeat along an edge and say its kind. */
import { along, type Bent } from "./curves";
import type { Form as NodeForm, Sign } from "./kinds";
import type { Point } from "./layout";
import type { Form } from "./scene";

const APART = 55;
const MOST = 3;

/** The corners of a node; none for a disc. */
export function formOf(form: NodeForm, { x, y }: Point, radius: number): Point[] {
  const around = (corners: number, turn: number, far = radius) =>
    Array.from({ length: corners }, (_, n) => {
      const angle = turn + (n * Math.PI * 2) / corners;
      return { x: x + Math.cos(angle) * far, y: y + Math.sin(angle) * far };
    });
  switch (form) {
    case "disc":
      return [];
    case "square":
      return around(4, Math.PI / 4, radius * 1.15);
    case "triangle":
      return around(3, -Math.PI / 2, radius * 1.25);
    case "pentagon":
      return around(5, -Math.PI / 2, radius * 1.1);
    case "hexagon":
      return around(6, 0, radius * 1.1);
    case "diamond":
      return around(4, 0, radius * 1.3);
    case "cross":
      return cross(x, y, radius * 1.1, radius * 0.42);
  }
}

function cross(x: number, y: number, far: number, half: number): Point[] {
  const corners = [
    [-half, -far],
    [half, -far],
    [half, -half],
    [far, -half],
    [far, half],
    [half, half],
    [half, far],
    [-half, far],
    [-half, half],
    [-far, half],
    [-far, -half],
    [-half, -half],
  ] as const;
  return corners.map(([dx, dy]) => ({ x: x + dx, y: y + dy }));
}

/** The signs on a line, at even steps, none at its ends where the nodes are. */
export function signsAlong(line: Bent, sign: Sign, width: number): Omit<Form, "strength">[] {
  if (sign === "none") return [];
  const long = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y);
  const count = Math.max(1, Math.min(MOST, Math.floor(long / APART) - 1));
  return Array.from({ length: count }, (_, n) => signAt(along(line, (n + 1) / (count + 1)), sign, width));
}

function signAt({ x, y, angle }: Point & { angle: number }, sign: Sign, width: number): Omit<Form, "strength"> {
  const big = 2.6 + width * 0.45;
  const turned = (forth: number, aside: number): Point => ({
    x: x + Math.cos(angle) * forth - Math.sin(angle) * aside,
    y: y + Math.sin(angle) * forth + Math.cos(angle) * aside,
  });
  const form = { is: "form" as const, at: { x, y }, radius: big, corners: [] as Point[], closed: true, width: 1.6 };
  switch (sign) {
    case "ring":
      return { ...form, fill: "--paper", ink: "--rule-strong" };
    case "dot":
      return { ...form, fill: "--rule-strong", ink: "--rule-strong" };
    case "bar":
      return {
        ...form,
        corners: [turned(0, -big - 2), turned(0, big + 2)],
        closed: false,
        fill: null,
        ink: null,
        width: 2,
      };
    case "diamond":
      return {
        ...form,
        corners: [turned(-big, 0), turned(0, -big), turned(big, 0), turned(0, big)],
        fill: "--paper",
        ink: "--rule-strong",
      };
    default:
      return {
        ...form,
        corners: [turned(-big, -big - 1), turned(big, 0), turned(-big, big + 1)],
        closed: false,
        fill: null,
        ink: null,
        width: 2,
      };
  }
}
