import { expect, test } from "vitest";
import { MODALITIES } from "../src/contract/reading";
import { isDay } from "../src/parts/DayInput";
import { lineOf } from "../src/parts/modalityLine";
import { counted, sourcesWords } from "../src/parts/Sources";

test("counts are said in words, in threes", () => {
  expect([0, 1, 999, 1000, 1234567].map((n) => counted(n, "event"))).toEqual([
    "0 events",
    "1 event",
    "999 events",
    "1,000 events",
    "1,234,567 events",
  ]);
  expect(sourcesWords({ events: 3, independent: 1 })).toBe("3 events · 1 independent report");
  expect(sourcesWords({ independent: 2 })).toBe("2 independent reports");
});

test("a day is a day of the calendar", () => {
  expect(["2024-02-29", "1999-12-31"].map(isDay)).toEqual([true, true]);
  expect(["2023-02-29", "2024-13-01", "2024-6-1", "today", ""].map(isDay)).toEqual([false, false, false, false, false]);
});

test("what happened, what was denied and what only may be are drawn each in another way", () => {
  const drawn = (modality: string) => JSON.stringify(lineOf(modality));
  const kinds = [
    ["actual"],
    ["denied"],
    ["planned", "promised"],
    ["threatened", "demanded"],
    ["possible"],
    ["conditional", "supposed"],
  ];
  expect(kinds.flat().sort()).toEqual([...MODALITIES].sort());
  expect(new Set(kinds.map(([one]) => drawn(one as string))).size).toBe(kinds.length);
  for (const kind of kinds) expect(new Set(kind.map(drawn)).size).toBe(1);
});
