import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { NetworkPage } from "../src/contract/pages";
import { cameraRead, cameraWritten, seeingAll, showing, toPlane, toScreen, zoomed } from "../src/pages/network/camera";
import { centersInOrder, type Edge, means, modalityOf, stepsOf, without } from "../src/pages/network/graph";
import { edgeSort, radiusOf, widthOf } from "../src/pages/network/kinds";
import { laidOut, type Places, pinned, randomFrom } from "../src/pages/network/layout";
import { transformOf } from "../src/pages/network/useCamera";
import { pinsWritten, viewOf } from "../src/pages/network/view";

import { edge, node, page, size } from "./network.made";

const layout = (shown: NetworkPage, seed = 1, centers = ["country:RUS"]) =>
  laidOut(shown.nodes, shown.edges, { seed, steps: stepsOf(shown, centers), radius: radiusOf });

describe("what is shown", () => {
  it("leaves out what is hidden with its edges, and keeps what hung on it", () => {
    const net = without(page, new Set(["country:PRK"]));
    expect(net.nodes.map((one) => one.id)).toEqual(["country:RUS", "agreement:pact", "country:KOR"]);
    expect(net.edges.map((one) => one.id)).toEqual(["country:RUS|agreement:pact|party"]);
  });

  it("knows the centers by code, state or id, in the order of the address", () => {
    const nodes = page.nodes.map((one) => ({ ...one, center: one.id !== "country:KOR" }));
    expect(centersInOrder(nodes, ["agreement:pact", "prk"])).toEqual(["agreement:pact", "country:PRK", "country:RUS"]);
    expect(means("state:RUS", "country:RUS")).toBe(true);
    expect(means("RUS", "agreement:RUS")).toBe(false);
  });

  it("counts a node to the first center that it hangs on", () => {
    const steps = stepsOf(page, ["country:RUS", "country:PRK"]);
    expect(Object.fromEntries(steps)).toEqual({
      "country:RUS": 0,
      "country:PRK": 0,
      "agreement:pact": 0,
      "country:KOR": 1,
    });
    expect(stepsOf(page, ["country:RUS", "country:PRK"], 2).get("country:KOR")).toBe(0);
  });

  it("draws an edge as actual where anything on it is, else as most is told", () => {
    expect(modalityOf(edge("a", "b", { modality: { denied: 9, actual: 1 } }))).toBe("actual");
    expect(modalityOf(page.edges[3] as Edge)).toBe("threatened");
    expect(modalityOf(edge("a", "b", { modality: {} }))).toBe("actual");
  });

  it("is wider with more events, within bounds", () => {
    expect(widthOf(edge("a", "b", { events: 0 }))).toBe(widthOf(edge("a", "b", { events: 1 })));
    expect(widthOf(edge("a", "b", { events: 8 }))).toBeGreaterThan(widthOf(edge("a", "b", { events: 2 })));
    expect(widthOf(edge("a", "b", { events: 10_000 }))).toBe(11);
    expect(radiusOf(node("a", { n: 100_000 }))).toBe(20);
  });
});

describe("layout", () => {
  it("is the same for the same seed, in whatever order nodes and edges come", () => {
    const turned = { ...page, nodes: [...page.nodes].reverse(), edges: [...page.edges].reverse() };
    expect(layout(page)).toEqual(layout(page));
    expect([...layout(turned)].sort()).toEqual([...layout(page)].sort());
    expect([...layout(page, 2)].sort()).not.toEqual([...layout(page)].sort());
  });

  it("leaves what lies where it is when a node is opened", () => {
    const before = layout({ ...page, nodes: page.nodes.slice(0, 3), edges: page.edges.slice(0, 3) });
    const after = layout(page, 1, ["country:RUS", "country:PRK"]);
    for (const [id, place] of before) expect(after.get(id)).toEqual(place);
    expect(after.has("country:KOR")).toBe(true);
  });

  it("lets no two nodes lie on each other, and nothing drift away that hangs on nothing", () => {
    const many = Array.from({ length: 60 }, (_, n) => node(`country:N${n}`));
    const star = many.slice(1, 50).map((one) => edge("country:N0", one.id));
    const places = layout({ ...page, nodes: many, edges: star, more: {} }, 3, ["country:N0"]);
    const points = [...places.values()];
    for (const [n, one] of points.entries()) {
      expect(Number.isFinite(one.x + one.y)).toBe(true);
      for (const other of points.slice(n + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * radiusOf(node("x")));
    }
    const far = points.map((point) => Math.hypot(point.x, point.y)).sort((a, b) => a - b);
    expect(far.at(-1)).toBeLessThan((far[30] ?? 0) * 6);
  });

  it("lays out one node, and none", () => {
    expect(layout({ ...page, nodes: [], edges: [] }).size).toBe(0);
    expect(layout({ ...page, nodes: [node("a:b")], edges: [edge("a:b", "a:b")] }).size).toBe(1);
  });

  it("takes along what hangs only on a moved node", () => {
    const places: Places = new Map(page.nodes.map((one, n) => [one.id, { x: n * 10, y: 0 }]));
    const moved = pinned(places, new Map([["country:PRK", { x: 110, y: 5 }]]), page.edges);
    expect(moved.get("country:PRK")).toEqual({ x: 110, y: 5 });
    expect(moved.get("country:KOR")).toEqual({ x: 130, y: 5 });
    expect(moved.get("agreement:pact")).toEqual({ x: 20, y: 0 });
  });

  it("gives numbers of [0, 1)", () => {
    const random = randomFrom(7);
    const drawn = Array.from({ length: 1000 }, random);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(new Set(drawn).size).toBeGreaterThan(990);
  });
});

describe("camera", () => {
  const places: Places = new Map([
    ["a", { x: -300, y: 0 }],
    ["b", { x: 900, y: 200 }],
  ]);

  it("sees all places", () => {
    const camera = seeingAll(places, size);
    for (const place of places.values()) {
      const at = toScreen(camera, size, place);
      expect(at.x >= 0 && at.x <= size.width && at.y >= 0 && at.y <= size.height).toBe(true);
    }
    expect(seeingAll(new Map(), size)).toEqual({ x: 0, y: 0, scale: 1 });
  });

  it("holds the point under the pointer while it comes nearer, and stops in time", () => {
    const camera = { x: 3, y: 4, scale: 1 };
    const around = { x: 100, y: 450 };
    const held = toPlane(camera, size, around);
    const after = toScreen(zoomed(camera, size, 2, around), size, held);
    expect(after.x).toBeCloseTo(around.x);
    expect(after.y).toBeCloseTo(around.y);
    expect(zoomed(camera, size, 1e9, around).scale).toBe(6);
  });

  it("moves only for what is out of sight", () => {
    const camera = { x: 0, y: 0, scale: 1 };
    expect(showing(camera, size, { x: 10, y: 10 })).toBe(camera);
    const at = toScreen(showing(camera, size, { x: 5000, y: -20 }), size, { x: 5000, y: -20 });
    expect(at.x).toBeCloseTo(size.width - 60);
  });

  it("moves the picture that is there to where another camera would draw it", () => {
    const [drawn, wanted] = [
      { x: 0, y: 0, scale: 1 },
      { x: 40, y: -10, scale: 2 },
    ];
    const [x = 0, y = 0, by = 0] = (transformOf(drawn, wanted).match(/-?[\d.]+/g) ?? []).map(Number);
    // The stretching is around the middle of the picture, as the style sheet's default is.
    const was = toScreen(drawn, size, { x: 70, y: 30 });
    const moved = { x: (was.x - 400) * by + 400 + x, y: (was.y - 300) * by + 300 + y };
    expect(moved).toEqual(toScreen(wanted, size, { x: 70, y: 30 }));
  });

  it("is read back from the address, and nothing else is", () => {
    expect(cameraRead(cameraWritten({ x: 12.4, y: -3, scale: 1.5 }))).toEqual({ x: 12, y: -3, scale: 1.5 });
    for (const wrong of [null, "", "1,2", "a,b,c", "1,2,0", "1,2,Infinity"]) expect(cameraRead(wrong)).toBeNull();
  });
});

describe("the view in the address", () => {
  it("reads pins of ids that hold an @, and leaves out what is none", () => {
    const pins = new Map([["person:a@RUS", { x: 3.4, y: -9 }]]);
    const written = new URLSearchParams();
    for (const pin of pinsWritten(pins)["view.pin"] as string[]) written.append("view.pin", pin);
    written.append("view.pin", "broken");
    written.append("view.hide", "country:KOR");
    written.append("view.seed", "4.2");
    const view = viewOf(written);
    expect([...view.pins]).toEqual([["person:a@RUS", { x: 3, y: -9 }]]);
    expect([view.seed, view.whole, view.hidden.has("country:KOR")]).toEqual([4, 2, true]);
    expect(viewOf(new URLSearchParams("view.seed=-1.x")).seed).toBe(1);
  });
});

describe("the service's answers", () => {
  it.each(["network", "network-centered"])("are drawn whole: %s", (name) => {
    const file = new URL(`../../tests/faces/service/contract/${name}.json`, import.meta.url);
    const told: NetworkPage = JSON.parse(readFileSync(file, "utf8"));
    const places = layout(told, 1, centersInOrder(told.nodes, []));
    expect([...places.keys()].sort()).toEqual(told.nodes.map((one) => one.id).sort());
    for (const one of told.edges) expect(edgeSort(one.kind).kind).toBe(one.kind);
  });
});
