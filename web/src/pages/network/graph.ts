/** The network that is shown: what the service told, without what the reader hid, and in which step each node came. */
import type { NetworkPage } from "../../contract/pages";

export type Node = NetworkPage["nodes"][number];
export type Edge = NetworkPage["edges"][number];

export interface Net {
  nodes: Node[];
  edges: Edge[];
  /** By node: neighbours that are not shown, those that the reader hid not among them. */
  more: Record<string, number>;
}

/** How many nodes one network has at most; the service gives no more. */
export const MOST_NODES = 300;

/** The network without some of its nodes. Nodes that only hung on those stay: they may be wanted. */
export function without(page: NetworkPage, hidden: ReadonlySet<string>): Net {
  return {
    nodes: page.nodes.filter((node) => !hidden.has(node.id)),
    edges: page.edges.filter((edge) => !hidden.has(edge.from) && !hidden.has(edge.to)),
    more: page.more,
  };
}

/** Whether a word of the address (a code, an id of a state or of its country) means a node. */
export function means(word: string, id: string): boolean {
  const bare = id.replace(/^country:/, "");
  return word === id || word === `state:${bare}` || (id.startsWith("country:") && word.toUpperCase() === bare);
}

/** The centers in the order in which the reader opened them; those that the address names by a name come last. */
export function centersInOrder(nodes: readonly Node[], words: readonly string[]): string[] {
  const centers = nodes.filter((node) => node.center).map((node) => node.id);
  const named = words.flatMap((word) => nodes.filter((node) => means(word, node.id)).slice(0, 1));
  return [...new Set([...named.map((node) => node.id), ...centers])];
}

/** By node: the number of the first center that it is, or hangs on. The first `whole` centers count as one step, 0. */
export function stepsOf(page: NetworkPage, centers: readonly string[], whole = 1): Map<string, number> {
  const step = new Map<string, number>();
  const came = (id: string, n: number) => step.set(id, Math.min(step.get(id) ?? n, n));
  centers.forEach((center, n) => {
    const of = n < whole ? 0 : n - whole + 1;
    came(center, of);
    for (const edge of page.edges) {
      if (edge.from === center) came(edge.to, of);
      if (edge.to === center) came(edge.from, of);
    }
  });
  for (const node of page.nodes) if (!step.has(node.id)) came(node.id, 0);
  return step;
}

/** The edges of a node, the strongest first. */
export function edgesOf(net: Net, id: string): Edge[] {
  return net.edges
    .filter((edge) => edge.from === id || edge.to === id)
    .sort((one, other) => other.events - one.events || one.id.localeCompare(other.id));
}

/** The other end of an edge. */
export function otherEnd(edge: Edge, id: string): string {
  return edge.from === id ? edge.to : edge.from;
}

/** The modality that an edge is drawn with: actual where anything on it is, else the one told most often. */
export function modalityOf(edge: Edge): string {
  if (edge.modality.actual) return "actual";
  const told = Object.entries(edge.modality).sort((one, other) => other[1] - one[1]);
  return told[0]?.[0] ?? "actual";
}
