/** What became of a record: who did what to it when, and what it says otherwise since. */
import type { LedgerRecord } from "../../contract/ledger";
import { type Body, type Called, otherwise } from "./bodies";

export interface Step {
  id: string;
  at: string;
  did: string;
  /** Whether a person did it. */
  byHand: boolean;
  by: string;
  why: string | null;
  changes: { words: string; was: string; is: string }[];
}

/** The steps of a fact, the first one first. */
export function stepsOf(records: readonly LedgerRecord[], called: Called): Step[] {
  return records.map((record, n) => {
    const before = records[n - 1];
    const changed = before ? [...validity(before, record), ...otherwise(body(before), body(record), called)] : [];
    return {
      id: record.id,
      at: record.recorded_at,
      did: didWords(record),
      byHand: isByHand(record),
      by: byWords(record),
      why: record.why ?? null,
      changes: changed,
    };
  });
}

/** Whether a record is a person's word: an extractor "hand", or that of a hand done again. */
export function isByHand(record: LedgerRecord): boolean {
  return record.extractor.startsWith("hand");
}

function didWords(record: LedgerRecord): string {
  if (record.did === "undid") return "took back the change before";
  return record.did ?? (record.retracted ? "retracted" : record.supersedes ? "changed" : "learnt");
}

function byWords(record: LedgerRecord): string {
  if (isByHand(record)) return "by hand";
  if (record.extractor.startsWith("casus-world")) return "from reference facts";
  return `by reading (${record.extractor})`;
}

function body(record: LedgerRecord): Body {
  return record.body as Body;
}

function validity(before: LedgerRecord, after: LedgerRecord): { words: string; was: string; is: string }[] {
  return (["from", "to"] as const)
    .filter((end) => JSON.stringify(before.valid[end]) !== JSON.stringify(after.valid[end]))
    .map((end) => ({
      words: end === "from" ? "begins" : "ends",
      was: before.valid[end]?.join(" to ") ?? "not said",
      is: after.valid[end]?.join(" to ") ?? "not said",
    }));
}

/** "24 November 2026, 21:45 UTC". */
export function momentWords(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const day = at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `${day}, ${at.toISOString().slice(11, 16)} UTC`;
}
