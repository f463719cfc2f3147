import { describe, expect, test } from "vitest";
import { calendarOf } from "../src/pages/timeline/calendar";
import { placeOf } from "../src/pages/timeline/KnownOn";
import { commandOf, pythonOf } from "../src/pages/timeline/sameAs";
import { changesOf, compared, sinceCounts } from "../src/pages/timeline/since";
import { markWords, sidesWords, whenTold } from "../src/pages/timeline/words";
import { JUNE, mark } from "./timelineMarks";

describe("as known on a day, against now", () => {
  test("added, changed and retracted are told apart", () => {
    const then = [mark(), mark({ id: "two" }), mark({ id: "three" })];
    const now = [mark(), mark({ id: "two", modality: "denied" }), mark({ id: "four" })];
    const { marks, since } = compared(then, now);
    expect(marks.map((one) => one.id)).toEqual(["one", "two", "three", "four"]);
    expect(Object.fromEntries(since)).toEqual({ two: "changed", three: "retracted", four: "added" });
    expect(sinceCounts(since)).toEqual({ added: 1, changed: 1, retracted: 1 });
  });

  test("another report is a change; a record written again with the same content is none", () => {
    expect(changesOf(mark(), mark({ independent: 2 }))).toEqual([{ field: "independent reports", was: "1", now: "2" }]);
    expect(changesOf(mark(), mark({ recorded_at: "2026-02-01T00:00:00+00:00", confidence: 0.8 }))).toEqual([]);
    expect(changesOf(mark(), mark({ from: JUNE, to: JUNE }))).toEqual([
      { field: "when", was: "19 June 2024", now: "June 2024" },
    ]);
  });

  test("the slider stands at the last day on which something was recorded", () => {
    const recorded = ["2026-01-01", "2026-01-05", "2026-02-01"].map((day) => ({
      day,
      new: 1,
      changed: 0,
      retracted: 0,
    }));
    expect(placeOf(recorded, "2026-01-05")).toBe(1);
    expect(placeOf(recorded, "2026-01-31T12:00:00Z")).toBe(1);
    expect(placeOf(recorded, "2025-01-01")).toBe(0);
  });
});

describe("words", () => {
  const names = { "state:RUS": "Russia", "state:PRK": "North Korea" };

  test("a mark in one line", () => {
    expect(markWords(mark({ modality: "denied" }), names)).toBe(
      "19 June 2024 · Russia → North Korea: consult (denied) · reported 20 June 2024 · 1 independent report",
    );
    expect(whenTold(mark({ from: null }))).toBe("by 19 June 2024");
    expect(whenTold(mark({ to: null }))).toBe("since 19 June 2024");
    expect(sidesWords({ who: ["a", "b", "c"], whom: [] }, {}, 2)).toBe("a, b and 1 more");
  });
});

describe("the same for programs", () => {
  test("an iCalendar holds what is imprecise as long as it may be", () => {
    const text = calendarOf(
      [mark({ from: JUNE, to: JUNE, words: "a; b, c\nd" })],
      { "state:RUS": "Russia" },
      "2026-01-02T03:04:05.678Z",
    );
    expect(text).toContain("DTSTAMP:20260102T030405Z\r\n");
    expect(text).toContain("DTSTART;VALUE=DATE:20240601\r\nDTEND;VALUE=DATE:20240701\r\n");
    expect(text).toContain("a\\; b\\, c\\nd");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  test("folding cuts no letter in two", () => {
    const text = calendarOf([mark({ words: "Đặng Văn Lâm – ".repeat(20) })], {}, "2026-01-02T03:04:05Z");
    expect(text.replaceAll("\r\n ", "")).toContain("Đặng Văn Lâm – ".repeat(20));
  });

  test("the command is given where it can ask the same", () => {
    const query = (text: string) => new URLSearchParams(text);
    expect(commandOf(query("actor=state:RUS&with=state:PRK&from=2024-01-01&facts=true"))).toBe(
      "casus timeline state:RUS state:PRK --from 2024-01-01 --facts",
    );
    expect(commandOf(query("actor=person:o'brien x"))).toBe("casus timeline 'person:o'\\''brien x'");
    expect(commandOf(query("actor=a&actor=b"))).toBeNull();
    expect(commandOf(query("actor=a&modality=denied"))).toBeNull();
    expect(pythonOf(query("actor=state:RUS&known_at=2026-01-01"))).toContain(
      'Asked(actor="state:RUS", told=True, limit=None)',
    );
    expect(pythonOf(query("type=A&type=B"))).toBeNull();
  });
});
