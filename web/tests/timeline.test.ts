import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { TimelinePage } from "../src/contract/pages";
import { dayNumber, dayOf } from "../src/days";
import { extentOf, holdsOn } from "../src/pages/timeline/extents";
import { layRows, MOST_ROWS } from "../src/pages/timeline/laying";
import { daysOf, moved, showing, stretchOf, wholeStretch, zoomed } from "../src/pages/timeline/scale";
import { barsOf, keptOrder, prepared, sceneOf, under } from "../src/pages/timeline/scene";
import { inOrder, stepped } from "../src/pages/timeline/stepping";
import { axisOf } from "../src/pages/timeline/ticks";
import { JUNE, mark, on } from "./timelineMarks";

describe("a mark is as wide as its days are imprecise", () => {
  test("one day", () => {
    const extent = extentOf(mark());
    expect(extent).toMatchObject({ lo: dayNumber("2024-06-19"), hi: dayNumber("2024-06-20"), single: true });
  });

  test("some day of June is June, and nothing of it is sure", () => {
    expect(extentOf(mark({ from: JUNE, to: JUNE }))).toMatchObject({
      lo: dayNumber("2024-06-01"),
      hi: dayNumber("2024-07-01"),
      coreLo: null,
      single: false,
    });
  });

  test("what lasted is sure from the latest beginning to the earliest end", () => {
    const extent = extentOf(mark({ from: JUNE, to: ["2024-08-05", "2024-09-30"] }));
    expect([extent?.coreLo, extent?.coreHi].map((day) => dayOf(day ?? 0))).toEqual(["2024-06-30", "2024-08-06"]);
    expect(extentOf(mark({ from: JUNE, to: ["2024-06-10", "2024-07-10"] }))?.coreLo).toBeNull();
  });

  test("an end that is not told is open, and only what is agreed or imposed goes on", () => {
    expect(extentOf(mark({ from: null }))).toMatchObject({ openLeft: true, openRight: false, single: false });
    expect(extentOf(mark({ to: null }))).toMatchObject({ openLeft: false, openRight: true });
    expect(extentOf(mark({ from: null, to: null }))).toBeNull();
    expect(holdsOn(mark({ kind: "agreement", to: null }))).toBe(true);
    expect(holdsOn(mark({ to: null }))).toBe(false);
    expect(holdsOn(mark({ kind: "agreement" }))).toBe(false);
  });

  test("an end before the beginning gives no negative width", () => {
    const extent = extentOf(mark({ from: on("2024-06-19"), to: on("2024-06-01") }));
    expect((extent?.hi ?? 0) - (extent?.lo ?? 0)).toBe(1);
  });
});

describe("the stretch that is looked at", () => {
  const whole = { from: dayNumber("2000-01-01"), to: dayNumber("2020-01-01") };

  test("what the address names is looked at, and is named again", () => {
    const stretch = stretchOf("2010-03-01", "2010-03-31", whole);
    expect(daysOf(stretch, whole)).toEqual({ from: "2010-03-01", to: "2010-03-31" });
  });

  test("all of it names no day", () => {
    expect(daysOf(whole, whole)).toEqual({ from: null, to: null });
    expect(stretchOf(null, null, whole)).toEqual(whole);
    expect(stretchOf("no day", null, whole)).toEqual(whole);
  });

  test("one day is widened, an end before the beginning does not turn it around", () => {
    const day = stretchOf("2010-03-05", "2010-03-05", whole);
    expect(day.to - day.from).toBe(4);
    expect(stretchOf("2012-01-01", "2010-01-01", whole).to).toBeGreaterThan(
      stretchOf("2012-01-01", "2010-01-01", whole).from,
    );
  });

  test("moving and zooming stay inside, and the day under the pointer stays where it is", () => {
    const stretch = stretchOf("2010-01-01", "2011-12-31", whole);
    expect(moved(stretch, -1e6, whole).from).toBe(whole.from);
    const at = stretch.from + 100;
    const near = zoomed(stretch, 0.5, at, whole);
    expect((at - near.from) / (near.to - near.from)).toBeCloseTo((at - stretch.from) / (stretch.to - stretch.from));
    expect(zoomed(stretch, 1000, at, whole)).toEqual(whole);
    expect(zoomed(stretch, 1e-9, at, whole).to - zoomed(stretch, 1e-9, at, whole).from).toBe(4);
  });

  test("a mark that is not seen is moved into view, one that is seen moves nothing", () => {
    const stretch = stretchOf("2010-01-01", "2010-12-31", whole);
    expect(showing(stretch, stretch.from + 1, stretch.from + 2, whole)).toBe(stretch);
    const later = showing(stretch, stretch.to + 50, stretch.to + 51, whole);
    expect(later.to).toBeGreaterThan(stretch.to + 51);
    expect(later.to - later.from).toBeCloseTo(stretch.to - stretch.from);
  });

  test("without anything there is still a stretch", () => {
    expect(wholeStretch(null).to).toBeGreaterThan(wholeStretch(null).from);
    const one = wholeStretch({ from: "2024-06-19", to: "2024-06-19" });
    expect(one.to - one.from).toBe(5);
  });
});

describe("the axis", () => {
  const axis = (from: string, to: string, width = 1000) => axisOf({ from: dayNumber(from), to: dayNumber(to) }, width);

  test("days under months, months under years, years alone", () => {
    expect(
      axis("2024-06-10", "2024-07-10")
        .lower.slice(0, 2)
        .map((tick) => tick.words),
    ).toEqual(["10", "11"]);
    expect(axis("2024-06-10", "2024-07-10").upper.map((tick) => tick.words)).toEqual(["June 2024", "July 2024"]);
    expect(axis("2023-06-10", "2024-12-01").upper.map((tick) => tick.words)).toEqual(["2023", "2024"]);
    expect(axis("1900-01-01", "2024-01-01").upper).toEqual([]);
  });

  test("weeks begin on Mondays", () => {
    for (const { at } of axis("2024-01-01", "2024-06-01").lower) expect(new Date(at * 86_400_000).getUTCDay()).toBe(1);
  });

  test("words have room at every zoom, also in the first centuries", () => {
    for (let days = 4; days < 800_000; days *= 1.7) {
      const from = dayNumber("0900-03-01");
      const { lower } = axisOf({ from, to: from + days }, 1000);
      expect(lower.length).toBeGreaterThan(0);
      expect(lower.length).toBeLessThan(60);
      const gaps = lower.slice(1).map((tick, n) => ((tick.at - (lower[n]?.at ?? 0)) / days) * 1000);
      expect(Math.min(...gaps, 100)).toBeGreaterThan(18);
    }
  });
});

describe("marks of a lane", () => {
  const lay = (days: string[], perDay: number) =>
    layRows(
      days.map((_, n) => n),
      days.map((day) => extentOf(mark({ from: on(day), to: on(day) }))),
      perDay,
    );

  test("those in the same 4 pixels are one with a count, those apart stand alone", () => {
    expect(lay(["2024-06-19", "2024-06-19", "2024-06-20"], 0.1).items.map((item) => item.marks.length)).toEqual([3]);
    expect(lay(["2024-06-19", "2024-06-20"], 40).items.map((item) => item.marks.length)).toEqual([1, 1]);
  });

  test("what stands near each other goes into rows and never overlaps there", () => {
    const { items, rows } = lay(["2024-06-01", "2024-06-03", "2024-06-05", "2024-06-07"], 3);
    expect(rows).toBeGreaterThan(1);
    for (const one of items)
      for (const other of items)
        if (one !== other && one.row === other.row) expect(one.x1 <= other.x0 || other.x1 <= one.x0).toBe(true);
  });

  test("nothing is lost, however many there are", () => {
    const days = Array.from({ length: 900 }, (_, n) => dayOf(dayNumber("2024-01-01") + ((n * 37) % 300)));
    const { items, rows } = lay(days, 4.2);
    expect(rows).toBeLessThanOrEqual(MOST_ROWS);
    expect(items.flatMap((item) => item.marks).sort((one, other) => one - other)).toEqual(days.map((_, n) => n));
  });

  test("a year and a month that begin alike are told apart", () => {
    const extents = [
      extentOf(mark({ from: ["2024-01-01", "2024-12-31"], to: ["2024-01-01", "2024-12-31"] })),
      extentOf(mark({ from: ["2024-01-01", "2024-01-31"], to: ["2024-01-01", "2024-01-31"] })),
      extentOf(mark({ from: ["2024-01-01", "2024-12-31"], to: ["2024-01-01", "2024-12-31"] })),
    ];
    const { items } = layRows([0, 1, 2], extents, 1);
    expect(items.map((item) => item.marks).sort()).toEqual([[0, 2], [1]]);
  });
});

describe("the scene", () => {
  const lanes = [
    { id: "country:RUS", name: "Russia", count: 1 },
    { id: "other", name: "other", count: 1 },
  ];
  const marks = [
    mark(),
    mark({ id: "two", lane: ["country:NOR"] }),
    mark({ id: "three", lane: ["country:RUS", "other"] }),
  ];
  const of = prepared(marks, new Map(), lanes);

  test("a mark stands in each of its lanes, and among the others where it has none", () => {
    expect(of.byLane.get("country:RUS")).toEqual([0, 2]);
    expect(of.byLane.get("other")).toEqual([1, 2]);
  });

  test("what is under the pointer is found, beside it nothing", () => {
    const scene = sceneOf(lanes, of, new Map(), 2, 0);
    const item = scene.lanes[0]?.items[0];
    const x = ((item?.x0 ?? 0) + (item?.x1 ?? 0)) / 2;
    expect(under(scene, of, 0, x, scene.top + 5)?.item?.marks).toEqual([0, 2]);
    expect(under(scene, of, 0, x + 80, scene.top + 5)?.item).toBeUndefined();
    expect(under(scene, of, 0, x, scene.height + 1)).toBeNull();
  });

  test("counts of what began before the days asked for raise no bar", () => {
    const bins = [
      { lane: "country:RUS", from: "2015-01-01", to: "2019-12-31", count: 900 },
      { lane: "country:RUS", from: "2020-01-01", to: "2020-01-07", count: 3 },
    ];
    const none = prepared([], new Map(), lanes);
    const asked = sceneOf(lanes, none, barsOf(bins), 2, 0, dayNumber("2020-01-01")).lanes[0];
    expect([asked?.bars.length, asked?.most, asked?.earlier?.count]).toEqual([1, 3, 900]);
    const all = sceneOf(lanes, none, barsOf(bins), 2, 0).lanes[0];
    expect([all?.bars.length, all?.most, all?.earlier]).toEqual([2, 900, null]);
  });

  test("lanes stay where they are while days change; new ones come where they rank, others last", () => {
    const lane = (id: string) => ({ id, name: id, count: 1 });
    const before = ["a", "b", "c", "other"].map(lane);
    expect(keptOrder(before, ["c", "d", "a", "other"].map(lane)).map((one) => one.id)).toEqual([
      "a",
      "d",
      "c",
      "other",
    ]);
    expect(keptOrder([], before)).toEqual(before);
  });

  test.each(["timeline", "timeline-agreements", "timeline-binned"])(
    "%s.json, which the service gives, is all drawn",
    (name) => {
      const told = JSON.parse(
        readFileSync(new URL(`../../tests/faces/service/contract/${name}.json`, import.meta.url), "utf8"),
      );
      const { lanes, marks, bins } = told as TimelinePage;
      const scene = sceneOf(lanes, prepared(marks, new Map(), lanes), barsOf(bins), 0.5, 0);
      const drawn = new Set(scene.lanes.flatMap((lane) => lane.items.flatMap((item) => item.marks)));
      expect(drawn.size).toBe(marks.length);
      const counted = scene.lanes.flatMap((lane) => lane.bars).reduce((sum, bar) => sum + bar.count, 0);
      expect(counted).toBe(bins.reduce((sum, bin) => sum + bin.count, 0));
      expect(marks.length + bins.length).toBeGreaterThan(0);
    },
  );
});

describe("stepping goes through time", () => {
  const marks = ["2024-06-20", "2024-06-01", "2024-06-10"].map((day, n) =>
    mark({ id: String(n), from: on(day), to: on(day) }),
  );
  const extents = [...marks.map(extentOf), null];
  const order = inOrder(extents);
  const all = { from: 0, to: 1e6 };

  test("in the order of days, without those that have none, and stops at the ends", () => {
    expect(order).toEqual([1, 2, 0]);
    expect(stepped(order, extents, 1, 1, all)).toBe(2);
    expect(stepped(order, extents, 0, 1, all)).toBe(0);
    expect(stepped([], extents, null, 1, all)).toBeNull();
  });

  test("the first step is to what is seen", () => {
    const seen = { from: dayNumber("2024-06-05"), to: dayNumber("2024-06-15") };
    expect(stepped(order, extents, null, 1, seen)).toBe(2);
    expect(stepped(order, extents, null, -1, seen)).toBe(2);
  });
});
