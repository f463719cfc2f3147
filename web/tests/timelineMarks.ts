/** Marks to test the timeline with. */
import type { LaneMark } from "../src/pages/timeline/scene";

export function mark(of: Partial<LaneMark> = {}): LaneMark {
  return {
    id: "one",
    kind: "event",
    type: "CONSULT",
    what: "CONSULT",
    modality: "actual",
    negated: false,
    from: ["2024-06-19", "2024-06-19"],
    to: ["2024-06-19", "2024-06-19"],
    who: ["state:RUS"],
    whom: ["state:PRK"],
    place: null,
    words: "met in Pyongyang",
    said_by: [],
    reported: ["2024-06-20"],
    reports: 1,
    independent: 1,
    confidence: 0.9,
    cited: false,
    recorded_at: "2026-01-01T00:00:00+00:00",
    lane: ["country:RUS"],
    ...of,
  };
}

export const on = (day: string): [string, string] => [day, day];
export const JUNE: [string, string] = ["2024-06-01", "2024-06-30"];
