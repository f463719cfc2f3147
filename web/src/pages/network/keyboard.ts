/** The keys of the picture. */
import { type Camera, panned, type Size, zoomed } from "./camera";
import { type Found, nextInDirection } from "./finding";
import { edgesOf, type Net } from "./graph";
import type { Point } from "./layout";

/** What the picture asks of the page. */
export interface Steering {
  onChosen: (found: Found | null) => void;
  onOpened: (id: string) => void;
  onWords: () => void;
  onHidden: (id: string) => void;
  onPinned: (id: string) => void;
}

interface State {
  net: Net;
  at: ReadonlyMap<string, Point>;
  node: string | null;
  edge: string | null;
  camera: Camera;
  size: Size;
  look: (camera: Camera) => void;
  fit: () => void;
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const STEP = 60;

/** What the keys do, for the line below the picture. */
export const KEYS =
  "Arrows: the next node · Shift with arrows: move the picture · [ and ]: the edges of the node · Enter: open the node, or the words of the edge · h hide · p pin · + − 0 nearer, farther, all · Esc leaves the choice";

/** Does what a key says; whether it said anything. */
export function steered(event: KeyboardEvent, state: State, { onChosen, ...does }: Steering): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { net, at, node, edge, camera, size } = state;
  const chosen = node && at.has(node) ? node : null;
  const arrow = ARROWS[event.key];
  const middle = { x: size.width / 2, y: size.height / 2 };
  if (arrow && event.shiftKey) state.look(panned(camera, -arrow[0] * STEP, -arrow[1] * STEP));
  else if (arrow) {
    const next = chosen ? nextInDirection(at, chosen, arrow) : first(net);
    if (next) onChosen({ is: "node", id: next });
  } else if (event.key === "]" || event.key === "[") {
    const next = nextEdge(net, chosen, edge, event.key === "]" ? 1 : -1);
    if (next) onChosen({ is: "edge", id: next });
  } else if (event.key === "Enter" && edge) does.onWords();
  else if (event.key === "Enter" && chosen) does.onOpened(chosen);
  else if (event.key === "h" && chosen) does.onHidden(chosen);
  else if (event.key === "p" && chosen) does.onPinned(chosen);
  else if (event.key === "+" || event.key === "=") state.look(zoomed(camera, size, 1.25, middle));
  else if (event.key === "-") state.look(zoomed(camera, size, 0.8, middle));
  else if (event.key === "0") state.fit();
  else if (event.key === "Escape" && (node || edge)) onChosen(null);
  else return false;
  return true;
}

/** Where one begins who has chosen nothing: at the first center. */
function first(net: Net): string | null {
  return (net.nodes.find((node) => node.center) ?? net.nodes[0])?.id ?? null;
}

/** The edge after (or before) an edge, among those of the node that is chosen, else among all. */
export function nextEdge(net: Net, node: string | null, edge: string | null, by: 1 | -1): string | null {
  const among = node ? edgesOf(net, node) : net.edges;
  if (among.length === 0) return null;
  const at = among.findIndex((one) => one.id === edge);
  const next = at < 0 ? (by === 1 ? 0 : among.length - 1) : (at + by + among.length) % among.length;
  return among[next]?.id ?? null;
}
