/** How states are coloured on the map: a colour, a pattern and a word each, so that no two words look alike without the colour. */
import type { FollowsPage } from "../../contract/pages";
import type { Pattern, Status } from "../map/WorldMap";

export type StateOf = FollowsPage["states"][number];

export interface Look {
  word: string;
  class: string;
  pattern?: Pattern;
}

/** By the word of a status, a promise or a stance; the order is that of the legend. */
const LOOKS: Record<string, Look> = {
  attacked: { word: "attacked", class: "follows-fill-attacked" },
  attacker: { word: "attacker", class: "follows-fill-attacker", pattern: "slanted" },
  target: { word: "target", class: "follows-fill-attacked" },
  promises: { word: "who promises", class: "follows-fill-attacked" },
  owed: { word: "owed", class: "follows-fill-owed" },
  "owed-if": { word: "owed if", class: "follows-fill-owed", pattern: "falling" },
  consult: { word: "consult", class: "follows-fill-consult", pattern: "dotted" },
  barred: { word: "barred", class: "follows-fill-barred", pattern: "crossed" },
  "may-not": { word: "may not", class: "follows-fill-may-not", pattern: "level" },
  defence: { word: "defence", class: "follows-fill-owed" },
  consultation: { word: "consultation", class: "follows-fill-consult", pattern: "dotted" },
  "non-aggression": { word: "non-aggression", class: "follows-fill-may-not", pattern: "level" },
  neutrality: { word: "neutrality", class: "follows-fill-barred", pattern: "crossed" },
  supports: { word: "supports", class: "follows-fill-consult" },
  rejects: { word: "rejects", class: "follows-fill-attacker", pattern: "slanted" },
  neutral: { word: "neutral", class: "follows-fill-may-not", pattern: "dotted" },
  allowed: { word: "nothing forbids", class: "follows-fill-plain" },
};

export function lookOf(status: string): Look {
  return LOOKS[status] ?? { word: status.replaceAll("-", " "), class: "follows-fill-other", pattern: "upright" };
}

/** Statuses by today's country; where several states of the day lay in one, the first look and all words. */
export function statusesOf(states: readonly StateOf[]): Map<string, Status> {
  const order = Object.keys(LOOKS);
  const rank = (one: StateOf) => (order.indexOf(one.status) + order.length + 1) % (order.length + 1);
  const found = new Map<string, StateOf[]>();
  for (const one of [...states].sort((a, b) => rank(a) - rank(b))) {
    for (const code of one.shapes) found.set(code, [...(found.get(code) ?? []), one]);
  }
  return new Map(
    [...found].map(([code, here]) => {
      const look = lookOf(here[0]?.status ?? "");
      const label = here.map((one) => `${one.name}: ${lookOf(one.status).word}`).join("; ");
      return [code, { label, class: look.class, mark: look.word, ...(look.pattern ? { pattern: look.pattern } : {}) }];
    }),
  );
}

/** The looks that the map shows, in the order of the legend, with how many states have each and where these lie. */
export function legendOf(states: readonly StateOf[]): { look: Look; count: number; shapes: string[] }[] {
  const found = new Map<string, StateOf[]>();
  for (const one of states) found.set(one.status, [...(found.get(one.status) ?? []), one]);
  const order = Object.keys(LOOKS);
  const place = (status: string) => (order.indexOf(status) < 0 ? order.length : order.indexOf(status));
  return [...found]
    .sort(([one], [other]) => place(one) - place(other))
    .map(([status, own]) => ({
      look: lookOf(status),
      count: own.length,
      shapes: own.flatMap((one) => one.shapes),
    }));
}

/** The state of the answer that lies, or lay, in a country. */
export function stateIn(states: readonly StateOf[], code: string): StateOf | null {
  return states.find((one) => one.country === code) ?? states.find((one) => one.shapes.includes(code)) ?? null;
}
