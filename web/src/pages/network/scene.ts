/** What is drawn, as plain shapes in pixels: the canvas and the SVG file draw the same ones. */
import { lineOf } from "../../parts/modalityLine";
import { type Camera, type Size, toScreen } from "./camera";
import { curves } from "./curves";
import { edgesOf, modalityOf, type Net, type Node, otherEnd } from "./graph";
import { edgeSort, finerOf, nodeSort, radiusOf, widthOf } from "./kinds";
import { type Label, labelled, type Measure } from "./labels";
import type { Places, Point } from "./layout";
import { formOf, signsAlong } from "./signs";

/** A custom property of the tokens. */
export type Ink = string;

interface Common {
  /** 1 is full. */
  strength: number;
}

export interface Curve extends Common {
  is: "curve";
  from: Point;
  bend: Point;
  to: Point;
  width: number;
  dash: number[];
  ink: Ink;
}

/** Corners of a closed or open line; without corners, a disc of a radius. */
export interface Form extends Common {
  is: "form";
  at: Point;
  radius: number;
  corners: Point[];
  closed: boolean;
  fill: Ink | null;
  ink: Ink | null;
  width: number;
}

export interface Words extends Common {
  is: "words";
  at: Point;
  text: string;
  ink: Ink;
  size: number;
  bold: boolean;
}

export type Shape = Curve | Form | Words;

export interface Seen {
  net: Net;
  places: Places;
  camera: Camera;
  size: Size;
  /** The node or the edge that is looked at. */
  node: string | null;
  edge: string | null;
  hovered: string | null;
  pins: ReadonlySet<string>;
  measure: Measure;
}

export interface Scene {
  shapes: Shape[];
  labels: Label[];
}

const DIM = 0.22;
const FAINT_WORDS = 0.55;

export function sceneOf(seen: Seen): Scene {
  const { net, places, camera, size } = seen;
  const at = new Map<string, Point>();
  for (const node of net.nodes) {
    const place = places.get(node.id);
    if (place) at.set(node.id, toScreen(camera, size, place));
  }
  const strong = strongOnes(seen);
  const strength = (id: string) => (strong === null || strong.has(id) ? 1 : DIM);
  const labels = labelled(net, at, size, [seen.node, seen.hovered, ...(strong ?? [])], seen.measure);
  return {
    shapes: [
      ...edgeShapes(seen, at, strength),
      ...net.nodes.flatMap((node) => nodeShapes(node, at.get(node.id), seen, strength(node.id))),
      ...labels.flatMap((label) => labelShapes(label, Math.max(strength(label.id), FAINT_WORDS))),
    ],
    labels,
  };
}

/** What stays in full strength while a node or an edge is looked at; null: everything. */
function strongOnes({ net, node, edge }: Seen): Set<string> | null {
  const chosen = net.edges.find((one) => one.id === edge);
  if (chosen) return new Set([chosen.id, chosen.from, chosen.to]);
  if (!node || !net.nodes.some((one) => one.id === node)) return null;
  const edges = edgesOf(net, node);
  return new Set([node, ...edges.map((one) => one.id), ...edges.map((one) => otherEnd(one, node))]);
}

function edgeShapes(seen: Seen, at: ReadonlyMap<string, Point>, strength: (id: string) => number): Shape[] {
  const finer = finerOf(seen.net.edges.length);
  return curves(seen.net.edges, at).flatMap(({ edge, from, bend, to }) => {
    const line = lineOf(modalityOf(edge));
    const chosen = edge.id === seen.edge;
    const ink = chosen ? "--accent" : edge.id === seen.hovered ? "--ink" : "--rule-strong";
    const width = widthOf(edge, finer) + (chosen ? 1.5 : 0);
    const dash = line.dash ? line.dash.split(" ").map((part) => Number(part) * Math.max(1, width / 3)) : [];
    // Among many, one edge alone is faint; where they are dense, they add up.
    const plain = seen.node || seen.edge || edge.id === seen.hovered ? 1 : Math.max(finer, 0.5);
    const common = { strength: strength(edge.id) * plain, ink };
    const drawn: Shape[] = [{ is: "curve", from, bend, to, width, dash, ...common }];
    if (line.double)
      drawn.push({ is: "curve", from, bend, to, width: width * 0.4, dash: [], ...common, ink: "--paper" });
    const bare = finer < 0.6 && !chosen && common.strength < 1;
    const signs = bare ? [] : signsAlong({ from, bend, to }, edgeSort(edge.kind).sign, width);
    const signed = signs.map(
      (sign): Shape => ({ ...sign, ...common, fill: sign.fill === "--rule-strong" ? ink : sign.fill }),
    );
    return [...drawn, ...signed];
  });
}

function nodeShapes(node: Node, at: Point | undefined, seen: Seen, strength: number): Shape[] {
  if (!at) return [];
  const sort = nodeSort(node.kind);
  const radius = radiusOf(node);
  const chosen = node.id === seen.node;
  const shapes: Shape[] = [];
  if (chosen || node.id === seen.hovered) {
    const ink = chosen ? "--accent" : "--rule-strong";
    shapes.push({
      is: "form",
      at,
      radius: radius + 5,
      corners: [],
      closed: true,
      fill: null,
      ink,
      width: 2.5,
      strength,
    });
  }
  const form = { is: "form" as const, at, radius, corners: formOf(sort.form, at, radius), closed: true };
  // Centers are filled, the rest is hollow where it could still be opened.
  const hollow = !node.center && (seen.net.more[node.id] ?? 0) > 0;
  // A ground below, so that lines that pass behind a faint node do not show through.
  shapes.push({ ...form, fill: "--paper", ink: null, width: 0, strength: 1 });
  shapes.push({ ...form, fill: hollow ? null : sort.ink, ink: sort.ink, width: 2, strength });
  if (seen.pins.has(node.id)) {
    const ink = hollow ? "--ink" : "--paper";
    shapes.push({ is: "form", at, radius: 2.6, corners: [], closed: true, fill: ink, ink: null, width: 0, strength });
  }
  return shapes;
}

function labelShapes(label: Label, strength: number): Shape[] {
  const words = { is: "words" as const, size: label.size, strength };
  const shapes: Shape[] = [{ ...words, at: label.at, text: label.name, ink: "--ink", bold: label.bold }];
  if (label.more) shapes.push({ ...words, at: label.moreAt, text: label.more, ink: "--accent", bold: false });
  return shapes;
}
