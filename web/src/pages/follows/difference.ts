/** What suppositions change, side by side: without them and with them. */
import type {
  Duty,
  Ground,
  Lifting,
  Promised,
  Proof,
  SupposedAttack,
  SupposedLift,
  SupposedTransfer,
} from "../../contract/answers";
import { grouped, inWords, isDuty } from "./duties";

export type Mark = "added" | "gone" | "changed" | "same";

export const MARKS: Record<Mark, { sign: string; word: string }> = {
  added: { sign: "+", word: "added" },
  gone: { sign: "−", word: "gone" },
  changed: { sign: "≠", word: "changed" },
  same: { sign: "=", word: "same" },
};

/** One line: what it is about, what holds of it without and with what is supposed (null: nothing does). */
export interface Change {
  key: string;
  mark: Mark;
  states: string[];
  /** The id of the agreement, regime or measure by which it holds, and where in it. */
  by: string;
  title: string | null;
  article: string;
  without: string | null;
  with: string | null;
  toward: string[];
  /** Why it holds, by state; what is gone for a duty has none. */
  proofs: Reasoning[];
}

export interface Reasoning {
  state: string;
  proof: Proof;
  changes: readonly string[];
}

const ORDER: readonly Mark[] = ["changed", "gone", "added", "same"];

/** Duties of a supposed attack without and with the other suppositions; first what differs. */
export function ofDuties(one: SupposedAttack): Change[] {
  const now = one.duties.filter(isDuty);
  const added = new Set(one.added.map(whole));
  const proven = new Map(
    now.map((duty) => [whole(duty), { state: duty.state, proof: duty.proof, changes: duty.changes }]),
  );
  const titles = new Map<string, string>(now.map((duty) => [duty.agreement, duty.title]));
  const before: Ground[] = [...now.filter((duty) => !added.has(whole(duty))), ...one.lost];
  const pairs = new Map<string, { without: Ground[]; with: Ground[] }>();
  for (const [side, grounds] of [
    ["without", before],
    ["with", now],
  ] as const) {
    for (const ground of grounds) {
      const key = JSON.stringify([ground.state, ground.toward, ground.agreement, ground.article]);
      const pair = pairs.get(key) ?? { without: [], with: [] };
      pair[side].push(ground);
      pairs.set(key, pair);
    }
  }
  const lines = [...pairs.values()].map(({ without, with: held }): Change => {
    const ground = (held[0] ?? without[0]) as Ground;
    const [left, right] = [told(without), told(held)];
    return {
      key: "",
      mark: left === right ? "same" : left === null ? "added" : right === null ? "gone" : "changed",
      states: [ground.state],
      by: ground.agreement,
      title: titles.get(ground.agreement) ?? null,
      article: inWords([ground.article]),
      without: left,
      with: right,
      toward: [ground.toward],
      proofs: held.flatMap((one) => proven.get(whole(one)) ?? []),
    };
  });
  return together(lines);
}

/** Promises that an end of an agreement, or an accession, takes away or adds. */
export function ofPromises(added: readonly Promised[], lost: readonly Promised[]): Change[] {
  const line = (one: Promised, mark: "added" | "gone"): Change => ({
    key: "",
    mark,
    states: [one.state],
    by: one.agreement,
    title: one.title,
    article: inWords([one.article]),
    without: mark === "gone" ? one.provides : null,
    with: mark === "added" ? one.provides : null,
    toward: one.toward,
    proofs: [{ state: one.state, proof: one.proof, changes: [] }],
  });
  return together([...lost.map((one) => line(one, "gone")), ...added.map((one) => line(one, "added"))]);
}

/** Measures against a transfer without and with the suppositions. */
export function ofMeasures(one: SupposedTransfer): Change[] {
  const line = (found: Lifting, mark: "gone" | "same"): Change => ({
    key: "",
    mark,
    states: [],
    by: found.regime ?? found.measure,
    title: found.scope,
    article: [found.resolution, found.paragraph && `para. ${found.paragraph}`].filter(Boolean).join(" "),
    without: found.verdict,
    with: mark === "same" ? found.verdict : null,
    toward: [],
    proofs: [{ state: "", proof: found.proof, changes: [] }],
  });
  return together([
    ...one.lost.map((found) => line(found, "gone")),
    ...one.forbidden_by.map((found) => line(found, "same")),
  ]);
}

/** The measures that are lifted. */
export function ofLifted(one: SupposedLift): Change[] {
  return together(
    one.lost.map((found) => ({
      key: "",
      mark: "gone",
      states: [],
      by: found.regime ?? found.measure,
      title: found.kind.replaceAll("-", " "),
      article: found.resolution ?? "",
      without: "in force",
      with: null,
      toward: [],
      proofs: [],
    })),
  );
}

/** The verdict on a transfer without what else is supposed. */
export function verdictWithout(one: SupposedTransfer): string {
  const verdicts = [...one.lost, ...one.forbidden_by].map((found) => found.verdict);
  if (verdicts.includes("forbidden")) return "forbidden";
  return verdicts[0] ?? "allowed";
}

/** Lines that differ in their state alone as one, what differs first. */
function together(lines: readonly Change[]): Change[] {
  const alike = grouped(lines, (one) =>
    JSON.stringify([one.mark, one.by, one.article, one.title, one.without, one.with, one.toward]),
  );
  return alike
    .map((same): Change => {
      const one = same[0] as Change;
      const states = [...new Set(same.flatMap((line) => line.states))];
      return {
        ...one,
        states,
        key: [one.mark, one.by, one.article, one.without, one.with, one.toward, states].join("~"),
      };
    })
    .sort((one, other) => ORDER.indexOf(one.mark) - ORDER.indexOf(other.mark));
}

function told(grounds: readonly Ground[]): string | null {
  if (grounds.length === 0) return null;
  const words = grounds.map((one) => (one.condition ? `${plain(one.status)} ${one.condition}` : plain(one.status)));
  return [...new Set(words)].sort().join("; ");
}

function plain(status: Duty["status"]): string {
  return status.replace("-", " ");
}

function whole(one: Ground): string {
  return JSON.stringify([one.state, one.status, one.toward, one.agreement, one.article, one.condition]);
}
