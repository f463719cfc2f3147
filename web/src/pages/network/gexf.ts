/** The network as GEXF 1.3 (gexf.net), which Gephi and others read: with days, places and looks. */
import { modalityOf, type Net } from "./graph";
import { edgeSort, nodeSort, radiusOf, widthOf } from "./kinds";
import type { Places } from "./layout";
import { escaped } from "./svg";

const SHAPES: Record<string, string> = { disc: "disc", square: "square", triangle: "triangle", diamond: "diamond" };

/** `day`: when it was made, YYYY-MM-DD; `asked`: the address that shows the same. */
export function gexfOf(net: Net, places: Places, { day, asked }: { day: string; asked: string }): string {
  const nodes = net.nodes.map((node) => {
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    const more = net.more[node.id] ?? 0;
    const values = [node.kind, node.country ?? "", String(node.n), String(node.center), String(more)];
    const shape = SHAPES[nodeSort(node.kind).form] ?? "disc";
    return `<node id="${escaped(node.id)}" label="${escaped(node.name)}">${valued(values)}<viz:position x="${x.toFixed(1)}" y="${(-y).toFixed(1)}" z="0"/><viz:size value="${radiusOf(node).toFixed(1)}"/><viz:shape value="${shape}"/></node>`;
  });
  const edges = net.edges.map((edge) => {
    const values = [edge.events, edge.reports, edge.independent].map(String);
    const mix = Object.entries(edge.modality).map(([word, n]) => `${word} ${n}`);
    const days = `${edge.first ? ` start="${edge.first}"` : ""}${edge.last ? ` end="${edge.last}"` : ""}`;
    const type = edgeSort(edge.kind).directed ? "directed" : "undirected";
    return `<edge id="${escaped(edge.id)}" source="${escaped(edge.from)}" target="${escaped(edge.to)}" type="${type}" kind="${edge.kind}" label="${escaped(edgeSort(edge.kind).words)}" weight="${widthOf(edge).toFixed(2)}"${days}>${valued([...values, modalityOf(edge), mix.join(", ")])}</edge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta lastmodifieddate="${day}"><creator>casus</creator><description>${escaped(asked)}</description></meta>
<graph mode="dynamic" defaultedgetype="undirected" timeformat="date">
<attributes class="node">${declared([["kind"], ["country"], ["n", "integer"], ["center", "boolean"], ["more", "integer"]])}</attributes>
<attributes class="edge">${declared([["events", "integer"], ["reports", "integer"], ["independent", "integer"], ["modality"], ["modalities"]])}</attributes>
<nodes>
${nodes.join("\n")}
</nodes>
<edges>
${edges.join("\n")}
</edges>
</graph>
</gexf>
`;
}

function declared(attributes: readonly (readonly [string, string?])[]): string {
  return attributes
    .map(([title, type = "string"], n) => `<attribute id="${n}" title="${title}" type="${type}"/>`)
    .join("");
}

function valued(values: readonly string[]): string {
  return `<attvalues>${values.map((value, n) => `<attvalue for="${n}" value="${escaped(value)}"/>`).join("")}</attvalues>`;
}
