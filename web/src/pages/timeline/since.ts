/** What the ledger learnt after a day: marks as known then, beside those as known now. */
import type { Mark } from "../../contract/pages";
import { spanWords } from "../../days";

/** `added`: known only since; `retracted`: known then, no longer held; `changed`: told otherwise now. */
export type Since = "added" | "retracted" | "changed";

export interface Compared<M extends Mark = Mark> {
  /** What was known then, and after it what was added since. */
  marks: M[];
  since: Map<string, Since>;
  /** As they are known now, by id. */
  now: Map<string, M>;
}

export const SIGNS: Record<Since, string> = { added: "+", retracted: "×", changed: "Δ" };
export const SINCE_WORDS: Record<Since, string> = {
  added: "added since",
  retracted: "retracted since",
  changed: "changed since",
};

/** Compares by id. Both lists are of the same days and filters. */
export function compared<M extends Mark>(then: readonly M[], now: readonly M[]): Compared<M> {
  const known = new Map(now.map((mark) => [mark.id, mark]));
  const since = new Map<string, Since>();
  for (const mark of then) {
    const other = known.get(mark.id);
    if (!other) since.set(mark.id, "retracted");
    else if (changesOf(mark, other).length > 0) since.set(mark.id, "changed");
  }
  const before = new Set(then.map((mark) => mark.id));
  const added = now.filter((mark) => !before.has(mark.id));
  for (const mark of added) since.set(mark.id, "added");
  return { marks: [...then, ...added], since, now: known };
}

export interface ChangeOf {
  field: string;
  was: string;
  now: string;
}

/** What a mark tells otherwise now, in words. */
export function changesOf(then: Mark, now: Mark): ChangeOf[] {
  const told: [string, (mark: Mark) => string][] = [
    ["what", (mark) => mark.what],
    ["type", (mark) => mark.type ?? ""],
    ["told as", (mark) => (mark.negated ? `${mark.modality} not to be` : mark.modality)],
    ["when", (mark) => spanWords(mark.from, mark.to)],
    ["who", (mark) => mark.who.join(", ")],
    ["to whom", (mark) => mark.whom.join(", ")],
    ["where", (mark) => mark.place ?? ""],
    ["on whose word", (mark) => mark.said_by.join(" › ")],
    ["independent reports", (mark) => String(mark.independent)],
    ["words", (mark) => mark.words],
  ];
  return told
    .map(([field, of]) => ({ field, was: of(then), now: of(now) }))
    .filter((one) => one.was !== one.now && !(one.field === "type" && then.what !== now.what));
}

/** How many of each, for the line beside the slider. */
export function sinceCounts(since: Map<string, Since>): Record<Since, number> {
  const counts: Record<Since, number> = { added: 0, retracted: 0, changed: 0 };
  for (const one of since.values()) counts[one] += 1;
  return counts;
}
