/** Days as they are known: what is imprecise is said as wide as it is. Days are YYYY-MM-DD, both ends inside. */

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A first and a last day in words: "19 June 2024", "June 2024", "2024", "3–5 May 1999", "30 May to 2 June 1999". */
export function boundWords(first: string, last: string): string {
  if (first === last) return dayWords(first);
  const [y1, m1, d1] = parts(first);
  const [y2, m2, d2] = parts(last);
  const whole = d1 === 1 && d2 === lastDay(y2, m2);
  if (whole && m1 === 1 && m2 === 12) return y1 === y2 ? `${y1}` : `${y1} to ${y2}`;
  if (whole && y1 === y2) return m1 === m2 ? `${month(m1)} ${y1}` : `${month(m1)} to ${month(m2)} ${y1}`;
  if (whole) return `${month(m1)} ${y1} to ${month(m2)} ${y2}`;
  if (y1 === y2 && m1 === m2) return `${d1}–${d2} ${month(m1)} ${y1}`;
  return y1 === y2 ? `${d1} ${month(m1)} to ${dayWords(last)}` : `${dayWords(first)} to ${dayWords(last)}`;
}

/** "19 June 2024". */
export function dayWords(day: string): string {
  const [year, m, d] = parts(day);
  return `${d} ${month(m)} ${year}`;
}

/** A day of any year: "19 June". */
export function dayOfYearWords(m: number, d: number): string {
  return `${d} ${month(m)}`;
}

type Bound = readonly [string, string] | null;

/** A time with two imprecise ends in words. `null` at both ends: not known; at one: open there. */
export function spanWords(from: Bound, to: Bound): string {
  if (!from && !to) return "no day known";
  if (!from && to) return `until ${boundWords(to[0], to[1])}`;
  if (from && !to) return `since ${boundWords(from[0], from[1])}`;
  if (from && to && from[0] === to[0] && from[1] === to[1]) return boundWords(from[0], from[1]);
  return `${boundWords(...(from as [string, string]))} to ${boundWords(...(to as [string, string]))}`;
}

/** The `when` of a claim in words: a closed interval of days whose ends may be open. */
export function whenWords(when: { from: string | null; to: string | null } | null | undefined): string {
  if (!when || (!when.from && !when.to)) return "no day known";
  if (!when.from) return `before or on ${dayWords(when.to as string)}`;
  if (!when.to) return `since ${dayWords(when.from)}`;
  return boundWords(when.from, when.to);
}

/** Days since 1 January 1970 of a day; for drawing only. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The day of such a number. */
export function dayOf(number: number): string {
  return new Date(Math.round(number) * 86_400_000).toISOString().slice(0, 10);
}

function parts(day: string): [number, number, number] {
  const [year, m, d] = day.split("-").map(Number);
  return [year ?? 0, m ?? 1, d ?? 1];
}

function month(number: number): string {
  return MONTHS[number - 1] ?? `month ${number}`;
}

function lastDay(year: number, m: number): number {
  return new Date(Date.UTC(year, m, 0)).getUTCDate();
}
