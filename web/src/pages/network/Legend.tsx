/** How to read the picture: the shapes and lines that it has now. */
import { MODALITIES } from "../../contract/reading";
import { Modality } from "../../parts/Modality";
import { along } from "./curves";
import { modalityOf, type Net } from "./graph";
import { EDGE_SORTS, type EdgeSort, type NodeSort, nodeSort } from "./kinds";
import { formOf, signsAlong } from "./signs";

export function Legend({ net }: { net: Net }) {
  const nodes = new Map(net.nodes.map((node): [string, NodeSort] => [nodeSort(node.kind).words, nodeSort(node.kind)]));
  const told = new Set(net.edges.map(modalityOf));
  const modalities = MODALITIES.filter((one) => told.has(one));
  return (
    <div class="network-legend">
      <ul>
        {[...nodes.values()].map((sort) => (
          <li key={sort.words}>
            <NodeSample sort={sort} /> {sort.words}
          </li>
        ))}
        <li>
          <svg width={24} height={20} aria-hidden="true">
            <circle cx={12} cy={10} r={6} fill="none" stroke="var(--series-1)" stroke-width={2} />
          </svg>{" "}
          hollow: has neighbours that are not shown
        </li>
      </ul>
      <ul>
        {EDGE_SORTS.filter((sort) => net.edges.some((edge) => edge.kind === sort.kind)).map((sort) => (
          <li key={sort.kind}>
            <EdgeSample sort={sort} /> {sort.words}
          </li>
        ))}
      </ul>
      {modalities.length > 1 && (
        <ul aria-label="How what is behind an edge is told">
          {modalities.map((modality) => (
            <li key={modality}>
              <Modality modality={modality} />
            </li>
          ))}
        </ul>
      )}
      <p class="muted">
        The wider a line, the more independent events stand behind it; it is drawn as actual where any of them is. A
        bigger shape is told of more. Choose a node or a line to see what is behind it.
      </p>
    </div>
  );
}

function NodeSample({ sort }: { sort: NodeSort }) {
  const at = { x: 12, y: 10 };
  const corners = formOf(sort.form, at, 7);
  return (
    <svg width={24} height={20} aria-hidden="true">
      {corners.length === 0 ? (
        <circle cx={12} cy={10} r={7} fill={`var(${sort.ink})`} />
      ) : (
        <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(" ")} fill={`var(${sort.ink})`} />
      )}
    </svg>
  );
}

export function EdgeSample({ sort }: { sort: EdgeSort }) {
  const line = { from: { x: 2, y: 9 }, bend: { x: 30, y: 9 }, to: { x: 58, y: 9 } };
  const signs = sort.sign === "none" ? [] : signsAlong({ ...line, to: { x: 92, y: 9 } }, sort.sign, 1.5);
  return (
    <svg width={60} height={18} aria-hidden="true" class="network-sample">
      <line x1={2} x2={58} y1={9} y2={9} stroke="currentColor" stroke-width={2} />
      {signs.slice(0, 2).map((sign, n) => {
        const { x } = along(line, (n + 1) / 3);
        const move = `translate(${x - sign.at.x} 0)`;
        const look = {
          fill: sign.fill === "--paper" ? "var(--paper)" : sign.fill ? "currentColor" : "none",
          stroke: "currentColor",
          "stroke-width": sign.width,
        };
        if (sign.corners.length === 0) return <circle key={n} cx={x} cy={9} r={sign.radius} {...look} />;
        const points = sign.corners.map((corner) => `${corner.x},${corner.y}`).join(" ");
        return (
          <polyline
            key={n}
            points={`${points} ${sign.closed ? points.split(" ")[0] : ""}`}
            transform={move}
            {...look}
          />
        );
      })}
    </svg>
  );
}
