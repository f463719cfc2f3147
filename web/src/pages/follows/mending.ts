/** What a reader may have meant by a name that nobody knows, or that is several's, as the service says it. */
import { type Changes, changed } from "../../address";
import { asAsked } from "./questions";

export interface Mend {
  name: string;
  changes: Changes;
}

/** The names that a problem offers, and what each changes in the address. */
export function mends(detail: string, query: URLSearchParams): Mend[] {
  const wrong = /'([^']+)'/.exec(detail)?.[1];
  const offered = /(?:near:|may be) (.+)$/.exec(detail)?.[1];
  if (!wrong || !offered) return [];
  const names = [...offered.matchAll(/([^,;()]+) \(([a-z_]+:[^)]+)\)/g)];
  return names.flatMap(([, name = "", id = ""]) => {
    const changes = replaced(query, wrong, asAsked(id));
    return changes ? [{ name: name.trim(), changes }] : [];
  });
}

/** The address with another word in place of the wrong one: for a whole value, or within a supposition. */
function replaced(query: URLSearchParams, wrong: string, right: string): Changes | null {
  for (const [name, value] of query) {
    if (name !== "claim" && value === wrong) return { [name]: right };
  }
  const claims = query.getAll("claim");
  const mended = claims.map((claim) => within(claim, wrong, right));
  return mended.some((claim, n) => claim !== claims[n]) ? { claim: mended } : null;
}

function within(claim: string, wrong: string, right: string): string {
  const word = wrong.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return claim.replace(new RegExp(`(^|\\s)["']?${word}["']?(?=\\s|$)`), `$1${right}`);
}

/** The address of a mend. */
export function mended(query: URLSearchParams, { changes }: Mend): string {
  return `/follows?${changed(query, changes)}`;
}
