/** The network as lists: all that the picture shows, and all that can be done to it, by keyboard and for screen readers. */
import { entityPath, href } from "../../address";
import type { NetworkPage } from "../../contract/pages";
import { type Column, TableOf } from "../../parts/TableOf";
import type { Edge, Net, Node } from "./graph";
import { edgeSort, nodeSort } from "./kinds";
import { type Deeds, mixWords, NodeDeeds, yearsOf } from "./Panel";

interface Props extends Deeds {
  page: NetworkPage;
  net: Net;
  node: string | null;
  edge: string | null;
  pins: ReadonlySet<string>;
}

export function Lists({ page, net, node, edge, pins, ...does }: Props) {
  const name = (id: string) => page.names[id] ?? id;
  const of = new Map<string, number>();
  for (const one of net.edges) for (const end of [one.from, one.to]) of.set(end, (of.get(end) ?? 0) + 1);
  const nodes: Column<Node>[] = [
    {
      name: "Name",
      by: (one) => one.name,
      show: (one) => <a href={href(entityPath(one.id, one.kind))}>{one.name}</a>,
    },
    { name: "Kind", by: (one) => nodeSort(one.kind).words, show: (one) => nodeSort(one.kind).words },
    { name: "Told of in", number: true, by: (one) => one.n, show: (one) => one.n.toLocaleString("en") },
    { name: "Edges", number: true, by: (one) => of.get(one.id) ?? 0, show: (one) => of.get(one.id) ?? 0 },
    {
      name: "Look, open, hide, pin",
      show: (one) => (
        <span class="network-deeds">
          <button type="button" onClick={() => does.onNode(one.id)}>
            edges<span class="visually-hidden"> of {one.name}</span>
          </button>
          <NodeDeeds node={one} more={net.more[one.id] ?? 0} pinned={pins.has(one.id)} {...does} />
        </span>
      ),
    },
  ];
  const edges: Column<Edge>[] = [
    { name: "From", by: (one) => name(one.from), show: (one) => name(one.from) },
    { name: "Tie", by: (one) => edgeSort(one.kind).words, show: (one) => edgeSort(one.kind).words },
    { name: "To", by: (one) => name(one.to), show: (one) => name(one.to) },
    { name: "Events", number: true, by: (one) => one.events, show: (one) => one.events.toLocaleString("en") },
    {
      name: "Independent reports",
      number: true,
      by: (one) => one.independent,
      show: (one) => one.independent.toLocaleString("en"),
    },
    { name: "Told as", show: mixWords },
    { name: "Years", by: (one) => one.first ?? "", show: yearsOf },
    {
      name: "Behind it",
      show: (one) => (
        <button type="button" onClick={() => does.onEdge(one.id)}>
          words
          <span class="visually-hidden">
            {" "}
            of {name(one.from)} and {name(one.to)}, {edgeSort(one.kind).words}
          </span>
        </button>
      ),
    },
  ];
  return (
    <details class="network-lists">
      <summary>
        The same as lists: {net.nodes.length} nodes, {net.edges.length} edges
      </summary>
      <TableOf
        caption="Nodes"
        columns={nodes}
        rows={net.nodes}
        id={(one) => one.id}
        chosen={node}
        empty="No node is shown."
      />
      <TableOf
        caption="Edges"
        columns={edges}
        rows={net.edges}
        id={(one) => one.id}
        chosen={edge}
        empty="No edge is shown."
      />
    </details>
  );
}
