/** What is looked at: a node with what can be done to it and its edges, an edge with its words, or how to read the picture. */
import type { RefObject } from "preact";
import { entityPath, href } from "../../address";
import type { NetworkPage } from "../../contract/pages";
import { counted, Sources } from "../../parts/Sources";
import { EdgeWords } from "./EdgeWords";
import { type Edge, edgesOf, type Net, type Node, otherEnd } from "./graph";
import { edgeSort, nodeSort } from "./kinds";
import { Legend } from "./Legend";

/** What can be done to the picture, from the panel and the lists. */
export interface Deeds {
  onNode: (id: string) => void;
  onEdge: (id: string) => void;
  onNothing: () => void;
  onOpened: (id: string) => void;
  onClosed: (id: string) => void;
  onHidden: (id: string) => void;
  onPinned: (id: string) => void;
}

interface Props extends Deeds {
  page: NetworkPage;
  net: Net;
  node: Node | null;
  edge: Edge | null;
  pins: ReadonlySet<string>;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function Panel(props: Props) {
  const { page, net, node, edge } = props;
  const name = (id: string) => page.names[id] ?? page.nodes.find((one) => one.id === id)?.name ?? id;
  return (
    <aside class="network-panel" aria-labelledby="network-panel-title">
      <div class="network-panel-head">
        <h2 id="network-panel-title" ref={props.heading} tabIndex={-1}>
          {edge ? edgeName(edge, name) : node ? node.name : "How to read it"}
        </h2>
        {(edge || node) && (
          <button type="button" class="plain" onClick={edge && node ? () => props.onNode(node.id) : props.onNothing}>
            {edge && node ? `back to ${node.name}` : "close"}
          </button>
        )}
      </div>
      {edge ? (
        <>
          <p>
            <EdgeCounts edge={edge} />
          </p>
          <p class="muted">{mixWords(edge)}</p>
          <EdgeWords edge={edge} names={page.names} />
        </>
      ) : node ? (
        <OfNode {...props} node={node} name={name} />
      ) : (
        <Legend net={net} />
      )}
    </aside>
  );
}

function OfNode({ node, net, name, pins, ...does }: Props & { node: Node; name: (id: string) => string }) {
  const more = net.more[node.id] ?? 0;
  const edges = edgesOf(net, node.id);
  return (
    <>
      <p>
        {nodeSort(node.kind).words}
        {node.country && node.kind !== "state" ? ` of ${node.country}` : ""} · told of in {counted(node.n, "thing")}
      </p>
      <p class="network-deeds">
        <NodeDeeds node={node} more={more} pinned={pins.has(node.id)} {...does} />
      </p>
      <p class="network-links">
        <a href={href(entityPath(node.id, node.kind))}>all that is known</a>
        <a href={href("/timeline", { actor: node.id })}>timeline</a>
        <a href={href("/map", { actor: node.id })}>map</a>
      </p>
      <h3>{counted(edges.length, "edge")} shown</h3>
      <ul class="network-edges">
        {edges.map((edge) => (
          <li key={edge.id}>
            <button type="button" class="plain" onClick={() => does.onEdge(edge.id)}>
              {tieWords(edge, node.id)} {name(otherEnd(edge, node.id))}
            </button>
            <span class="muted">
              <EdgeCounts edge={edge} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Open, close, hide and pin. */
export function NodeDeeds({
  node,
  more,
  pinned,
  ...does
}: Omit<Deeds, "onNode" | "onEdge" | "onNothing"> & { node: Node; more: number; pinned: boolean }) {
  const of = <span class="visually-hidden"> {node.name}</span>;
  return (
    <>
      {more > 0 && (
        <button type="button" onClick={() => does.onOpened(node.id)}>
          +{more.toLocaleString("en")} more{of}
        </button>
      )}
      {node.center && (
        <button type="button" onClick={() => does.onClosed(node.id)}>
          close{of}
        </button>
      )}
      <button type="button" onClick={() => does.onHidden(node.id)}>
        hide{of}
      </button>
      <button type="button" aria-pressed={pinned} onClick={() => does.onPinned(node.id)}>
        pin{of}
      </button>
    </>
  );
}

export function EdgeCounts({ edge }: { edge: Edge }) {
  const days = yearsOf(edge);
  if (edge.kind === "events") {
    return (
      <>
        <Sources events={edge.events} independent={edge.independent} />, {days}
      </>
    );
  }
  return (
    <>
      <span class="sources">
        {counted(edge.events, "thing")} · {counted(edge.independent, "independent report")}
      </span>
      , {days}
    </>
  );
}

/** The years from the first to the last thing: the days are the earliest that they may be, and may not be known so well. */
export function yearsOf(edge: Edge): string {
  const [first, last] = [edge.first?.slice(0, 4), edge.last?.slice(0, 4)];
  if (!first || !last) return "no day known";
  return first === last ? first : `${first} to ${last}`;
}

export function edgeName(edge: Edge, name: (id: string) => string): string {
  const sort = edgeSort(edge.kind);
  if (!sort.directed) return `${name(edge.from)} and ${name(edge.to)}: ${sort.words}`;
  return `${name(edge.from)}: ${sort.words} ${name(edge.to)}`;
}

/** What an edge is, seen from one of its ends. */
export function tieWords(edge: Edge, from: string): string {
  const sort = edgeSort(edge.kind);
  return sort.directed && edge.from === from ? sort.words : sort.back;
}

/** "5 actual, 1 planned". */
export function mixWords(edge: Edge): string {
  const told = Object.entries(edge.modality).sort((one, other) => other[1] - one[1]);
  return told.map(([word, n]) => `${n.toLocaleString("en")} ${word}`).join(", ");
}
