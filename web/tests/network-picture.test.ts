import { describe, expect, it } from "vitest";
import { toScreen } from "../src/pages/network/camera";
import { curves, distanceTo } from "../src/pages/network/curves";
import { nextInDirection, under } from "../src/pages/network/finding";
import { gexfOf } from "../src/pages/network/gexf";
import { edgesOf, without } from "../src/pages/network/graph";
import { nextEdge } from "../src/pages/network/keyboard";
import { labelled, overlap, shortened } from "../src/pages/network/labels";
import type { Places } from "../src/pages/network/layout";
import { sceneOf } from "../src/pages/network/scene";
import { escaped, svgOf } from "../src/pages/network/svg";

import { edge, measure, node, page, size } from "./network.made";

describe("the picture", () => {
  const places: Places = new Map([
    ["country:RUS", { x: -150, y: 0 }],
    ["country:PRK", { x: 150, y: 0 }],
    ["agreement:pact", { x: 0, y: -120 }],
    ["country:KOR", { x: 150, y: 120 }],
  ]);
  const seen = {
    net: without(page, new Set()),
    places,
    camera: { x: 0, y: 0, scale: 1 },
    size,
    node: null,
    edge: null,
    hovered: null,
    pins: new Set<string>(),
    measure,
  };
  const at = new Map([...places].map(([id, place]) => [id, toScreen(seen.camera, size, place)]));

  it("writes each name once, +27 more at its node, and no name over another", () => {
    const { labels } = sceneOf({ ...seen, node: "country:PRK" });
    expect(labels.map((label) => label.name).sort()).toEqual(["KOR", "PRK", "RUS", "pact"]);
    expect(labels.find((label) => label.id === "country:PRK")?.more).toBe("+27 more");
    for (const [n, one] of labels.entries())
      for (const other of labels.slice(n + 1)) expect(overlap(one.box, other.box)).toBe(false);
  });

  it("writes the weightiest names where there is room for few", () => {
    const crowd = Array.from({ length: 40 }, (_, n) => node(`country:N${n}`, { n }));
    const here = new Map(crowd.map((one, n) => [one.id, { x: 400 + (n % 7) * 3, y: 300 + (n % 5) * 3 }]));
    const labels = labelled({ nodes: crowd, edges: [], more: {} }, here, size, ["country:N3", null], measure);
    expect(labels.length).toBeLessThan(12);
    expect(labels[0]?.id).toBe("country:N3");
  });

  it("shortens long names", () => {
    expect(shortened("x".repeat(60))).toHaveLength(30);
    expect(shortened("Iran")).toBe("Iran");
  });

  it("bends several edges of the same two apart, whichever way they point", () => {
    const two = [edge("a", "b"), edge("b", "a", { kind: "transfer" })];
    const ends = new Map([
      ["a", { x: 0, y: 0 }],
      ["b", { x: 200, y: 0 }],
    ]);
    const [one, other] = curves(two, ends);
    expect((one?.bend.y ?? 0) * (other?.bend.y ?? 0)).toBeLessThan(0);
    expect(curves([edge("a", "gone")], ends)).toEqual([]);
    expect(
      distanceTo({ from: { x: 0, y: 0 }, bend: { x: 50, y: 0 }, to: { x: 100, y: 0 } }, { x: 50, y: 7 }),
    ).toBeCloseTo(7);
  });

  it("finds what lies under the pointer: a node before its edges, its name, what more there is", () => {
    const { labels } = sceneOf({ ...seen, node: "country:PRK" });
    const here = (id: string) => at.get(id) ?? { x: 0, y: 0 };
    expect(under(seen.net, at, labels, here("country:RUS"))).toEqual({ is: "node", id: "country:RUS" });
    const more = labels.find((label) => label.more)?.moreBox;
    const middle = { x: ((more?.left ?? 0) + (more?.right ?? 0)) / 2, y: ((more?.top ?? 0) + (more?.bottom ?? 0)) / 2 };
    expect(under(seen.net, at, labels, middle)).toEqual({ is: "more", id: "country:PRK" });
    expect(under(seen.net, at, [], { x: 400, y: 302 })).toEqual({ is: "edge", id: "country:PRK|country:RUS|events" });
    expect(under(seen.net, at, labels, { x: 20, y: 20 })).toBeNull();
  });

  it("goes to the next node by arrows, and through the edges of a node", () => {
    expect(nextInDirection(at, "country:RUS", [1, 0])).toBe("country:PRK");
    expect(nextInDirection(at, "country:PRK", [0, 1])).toBe("country:KOR");
    expect(nextInDirection(at, "country:RUS", [-1, 0])).toBeNull();
    expect(nextInDirection(at, "gone", [1, 0])).toBeNull();
    const own = edgesOf(seen.net, "country:PRK").map((one) => one.id);
    expect(own[0]).toBe("country:PRK|country:RUS|events");
    expect(nextEdge(seen.net, "country:PRK", null, 1)).toBe(own[0]);
    expect(nextEdge(seen.net, "country:PRK", own[0] ?? null, -1)).toBe(own.at(-1));
    expect(nextEdge({ nodes: [], edges: [], more: {} }, null, null, 1)).toBeNull();
  });

  it("is an SVG that stands alone and lets no name break out", () => {
    const evil = { ...page, nodes: page.nodes.map((one) => ({ ...one, name: '<script>"&\u0000' })) };
    const scene = sceneOf({ ...seen, net: without(evil, new Set()) });
    const svg = svgOf(scene, size, () => "#123456", "A & B");
    expect(svg).not.toContain("<script>");
    expect(svg).toContain("&lt;script&gt;&quot;&amp;");
    expect(svg).not.toContain("var(");
    expect(escaped("a\u0000b\uD800c🂡")).toBe("abc🂡");
  });

  it("is GEXF with days, weights and directions", () => {
    const gexf = gexfOf(seen.net, places, { day: "2026-01-02", asked: "http://x/?a=1&b=2" });
    expect(gexf).toContain('<graph mode="dynamic"');
    expect(gexf).toContain('start="2024-06-19" end="2024-06-19"');
    expect(gexf).toContain('kind="party"');
    expect(gexf.match(/<node /g)).toHaveLength(4);
    expect(gexf.match(/type="directed"/g)).toHaveLength(2);
    expect(gexf).toContain("a=1&amp;b=2");
  });
});
