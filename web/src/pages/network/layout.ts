/**
 * Where the nodes lie: ForceAtlas2 (Jacomy et al. 2014), begun from a seed, so that the same address gives the same
 * picture. Nodes come step by step, as the reader opened them; what lies already stays where it is.
 */
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { type Edge, type Node, otherEnd } from "./graph";

export interface Point {
  x: number;
  y: number;
}

export type Places = Map<string, Point>;

interface Wanted {
  seed: number;
  /** By node: in which step it came. */
  steps: ReadonlyMap<string, number>;
  /** How wide a node is drawn. */
  radius: (node: Node) => number;
}

/** Rounds of the first step, fewer for many nodes; later steps move only what is new. */
const ROUNDS = { most: 500, least: 160, later: 120 };
const WORK = 20_000;
const SPREAD = 70;
const SETTINGS = {
  barnesHutOptimize: false,
  edgeWeightInfluence: 0.3,
  gravity: 1,
  scalingRatio: 60,
  slowDown: 1.5,
};
/** Room between two nodes, for labels. */
const ROOM = 14;
const PUSHES = 40;

/** Places of all nodes. The order in which nodes and edges are given does not matter. */
export function laidOut(nodes: readonly Node[], edges: readonly Edge[], { seed, steps, radius }: Wanted): Places {
  const random = randomFrom(seed);
  const places: Places = new Map();
  const sorted = [...nodes].sort((one, other) => (one.id < other.id ? -1 : 1));
  const step = (node: Node) => steps.get(node.id) ?? 0;
  for (const now of [...new Set(sorted.map(step))].sort((one, other) => one - other)) {
    const lying = new Set(places.keys());
    const shown = sorted.filter((node) => step(node) <= now);
    const among = new Set(shown.map((node) => node.id));
    const tied = edges.filter((edge) => among.has(edge.from) && among.has(edge.to) && edge.from !== edge.to);
    const graph = new Graph({ type: "undirected" });
    for (const node of shown) {
      const place = places.get(node.id) ?? begun(node.id, tied, places, random);
      graph.addNode(node.id, { ...place, fixed: lying.has(node.id) });
    }
    const weighted = ties(tied);
    for (const [one, other, weight] of [...weighted, ...lonely(shown, weighted)]) graph.addEdge(one, other, { weight });
    const first = Math.max(ROUNDS.least, Math.min(ROUNDS.most, Math.round(WORK / Math.max(shown.length, 1))));
    const found = forceAtlas2(graph, { iterations: lying.size === 0 ? first : ROUNDS.later, settings: SETTINGS });
    for (const [id, { x, y }] of Object.entries(found)) {
      if (!lying.has(id)) places.set(id, { x: Number.isFinite(x) ? x : 0, y: Number.isFinite(y) ? y : 0 });
    }
    if (lying.size === 0) laidFlat(places);
    pushedApart(shown, places, lying, radius);
  }
  return places;
}

/** Turns all places so that the longest way through them lies level, as screens are wider than high. */
function laidFlat(places: Places): void {
  const points = [...places.values()];
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const spread = (of: (dx: number, dy: number) => number) =>
    points.reduce((sum, point) => sum + of(point.x - x, point.y - y), 0);
  const turn =
    -0.5 *
    Math.atan2(
      2 * spread((dx, dy) => dx * dy),
      spread((dx, dy) => dx * dx - dy * dy),
    );
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (const [id, point] of places) {
    const [dx, dy] = [point.x - x, point.y - y];
    places.set(id, { x: dx * cos - dy * sin, y: dx * sin + dy * cos });
  }
}

/** Moves nodes that lie on each other apart; those that lay before stay. */
function pushedApart(
  nodes: readonly Node[],
  places: Places,
  lying: ReadonlySet<string>,
  radius: (node: Node) => number,
): void {
  const at = nodes.map((node) => ({ ...(places.get(node.id) as Point), wide: radius(node), lies: lying.has(node.id) }));
  for (let push = 0, moved = true; moved && push < PUSHES; push += 1) {
    moved = false;
    for (let n = 0; n < at.length; n += 1) {
      const one = at[n] as (typeof at)[number];
      for (let m = n + 1; m < at.length; m += 1) {
        const two = at[m] as (typeof at)[number];
        const apart = one.wide + two.wide + ROOM;
        const [dx, dy] = [two.x - one.x || 0.01 * (n + 1), two.y - one.y || 0.01];
        if (Math.abs(dx) >= apart || Math.abs(dy) >= apart || (one.lies && two.lies)) continue;
        const far = Math.hypot(dx, dy);
        if (far >= apart) continue;
        moved = true;
        const step = (apart - far) / far / (one.lies || two.lies ? 1 : 2);
        if (!one.lies) [one.x, one.y] = [one.x - dx * step, one.y - dy * step];
        if (!two.lies) [two.x, two.y] = [two.x + dx * step, two.y + dy * step];
      }
    }
  }
  for (const [n, node] of nodes.entries()) {
    const { x, y } = at[n] as Point;
    places.set(node.id, { x, y });
  }
}

/** Places with those that the reader pinned elsewhere. What hangs only on a moved node comes along. */
export function pinned(places: Places, pins: ReadonlyMap<string, Point>, edges: readonly Edge[]): Places {
  const moved: Places = new Map(places);
  for (const [id, pin] of pins) {
    const was = places.get(id);
    if (!was) continue;
    moved.set(id, pin);
    for (const leaf of leavesOf(id, edges)) {
      const lay = places.get(leaf);
      if (lay && !pins.has(leaf)) moved.set(leaf, { x: lay.x + pin.x - was.x, y: lay.y + pin.y - was.y });
    }
  }
  return moved;
}

function leavesOf(id: string, edges: readonly Edge[]): Set<string> {
  const near = new Set(edges.filter((e) => e.from === id || e.to === id).map((e) => otherEnd(e, id)));
  for (const edge of edges) {
    if (edge.from !== id && near.has(edge.to)) near.delete(edge.to);
    if (edge.to !== id && near.has(edge.from)) near.delete(edge.from);
  }
  near.delete(id);
  return near;
}

/** Where a node begins: beyond the middle of those that it is tied to, where there are any, else anywhere. */
function begun(id: string, edges: readonly Edge[], places: Places, random: () => number): Point {
  const turn = random() * Math.PI * 2;
  const far = SPREAD * (0.5 + random());
  const tied = edges.filter((edge) => edge.from === id || edge.to === id).map((edge) => places.get(otherEnd(edge, id)));
  const near = tied.filter((place) => place !== undefined);
  if (near.length === 0) return { x: Math.cos(turn) * far * 3, y: Math.sin(turn) * far * 3 };
  const x = near.reduce((sum, place) => sum + place.x, 0) / near.length;
  const y = near.reduce((sum, place) => sum + place.y, 0) / near.length;
  const out = Math.hypot(x, y) || 1;
  return { x: x + Math.cos(turn) * far + (x / out) * SPREAD, y: y + Math.sin(turn) * far + (y / out) * SPREAD };
}

/** Each tied pair once; several edges pull more than one, but no edge pulls without end. */
function ties(edges: readonly Edge[]): [string, string, number][] {
  const weights = new Map<string, [string, string, number]>();
  for (const edge of edges) {
    const [one, other] = edge.from < edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
    const key = `${one}\n${other}`;
    const known = weights.get(key)?.[2] ?? 0;
    weights.set(key, [one, other, known + 1 + Math.log2(1 + edge.events)]);
  }
  return [...weights.keys()].sort().map((key) => weights.get(key) as [string, string, number]);
}

/** Weak ties from what hangs on nothing to the first node of the biggest part, so that it does not drift away. */
function lonely(nodes: readonly Node[], tied: readonly [string, string, number][]): [string, string, number][] {
  const part = new Map(nodes.map((node) => [node.id, node.id]));
  const rootOf = (id: string): string => {
    const up = part.get(id) ?? id;
    return up === id ? id : rootOf(up);
  };
  for (const [one, other] of tied) part.set(rootOf(one), rootOf(other));
  const sizes = new Map<string, number>();
  for (const { id } of nodes) sizes.set(rootOf(id), (sizes.get(rootOf(id)) ?? 0) + 1);
  const [biggest, ...rest] = [...sizes.keys()].sort(
    (a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  return biggest ? rest.map((root): [string, string, number] => [biggest, root, 0.02]) : [];
}

/** Numbers of [0, 1) that a seed determines (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = (seed >>> 0) + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
