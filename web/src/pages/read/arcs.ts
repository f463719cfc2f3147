/** From whom to whom: the mentions of a claim's actors that stand nearest to the word that names it. */
import type { Claim, Span } from "../../contract/reading";
import { carriersOf, nameOf, partiesOf, type Register } from "./describing";

/** One end of an arc; the other is the claim's own word. */
export interface End {
  role: "who" | "to whom" | "said by";
  name: string;
  span: Span;
}

/** The word that names a claim: what triggers an event, the cue of a statement, else its first word. */
export function wordOf(claim: Claim): Span {
  if (claim.kind === "event" && claim.trigger) return claim.trigger;
  if (claim.kind === "statement" && claim.cue?.[0]) return claim.cue[0];
  const [start, end] = claim.spans[0] as Span;
  return [start, Math.min(end, start + 1)];
}

/** The ends of a claim's arcs: who does it, to whom, who says it. */
export function endsOf(claim: Claim, register: Register): End[] {
  const word = wordOf(claim);
  const { who, whom } = partiesOf(claim);
  const ends: End[] = [];
  const add = (role: End["role"], actor: string) => {
    const span = nearest(register.actors.get(actor)?.mentions.map((mention) => mention.span) ?? [], word);
    if (span) ends.push({ role, name: nameOf(register, actor), span });
  };
  for (const actor of who) add("who", actor);
  for (const actor of whom) add("to whom", actor);
  const carrier = carriersOf(register, claim).at(-1);
  if (carrier) {
    const source = carrier.source?.[0];
    if (source) ends.push({ role: "said by", name: nameOf(register, carrier.speaker), span: source });
    else add("said by", carrier.speaker);
  }
  return ends.filter((end) => end.span[0] !== word[0]);
}

/** The span that is nearest to another, before it or after. */
export function nearest(spans: readonly Span[], to: Span): Span | null {
  let best: Span | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    const apart = Math.max(to[0] - span[1], span[0] - to[1], 0);
    if (apart < least) {
      least = apart;
      best = span;
    }
  }
  return best;
}

/** A curve between two points over the lines between them, as an SVG path; pixels. */
export function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const rise = from.y === to.y ? Math.min(6 + Math.abs(to.x - from.x) / 14, 18) : 10;
  const top = Math.min(from.y, to.y) - rise;
  return `M ${from.x} ${from.y} C ${from.x} ${top}, ${to.x} ${top}, ${to.x} ${to.y}`;
}

/** Beyond so many lines an end is named in the card instead of drawn. */
export const FAR_LINES = 7;
