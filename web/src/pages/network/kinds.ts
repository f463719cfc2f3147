/** What sorts of nodes and edges there are: their words, and how each is drawn. Shape and pattern tell; colour only helps. */
import type { EdgeKind } from "../../contract/pages";
import type { Edge, Node } from "./graph";

/** A repeated sign on the line of an edge. */
export type Sign = "none" | "ring" | "dot" | "bar" | "chevron" | "diamond";

export interface EdgeSort {
  kind: EdgeKind;
  /** The kinds of things of the ledger behind it, which the filter asks for. */
  kinds: readonly string[];
  words: string;
  /** Seen from its other end. */
  back: string;
  sign: Sign;
  /** Whether its ends differ: who supplies whom. */
  directed: boolean;
}

export const EDGE_SORTS: readonly EdgeSort[] = [
  { kind: "events", kinds: ["event"], words: "events", back: "events with", sign: "none", directed: false },
  {
    kind: "party",
    kinds: ["party", "agreement", "provision"],
    words: "party to",
    back: "its party",
    sign: "ring",
    directed: true,
  },
  { kind: "member", kinds: ["membership"], words: "member of", back: "its member", sign: "dot", directed: true },
  { kind: "measure", kinds: ["measure"], words: "measures against", back: "measures by", sign: "bar", directed: true },
  {
    kind: "transfer",
    kinds: ["transfer"],
    words: "transfers to",
    back: "transfers from",
    sign: "chevron",
    directed: true,
  },
  {
    kind: "position",
    kinds: ["position"],
    words: "position toward",
    back: "position taken by",
    sign: "diamond",
    directed: true,
  },
];

export function edgeSort(kind: string): EdgeSort {
  return EDGE_SORTS.find((sort) => sort.kind === kind) ?? (EDGE_SORTS[0] as EdgeSort);
}

export type Form = "disc" | "square" | "triangle" | "pentagon" | "hexagon" | "diamond" | "cross";

export interface NodeSort {
  words: string;
  form: Form;
  /** A custom property of the tokens. */
  ink: string;
}

const NODE_SORTS: Record<string, NodeSort> = {
  state: { words: "state", form: "disc", ink: "--series-1" },
  organisation: { words: "organisation", form: "square", ink: "--series-2" },
  bloc: { words: "bloc", form: "hexagon", ink: "--series-2" },
  group: { words: "group", form: "pentagon", ink: "--series-5" },
  person: { words: "person", form: "triangle", ink: "--series-4" },
  agreement: { words: "agreement", form: "diamond", ink: "--series-3" },
  regime: { words: "sanctions regime", form: "cross", ink: "--series-6" },
};
const OTHER: NodeSort = { words: "other", form: "disc", ink: "--rule-strong" };
const ALIKE: Record<string, string> = { country: "state", org: "organisation" };

export function nodeSort(kind: string): NodeSort {
  return NODE_SORTS[ALIKE[kind] ?? kind] ?? { ...OTHER, words: kind || OTHER.words };
}

/** Half the width of a node, in pixels: its area goes with how much is told of it. */
export function radiusOf(node: Node): number {
  const least = node.center ? 9 : 5;
  return Math.min(least + Math.sqrt(node.n) * 1.1, 20);
}

/** How wide an edge is, in pixels: by how many independent events stand behind it. `finer`: less where many are drawn. */
export function widthOf(edge: Edge, finer = 1): number {
  return Math.max(Math.min(1.4 + Math.log2(Math.max(edge.events, 1)) * 1.5, 11) * finer, 1);
}

/** How much finer edges are drawn where there are many. */
export function finerOf(edges: number): number {
  return Math.min(1, Math.max(0.45, Math.sqrt(120 / Math.max(edges, 1))));
}
