/** A small network for the tests of the pictures. */
import type { NetworkPage } from "../src/contract/pages";
import type { Edge, Node } from "../src/pages/network/graph";

export const node = (id: string, more: Partial<Node> = {}): Node => ({
  id,
  kind: id.startsWith("agreement") ? "agreement" : "state",
  name: id.split(":")[1] ?? id,
  country: null,
  n: 4,
  center: false,
  ...more,
});
export const edge = (from: string, to: string, more: Partial<Edge> = {}): Edge => ({
  id: `${from}|${to}|${more.kind ?? "events"}`,
  from,
  to,
  kind: "events",
  events: 2,
  reports: 2,
  independent: 1,
  modality: { actual: 2 },
  first: "2024-06-19",
  last: "2024-06-19",
  ...more,
});
export const page: NetworkPage = {
  names: {},
  nodes: [
    node("country:RUS", { center: true, n: 20 }),
    node("country:PRK", { n: 9 }),
    node("agreement:pact"),
    node("country:KOR"),
  ],
  edges: [
    edge("country:PRK", "country:RUS", { events: 8 }),
    edge("country:RUS", "agreement:pact", { kind: "party" }),
    edge("country:PRK", "agreement:pact", { kind: "party" }),
    edge("country:PRK", "country:KOR", { modality: { threatened: 2, demanded: 1 } }),
  ],
  more: { "country:PRK": 27 },
  total: 12,
};
export const size = { width: 800, height: 600 };
export const measure = (text: string, big: number) => text.length * big * 0.6;
