/** Duties as rows: grounds that say the same of several states are one row, the most binding first. */
import type { Duty, Nothing, Premise, Proof } from "../../contract/answers";

export type Status = Duty["status"];

export const STATUSES: readonly Status[] = ["owed", "owed-if", "consult", "barred", "may-not"];

/** What each status is called, and says. */
export const STATUS_WORDS: Record<Status, { word: string; says: string }> = {
  owed: { word: "owed", says: "has promised to defend; nothing that the question leaves open stands before the duty" },
  "owed-if": { word: "owed if", says: "has promised to defend, and a condition is open" },
  consult: { word: "consult", says: "has promised to consult" },
  barred: { word: "barred", says: "its own pact with the attacker stands against helping" },
  "may-not": { word: "may not", says: "may not attack, help the attacker, or leave neutrality" },
};

export interface DutyRow {
  key: string;
  status: Status;
  states: string[];
  duties: Duty[];
  articles: string;
  /** The least sure of its records, from 0 to 1. */
  facts: number;
  lawWhy: string[];
  /** Since when it binds the first state, as its records say. */
  since: string | null;
}

export function isDuty(one: Duty | Nothing): one is Duty {
  return one.status !== "nothing";
}

/** Rows of duties in the order in which they come. */
export function dutyRows(duties: readonly Duty[]): DutyRow[] {
  const alike = grouped(duties, (one) =>
    JSON.stringify([one.status, one.agreement, one.article, one.obligation, one.condition, one.law_why, one.conflicts]),
  );
  // Articles of one agreement that keep the same states from acting are one row; help is due by each of its own.
  const rows = grouped(alike, (same) => {
    const one = same[0] as Duty;
    const states = same.map((duty) => duty.state);
    const due = one.status === "owed" || one.status === "owed-if";
    return JSON.stringify([one.status, one.agreement, due ? one.article : null, states, one.condition]);
  });
  return rows.map((same) => row(same.flat()));
}

function row(duties: Duty[]): DutyRow {
  const one = duties[0] as Duty;
  const states = [...new Set(duties.map((duty) => duty.state))];
  return {
    key: [one.status, one.agreement, one.article ?? "", states[0], states.length].join("~"),
    status: one.status,
    states,
    duties,
    articles: inWords(duties.map((duty) => duty.article)),
    facts: Math.min(...duties.map((duty) => duty.certainty.facts)),
    lawWhy: [...new Set(duties.flatMap((duty) => duty.law_why))],
    since: sinceOf(one.proof),
  };
}

/** Articles in words, each once: "art. 5", "art. 2, 10, 13"; what is no number stays as it is. */
export function inWords(articles: readonly (string | null)[]): string {
  const told = [...new Set(articles.filter((article) => article))].join(", ");
  const roman = told.split("(", 1)[0] ?? "";
  return /^\d/.test(told) || (roman !== "" && roman === roman.toUpperCase()) ? `art. ${told}` : told;
}

/** The day since which a promise binds both sides: the last of the days on which what it needs began to hold. */
export function sinceOf(proof: Proof): string | null {
  const days = records(proof)
    .filter((one) => one.kind === "party" || one.kind === "provision")
    .map((one) => beginning(one.valid))
    .filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

function records(proof: Proof): Premise[] {
  return [...proof.records, ...proof.rests_on.flatMap(records)];
}

/** The first day of a time in words: "since 2016-03-02", "1955-06-06..1991-06-30", "2024". */
function beginning(valid: string): string | null {
  return /^(?:since )?(\d{4}(?:-\d\d){0,2})/.exec(valid)?.[1] ?? null;
}

/** How many states have each status; a state of several counts for each. */
export function counts(rows: readonly DutyRow[]): Map<Status, number> {
  const found = new Map<Status, Set<string>>();
  for (const one of rows) {
    const states = found.get(one.status) ?? new Set();
    for (const state of one.states) states.add(state);
    found.set(one.status, states);
  }
  return new Map(
    STATUSES.filter((status) => found.has(status)).map((status) => [status, found.get(status)?.size ?? 0]),
  );
}

/** Things that have the same key together, in the order in which they come. */
export function grouped<T>(things: readonly T[], key: (one: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const one of things) {
    const same = found.get(key(one));
    if (same) same.push(one);
    else found.set(key(one), [one]);
  }
  return [...found.values()];
}
