import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { MapPage } from "../src/contract/pages";
import { arcsOf, dyadsOf, dyadWords, MOST_ARCS, otherEnd } from "../src/pages/map/dyads";
import {
  byShape,
  classOf,
  codeIn,
  reportsIn,
  type State,
  statusesOf,
  stepOf,
  stepsTo,
  stepWords,
} from "../src/pages/map/scale";
import { countryEvents, dyadEvents, elsewhere, mapAddress, picking, shownIn } from "../src/pages/map/shown";

const contract = (name: string): MapPage =>
  JSON.parse(readFileSync(new URL(`../../tests/faces/service/contract/${name}.json`, import.meta.url), "utf8"));

const state = (country: string, events: number, independent: number, shapes = [country], name = country): State => ({
  id: `country:${country}`,
  country,
  name,
  shapes,
  events,
  reports: independent,
  independent,
});

describe("steps", () => {
  test.each([
    [0, []],
    [1, [1]],
    [3, [1, 2, 3]],
    [5, [1, 2, 3, 4, 5]],
    [6, [1, 2, 5]],
    [54, [1, 2, 10, 20, 50]],
    [100_000, [1, 20, 500, 5_000, 100_000]],
  ])("up to %d: %j", (most, steps) => {
    expect(stepsTo(most)).toEqual(steps);
  });

  test("each count is in one step, and the most in the last one", () => {
    for (let most = 1; most < 3_000; most += 7) {
      const steps = stepsTo(most);
      expect(steps.length).toBeLessThanOrEqual(5);
      expect([...steps].sort((one, other) => one - other)).toEqual(steps);
      expect(stepOf(1, steps)).toBe(1);
      expect(stepOf(most, steps)).toBe(steps.length);
    }
    expect(stepOf(0, [1, 2])).toBe(0);
  });

  test("steps in words and colours", () => {
    const steps = stepsTo(54);
    expect(steps.map((_, n) => stepWords(n + 1, steps, 54))).toEqual(["1", "2–9", "10–19", "20–49", "50–54"]);
    expect(stepWords(1, [1], 1)).toBe("1");
    expect([0, 1, 2, 3].map((step) => classOf(step, 3))).toEqual([
      "world-map-0",
      "world-map-2",
      "world-map-4",
      "world-map-5",
    ]);
    expect(classOf(2, 5)).toBe("world-map-2");
    expect(reportsIn(2, steps, [state("FRA", 3, 2), state("GBR", 7, 5), state("USA", 54, 9)])).toEqual([2, 5]);
    expect(reportsIn(3, steps, [state("FRA", 3, 2)])).toBeNull();
  });
});

describe("states and shapes", () => {
  const USSR = state("SUN", 19, 7, ["RUS", "EST"], "Soviet Union");
  const RUSSIA = state("RUS", 22, 9, ["RUS"], "Russia");

  test("a state of the past lies under today's shapes, and never adds to their counts", () => {
    const here = byShape([RUSSIA, USSR]);
    expect(here.get("RUS")).toEqual({ own: RUSSIA, past: [USSR] });
    expect(here.get("EST")).toEqual({ own: null, past: [USSR] });
    const statuses = statusesOf([RUSSIA, USSR], stepsTo(22));
    expect(statuses.get("RUS")).toMatchObject({ mark: "22 · 9" });
    expect(statuses.get("RUS")?.pattern).toBeUndefined();
    expect(statuses.get("RUS")?.label).toBe(
      "Russia: 22 events · 9 independent reports\nSoviet Union, which lay here: 19 events · 7 independent reports",
    );
    expect(statuses.get("EST")).toMatchObject({ pattern: "past" });
    expect(statuses.get("EST")?.mark).toBeUndefined();
  });

  test("the strongest come first, so that their marks are written", () => {
    const statuses = statusesOf([state("FRA", 2, 1), state("USA", 9, 4), state("GBR", 5, 5)], stepsTo(9));
    expect([...statuses.keys()]).toEqual(["USA", "GBR", "FRA"]);
  });

  test("the ledger's own answers make a map", () => {
    const data = contract("map");
    const statuses = statusesOf(data.states, stepsTo(data.states[0]?.events ?? 0));
    expect(statuses.size).toBeGreaterThan(0);
    expect([...statuses.keys()]).toContain("EGY");
    expect(statusesOf(contract("map-places").states, stepsTo(0)).size).toBe(contract("map-places").states.length);
    expect([codeIn("country:RUS"), codeIn("org:EU")]).toEqual(["RUS", null]);
  });
});

describe("dyads", () => {
  const names = { "country:RUS": "Russia", "country:PRK": "North Korea", "org:EU": "European Union" };
  const dyad = (from: string, to: string, events: number) => ({
    from,
    to,
    events,
    reports: events,
    independent: events,
  });
  const there = dyad("country:RUS", "country:PRK", 4);
  const back = dyad("country:PRK", "country:RUS", 5);
  const body = dyad("org:EU", "country:RUS", 9);

  test("there and back are one line that says both; bodies have no place", () => {
    const { arcs, unplaced, left } = arcsOf([there, back, body], {}, names, () => false);
    expect(arcs).toHaveLength(1);
    expect(arcs[0]?.label).toBe(
      "Russia → North Korea: 4 events · 4 independent reports\nNorth Korea → Russia: 5 events · 5 independent reports",
    );
    expect([unplaced, left]).toEqual([1, 0]);
  });

  test("a state of the past has its line where it lay, unless that is where the other is", () => {
    const shapes = { "country:SUN": ["RUS", "UKR"] };
    const found = arcsOf(
      [dyad("country:SUN", "country:USA", 1), dyad("country:SUN", "country:RUS", 1)],
      shapes,
      {},
      () => false,
    );
    expect(found.arcs.map(({ from, to }) => [from, to])).toEqual([["RUS", "USA"]]);
    expect(found.unplaced).toBe(1);
  });

  test("the weaker ones are left to the list, and are counted", () => {
    const many = Array.from({ length: MOST_ARCS + 3 }, (_, n) => dyad("country:RUS", `country:X${n}`, n + 1));
    const { arcs, left } = arcsOf(many, {}, {}, ({ to }) => to === "country:X42");
    expect([arcs.length, left]).toEqual([MOST_ARCS, 3]);
    expect(arcs[0]).toMatchObject({ to: "X42", chosen: true });
    expect(arcs[0]?.width).toBeLessThanOrEqual(8);
  });

  test("those of one, and of two", () => {
    expect(dyadsOf([there, back, body], "country:PRK", null)).toEqual([there, back]);
    expect(dyadsOf([there, back, body], "country:RUS", "org:EU")).toEqual([body]);
    expect(dyadsOf([there, back, body], null, null)).toHaveLength(3);
    expect(otherEnd(back, "country:PRK")).toBe("country:RUS");
    expect(dyadWords(dyad("country:RUS", "country:XYZ", 1), names)).toBe("Russia → country:XYZ");
  });
});

describe("addresses", () => {
  const shown = (query: string) => shownIn(new URLSearchParams(query));

  test("what is shown comes from the address, whatever stands there", () => {
    expect(shown("view.of=country:RUS&view.with=country:PRK&view.list=dyads&view.stands=UKR")).toEqual({
      of: "country:RUS",
      beside: "country:PRK",
      list: "dyads",
      stands: "UKR",
    });
    expect(shown("view.with=country:PRK&view.list=nonsense")).toEqual({
      of: null,
      beside: null,
      list: "countries",
      stands: null,
    });
    expect(shown("view.of=country:RUS&view.with=country:RUS").beside).toBeNull();
  });

  test("a click chooses, a shift-click sets beside, a second click lets go", () => {
    const none = shown("");
    const one = shown("view.of=country:RUS");
    const two = shown("view.of=country:RUS&view.with=country:PRK");
    expect(picking(none, "country:RUS", true)).toEqual({ "view.of": "country:RUS", "view.with": null });
    expect(picking(one, "country:PRK", true)).toEqual({ "view.with": "country:PRK" });
    expect(picking(one, "country:RUS", true)).toEqual({ "view.of": null, "view.with": null });
    expect(picking(two, "country:RUS", false)).toEqual({ "view.of": "country:RUS", "view.with": null });
  });

  test("events are asked for with the same filters, without what is only view", () => {
    const query = new URLSearchParams("by=actor&type=ASSAULT&from=2024-01-01&view.of=country:RUS&known_at=2024-06-01");
    const here = { path: "/map", query };
    expect(countryEvents(here, "country:RUS")).toBe(
      "/map/country.json?by=actor&type=ASSAULT&from=2024-01-01&known_at=2024-06-01&of=country:RUS",
    );
    expect(dyadEvents(here, "country:RUS", "country:PRK")).toBe(
      "/network/edge.json?type=ASSAULT&known_at=2024-06-01&from=country:RUS&to=country:PRK&since=2024-01-01&kind=event",
    );
    expect(mapAddress(query, { "view.of": null, by: null })).toBe(
      "/map?type=ASSAULT&from=2024-01-01&known_at=2024-06-01",
    );
    expect(mapAddress(new URLSearchParams(), {})).toBe("/map");
  });

  test("other pages get the filters along", () => {
    const query = new URLSearchParams("by=actor&actor=state:CHN&from=2024-01-01&view.zoom=3");
    expect(elsewhere(query, "/timeline", "country:RUS", "actor")).toBe(
      "/timeline?actor=state:CHN&from=2024-01-01&with=country:RUS",
    );
    expect(elsewhere(new URLSearchParams(), "/network", "country:RUS", "center")).toBe("/network?center=country:RUS");
  });
});
