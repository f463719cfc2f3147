import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { MapPage } from "../src/contract/pages";
import {
  type Atlas,
  atlasOf,
  type Detail,
  namesOf,
  pointOfArea,
  pointOfCountry,
  type World,
} from "../src/pages/map/atlas";
import { areasOfShapes, claimWords, drawnAs, listed, pointsOfView, withoutShape } from "../src/pages/map/claims";
import { arcLine, dots, mains, marks, placeOf } from "../src/pages/map/placing";
import { draw, FRAME, project, unproject, WIDTH } from "../src/pages/map/projecting";
import type { Disputed, Status } from "../src/pages/map/status";
import { CLOSEST, kept, moved, read, sees, transformOf, WHOLE, written, zoomed } from "../src/pages/map/view";

const shared = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const world = (detail: Detail): World => shared(`../node_modules/world-atlas/countries-${detail}.json`);
const coarse: Atlas = atlasOf(world("110m"), "110m");
const fine: Atlas = atlasOf(world("50m"), "50m");
const ledger: MapPage = shared("../../tests/faces/service/contract/map.json");
const HEIGHT = FRAME.height;

const area = (id: string, name: string, held_by: string[], claimants: string[], shapes: string[] = []): Disputed => ({
  id,
  name,
  held_by,
  claimants,
  shapes,
});
const KOSOVO = area("kosovo", "Kosovo", ["XKX"], ["XKX", "SRB"], ["XKX"]);
const CRIMEA = area("crimea", "Crimea", ["RUS"], ["RUS", "UKR"]);
const GOLAN = area("golan-heights", "Golan Heights", ["ISR"], ["ISR", "SYR"]);
const WEST_BANK = area("west-bank", "West Bank", ["ISR", "PSE"], ["ISR", "PSE"], ["PSE"]);

describe("shapes", () => {
  test.each([coarse, fine])("every shape has its own id, and a code unless it is an area without one", (atlas) => {
    const ids = atlas.shapes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const without = atlas.shapes.filter(({ code }) => code === null).map(({ name }) => name);
    expect(without.filter((name) => !["Siachen Glacier", "Indian Ocean Ter."].includes(name))).toEqual([]);
  });

  test("those without a number have the ledger's codes, by their names", () => {
    const named = new Map(coarse.shapes.map(({ name, code }) => [name, code]));
    expect([named.get("Kosovo"), named.get("N. Cyprus"), named.get("Somaliland")]).toEqual(["XKX", "XNC", "XSL"]);
  });

  test("Crimea is cut out of the shape that has it, and Russia keeps all else", () => {
    for (const { shapes } of [coarse, fine]) {
      const parts = shapes.filter(({ code }) => code === "RUS");
      expect(parts.map(({ id, area: cut }) => [id, cut])).toContainEqual(["RUS/crimea", "crimea"]);
      expect(parts.some(({ id }) => id === "RUS")).toBe(true);
    }
  });

  test("of Palestine the coarse shapes have only the West Bank, the fine ones Gaza, too", () => {
    const ids = ({ shapes }: Atlas) => shapes.filter(({ code }) => code === "PSE").map(({ id }) => id);
    expect(ids(coarse)).toEqual(["PSE/west-bank"]);
    expect(ids(fine)).toEqual(["PSE", "PSE/west-bank"]);
  });

  test("every country of the fine shapes has a place while the coarse ones are drawn", () => {
    const main = mains(draw(coarse).shapes);
    const lost = fine.shapes.filter(({ code }) => code !== null && placeOf(code, main) === null);
    expect(lost.map(({ name }) => name)).toEqual([]);
    expect(placeOf("TUV", main)).not.toBeNull();
    expect(pointOfCountry("FRA")).toBeNull();
    expect(namesOf(coarse).get("SGP")).toBe("Singapore");
  });
});

describe("projection", () => {
  test("there and back again", () => {
    for (const at of [
      [0, 0],
      [37.6, 55.8],
      [-122, 37],
      [178, -18],
    ] as [number, number][]) {
      const back = unproject(project(at));
      expect(back?.[0]).toBeCloseTo(at[0], 4);
      expect(back?.[1]).toBeCloseTo(at[1], 4);
    }
    expect(unproject([-5, FRAME.top])).toBeNull();
  });

  test("areas are equal: Africa is 14 times Greenland, and no state is wider than half the map", () => {
    const side = (code: string) => mains(draw(coarse).shapes).get(code)?.side ?? 0;
    const ratio = side("COD") ** 2 / side("GRL") ** 2;
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.2);
    for (const { box } of draw(coarse).shapes.filter(({ shape }) => shape.code !== "ATA")) {
      expect(box[0]).toBeLessThan(WIDTH / 2);
    }
  });
});

describe("view", () => {
  test("the address says what is seen, and the whole world says nothing", () => {
    expect(written(WHOLE)).toEqual({ "view.zoom": null, "view.at": null });
    const view = kept({ zoom: 6, ...xy(project([35, 47])) }, HEIGHT);
    const told = written(view);
    expect(told).toEqual({ "view.zoom": "6", "view.at": "35,47" });
    const again = read(new URLSearchParams(told as Record<string, string>));
    expect(again.x).toBeCloseTo(view.x, 1);
    expect(again.y).toBeCloseTo(view.y, 1);
  });

  test.each([
    "view.zoom=many",
    "view.zoom=0",
    "view.zoom=-3&view.at=1,2",
    "view.at=1,2,3",
    "view.at=,",
    "view.at=999,999",
    "",
  ])("%s is the whole world", (query) => {
    expect(read(new URLSearchParams(query))).toEqual(WHOLE);
  });

  test("a zoom far too large is as near as it goes", () => {
    expect(read(new URLSearchParams("view.zoom=1e9&view.at=10,10")).zoom).toBe(CLOSEST);
  });

  test("what is under the pointer stays there", () => {
    const before = kept({ zoom: 3, x: 500, y: 200 }, HEIGHT);
    const pointer: [number, number] = [120, -40];
    const after = zoomed(before, 2, pointer, HEIGHT);
    const under = (view: typeof before) => [view.x + pointer[0] / view.zoom, view.y + pointer[1] / view.zoom];
    expect(under(after)[0]).toBeCloseTo(under(before)[0] ?? 0, 6);
    expect(under(after)[1]).toBeCloseTo(under(before)[1] ?? 0, 6);
  });

  test("the map can't be moved out of its window", () => {
    const far = moved(kept({ zoom: 2, x: 480, y: 200 }, HEIGHT), [-1e6, 1e6], HEIGHT);
    expect(far.x).toBe(WIDTH / 4);
    expect(far.y).toBeCloseTo(FRAME.end - HEIGHT / 4, 6);
    expect(zoomed(far, 0.0001, [0, 0], HEIGHT).zoom).toBe(1);
    // A high window of a narrow screen holds more than the map: it stays in the middle.
    expect(kept({ zoom: 1, x: 0, y: 900 }, 900)).toEqual(WHOLE);
  });

  test("what is seen and what not", () => {
    const view = kept({ zoom: 8, ...xy(project([35, 47])) }, HEIGHT);
    expect(sees(view, project([30, 50]), HEIGHT)).toBe(true);
    expect(sees(view, project([-60, -10]), HEIGHT)).toBe(false);
    expect(transformOf({ zoom: 2, x: 480, y: 100 }, 400)).toBe("translate(-480 0) scale(2)");
  });
});

describe("disputed areas", () => {
  const DISPUTED = [KOSOVO, CRIMEA, GOLAN, WEST_BANK];

  test("each is the shape that it is, or else a point", () => {
    const found = [...areasOfShapes(fine.shapes, DISPUTED)].map(([id, { name }]) => [id, name]);
    expect(found).toContainEqual(["XKX", "Kosovo"]);
    expect(found).toContainEqual(["RUS/crimea", "Crimea"]);
    expect(found).toContainEqual(["PSE/west-bank", "West Bank"]);
    // The ledger says "Palestine", the piece says more exactly which part of it.
    expect(found.map(([id]) => id)).not.toContain("PSE");
    expect(withoutShape(fine.shapes, DISPUTED)).toEqual([GOLAN]);
  });

  test("all of the ledger's have a shape or a point", () => {
    const lost = withoutShape(coarse.shapes, ledger.disputed).filter(({ id }) => pointOfArea(id) === null);
    expect(ledger.disputed.length).toBeGreaterThan(20);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test("who claims them is said in words", () => {
    const names = new Map([
      ["SRB", "Serbia"],
      ["XKX", "Kosovo"],
      ["ISR", "Israel"],
      ["SYR", "Syria"],
    ]);
    const nameOf = (code: string) => names.get(code) ?? code;
    expect(claimWords(GOLAN, nameOf)).toBe("Golan Heights: held by Israel, claimed by Israel and Syria");
    expect(claimWords(KOSOVO, nameOf)).toBe(
      "Kosovo: held by its own government, claimed by its own government and Serbia",
    );
    expect(listed(["China", "Taiwan", "Vietnam"])).toBe("China, Taiwan and Vietnam");
    expect(listed([])).toBe("");
  });

  test("from somebody's point of view only what he claims looks different", () => {
    expect(drawnAs(CRIMEA, "UKR")).toBe("UKR");
    expect(drawnAs(CRIMEA, "SRB")).toBeNull();
    expect(drawnAs(CRIMEA, null)).toBeNull();
    expect(drawnAs(undefined, "UKR")).toBeNull();
    expect(pointsOfView(coarse.shapes, DISPUTED)).toEqual(["ISR", "SRB", "UKR"]);
  });
});

describe("dots, marks and lines", () => {
  const main = mains(draw(coarse).shapes);
  const status = (mark: string): Status => ({ label: mark, mark });

  test("small states have a dot until they are large enough to be seen", () => {
    const statuses = new Map([
      ["SGP", status("3 · 1")],
      ["FRA", status("5 · 2")],
      ["LUX", status("1 · 1")],
    ]);
    expect(dots(statuses, [], main, 1.3).map(({ code }) => code)).toEqual(["SGP", "LUX"]);
    const close = mains(draw(fine).shapes);
    expect(dots(statuses, [], close, 6).map(({ code }) => code)).toEqual(["SGP"]);
    expect(dots(new Map(), ["MLT"], main, 1).map(({ code }) => code)).toEqual(["MLT"]);
    expect(dots(new Map([["cow:300", status("1 · 1")]]), [], main, 1)).toEqual([]);
  });

  test("marks don't cover each other; the first one is written", () => {
    const statuses = new Map([
      ["DEU", status("99 · 9")],
      ["POL", status("98 · 9")],
      ["RUS", status("9 · 9")],
    ]);
    expect(marks(statuses, [], main, 1).map(({ code }) => code)).toEqual(["RUS"]);
    expect(marks(statuses, [], main, 8).map(({ code }) => code)).toEqual(["DEU", "POL", "RUS"]);
    const both = new Map([
      ["SGP", status("2 · 1")],
      ["BRN", status("1 · 1")],
    ]);
    // Singapore's would cover the dot of Brunei.
    const written = marks(both, dots(both, [], main, 0.3), main, 0.3);
    expect(written.map(({ code, side }) => [code, side])).toEqual([["BRN", 1]]);
  });

  test("there and back are two lines, and one without a place is none", () => {
    const arc = { id: "", label: "", width: 1 };
    const there = arcLine({ ...arc, from: "RUS", to: "USA" }, main);
    expect(there).toMatch(/^M[\d. -]+Q[\d. -]+$/);
    expect(arcLine({ ...arc, from: "USA", to: "RUS" }, main)).not.toBe(there);
    expect(arcLine({ ...arc, from: "RUS", to: "SUN" }, main)).toBeNull();
  });
});

function xy([x, y]: [number, number]): { x: number; y: number } {
  return { x, y };
}
