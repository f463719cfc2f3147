import { describe, expect, test } from "vitest";
import { boundWords, dayNumber, dayOf, spanWords, whenWords } from "../src/days";

describe("days are said as wide as they are", () => {
  test.each([
    ["2024-06-19", "2024-06-19", "19 June 2024"],
    ["2024-06-01", "2024-06-30", "June 2024"],
    ["2024-02-01", "2024-02-29", "February 2024"],
    ["2023-02-01", "2023-02-28", "February 2023"],
    ["2024-01-01", "2024-12-31", "2024"],
    ["2022-01-01", "2024-12-31", "2022 to 2024"],
    ["2024-04-01", "2024-06-30", "April to June 2024"],
    ["2023-12-01", "2024-01-31", "December 2023 to January 2024"],
    ["1999-05-03", "1999-05-05", "3–5 May 1999"],
    ["1999-05-30", "1999-06-02", "30 May to 2 June 1999"],
    ["1999-12-30", "2000-01-02", "30 December 1999 to 2 January 2000"],
  ])("%s to %s: %s", (first, last, words) => {
    expect(boundWords(first, last)).toBe(words);
  });

  test("open and unknown ends are said", () => {
    expect(spanWords(null, null)).toBe("no day known");
    expect(spanWords(["1999-01-01", "1999-12-31"], null)).toBe("since 1999");
    expect(spanWords(null, ["1999-05-03", "1999-05-03"])).toBe("until 3 May 1999");
    expect(spanWords(["1999-01-01", "1999-12-31"], ["2004-06-01", "2004-06-30"])).toBe("1999 to June 2004");
    expect(whenWords(null)).toBe("no day known");
    expect(whenWords({ from: null, to: "1999-05-03" })).toBe("before or on 3 May 1999");
    expect(whenWords({ from: "1999-05-03", to: null })).toBe("since 3 May 1999");
  });

  test("a day is the same after counting", () => {
    for (const day of ["1900-02-28", "1969-12-31", "1970-01-01", "2000-02-29", "2024-12-31"]) {
      expect(dayOf(dayNumber(day))).toBe(day);
    }
  });
});
