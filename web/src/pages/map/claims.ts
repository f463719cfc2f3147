/** Disputed areas: which shapes they are, who claims them in words, and how they look from where somebody stands. */
import type { Shape } from "./atlas";
import type { Disputed } from "./status";

export type NameOf = (code: string) => string;

/** By id of a shape: the disputed areas that it is. The pieces of our own data come before the codes that the ledger gives. */
export function areasOfShapes(shapes: readonly Shape[], disputed: readonly Disputed[]): Map<string, Disputed> {
  const drawn = new Set(shapes.map(({ area }) => area).filter((area) => area !== null));
  const found = new Map<string, Disputed>();
  for (const shape of shapes) {
    const area =
      disputed.find(({ id }) => id === shape.area) ??
      disputed.find(({ id, shapes: codes }) => !drawn.has(id) && shape.code !== null && codes.includes(shape.code));
    if (area) found.set(shape.id, area);
  }
  return found;
}

/** Areas that no shape shows, so that they are marked by a point. */
export function withoutShape(shapes: readonly Shape[], disputed: readonly Disputed[]): Disputed[] {
  const shown = new Set([...areasOfShapes(shapes, disputed).values()].map(({ id }) => id));
  return disputed.filter(({ id }) => !shown.has(id));
}

/** "Golan Heights: held by Israel, claimed by Israel and Syria". A code without a name is the area's own government. */
export function claimWords({ name, held_by, claimants }: Disputed, nameOf: NameOf): string {
  const called = (code: string) => {
    const known = nameOf(code);
    return known === code || known === name ? "its own government" : known;
  };
  return `${name}: held by ${listed(held_by.map(called))}, claimed by ${listed(claimants.map(called))}`;
}

/** Whose country an area is drawn as: of who stands there where they claim it, else (null) as it is held. */
export function drawnAs(area: Disputed | undefined, stands: string | null): string | null {
  return area && stands && area.claimants.includes(stands) ? stands : null;
}

/** Those from whose point of view something on the map looks different. */
export function pointsOfView(shapes: readonly Shape[], disputed: readonly Disputed[]): string[] {
  const found = new Set<string>();
  const areas = areasOfShapes(shapes, disputed);
  const codes = new Set(shapes.map(({ code }) => code));
  for (const shape of shapes) {
    for (const claimant of areas.get(shape.id)?.claimants ?? []) {
      if (claimant !== shape.code && codes.has(claimant)) found.add(claimant);
    }
  }
  return [...found].sort();
}

/** "Israel", "Israel and Syria", "China, Taiwan and Vietnam". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
