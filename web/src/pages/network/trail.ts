/** What was done to the picture, so that it can be undone: each step is two states of the address. */

export interface Done {
  /** "hide Russia" */
  what: string;
  before: string;
  after: string;
}

/** `at`: how many of the steps hold now. */
export interface Trail {
  done: readonly Done[];
  at: number;
}

export const NO_TRAIL: Trail = { done: [], at: 0 };
const LONGEST = 200;

/** Parameters that only say where one looks: they are no step of their own. */
const PASSING = ["view.at", "view.on", "view.edge"];

/** A query without what only says where one looks. */
export function lasting(query: URLSearchParams): string {
  const kept = new URLSearchParams([...query].filter(([name]) => !PASSING.includes(name)));
  return kept.toString();
}

/** A query of the past, looked at from where one looks now. */
export function seenFrom(past: string, now: URLSearchParams): string {
  const query = new URLSearchParams(past);
  for (const name of PASSING) for (const value of now.getAll(name)) query.append(name, value);
  return query.toString();
}

export function acted(trail: Trail, done: Done): Trail {
  if (done.before === done.after) return trail;
  const kept = [...trail.done.slice(0, trail.at), done].slice(-LONGEST);
  return { done: kept, at: kept.length };
}

/** The step that undoing takes back, where the address is still the one that it led to. */
export function undoes(trail: Trail, now: string): Done | null {
  const last = trail.done[trail.at - 1];
  return last && last.after === now ? last : null;
}

/** The step that comes again, where one was undone. */
export function redoes(trail: Trail, now: string): Done | null {
  const next = trail.done[trail.at];
  return next && next.before === now ? next : null;
}

/** The trail where the reader went back or forth by the browser: the place on it that fits the address. */
export function followed(trail: Trail, now: string): Trail {
  if (trail.done[trail.at - 1]?.after === now || trail.done[trail.at]?.before === now) return trail;
  for (let at = trail.done.length; at >= 0; at -= 1) {
    if (trail.done[at - 1]?.after === now || trail.done[at]?.before === now) return { ...trail, at };
  }
  return NO_TRAIL;
}
