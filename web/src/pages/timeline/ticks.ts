/** The axis of days in two rows: small units below (days, months, years), what they belong to above. */
import type { Stretch } from "./scale";

export interface Tick {
  /** Number of the day with which it begins. */
  at: number;
  words: string;
}

export interface Axis {
  lower: Tick[];
  /** Empty where the lower row is years. */
  upper: Tick[];
}

const DAY = 86_400_000;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const LONG = "January February March April May June July August September October November December".split(" ");

interface Unit {
  /** Days of one step, about. */
  days: number;
  /** Pixels that the words of a step need. */
  room: number;
  ticks: (stretch: Stretch) => Tick[];
  upper: ((stretch: Stretch) => Tick[]) | null;
}

const months = (step: number, words: (year: number, month: number) => string) => (stretch: Stretch) => {
  const found: Tick[] = [];
  const first = dateOf(stretch.from);
  let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  for (;;) {
    const year = Math.floor(month / 12);
    const at = numberOf(year, month - year * 12, 1);
    if (at >= stretch.to) return found;
    found.push({ at, words: words(year, month - year * 12) });
    month += step;
  }
};

const days = (step: number, phase: number) => (stretch: Stretch) => {
  const found: Tick[] = [];
  // 1 January 1970 was a Thursday, so weeks begin with phase 4 on a Monday.
  for (let at = Math.floor((stretch.from - phase) / step) * step + phase; at < stretch.to; at += step)
    found.push({ at, words: String(dateOf(at).getUTCDate()) });
  return found;
};

const years = (step: number) => months(step * 12, (year) => String(year));
const ofMonths = months(1, (year, month) => `${LONG[month]} ${year}`);
const ofYears = months(12, (year) => String(year));

const UNITS: readonly Unit[] = [
  { days: 1, room: 22, ticks: days(1, 0), upper: ofMonths },
  { days: 7, room: 24, ticks: days(7, 4), upper: ofMonths },
  { days: 30.4, room: 34, ticks: months(1, (_, month) => MONTHS[month] ?? ""), upper: ofYears },
  { days: 91.3, room: 34, ticks: months(3, (_, month) => MONTHS[month] ?? ""), upper: ofYears },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((step) => ({
    days: 365.25 * step,
    room: 44,
    ticks: years(step),
    upper: null,
  })),
];

/** The ticks of a stretch that is drawn `width` pixels wide: the smallest units whose words have room. */
export function axisOf(stretch: Stretch, width: number): Axis {
  const perDay = width / (stretch.to - stretch.from);
  const unit = UNITS.find((one) => one.days * perDay >= one.room) ?? UNITS[UNITS.length - 1];
  return { lower: unit?.ticks(stretch) ?? [], upper: unit?.upper?.(stretch) ?? [] };
}

function dateOf(number: number): Date {
  return new Date(Math.floor(number) * DAY);
}

/** Date.UTC takes the years 0 to 99 for those of the 20th century. */
function numberOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / DAY);
}
