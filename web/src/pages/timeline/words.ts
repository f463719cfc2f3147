/** A mark in words: for the line under the pointer, the table, and screen readers. */
import type { Mark, Names } from "../../contract/pages";
import { boundWords, dayWords, spanWords } from "../../days";
import { counted } from "../../parts/Sources";

/** Classes of ids that have a page of their own. */
const WITH_PAGE = new Set(["state", "country", "org", "group", "bloc", "person", "agreement", "regime"]);

export function hasPage(id: string): boolean {
  return WITH_PAGE.has(id.split(":", 1)[0] ?? "");
}

export function nameOf(id: string, names: Names): string {
  return names[id] ?? id;
}

/** Codes of the ledger in small letters: "ASSAULT" is "assault". */
export function whatWords(mark: Pick<Mark, "what">): string {
  return mark.what === mark.what.toUpperCase() ? mark.what.toLowerCase() : mark.what;
}

/** When it was, as it is told: an event with an open beginning was by a day, an agreement with an open end is since one. */
export function whenTold(mark: Pick<Mark, "from" | "to">): string {
  const { from, to } = mark;
  if (!from && to) return `by ${boundWords(to[0], to[1])}`;
  return spanWords(from, to);
}

export function howTold(mark: Pick<Mark, "modality" | "negated">): string {
  return mark.negated ? `${mark.modality} not to be` : mark.modality;
}

export function sidesWords(mark: Pick<Mark, "who" | "whom">, names: Names, most = 4): string {
  const told = (ids: readonly string[]) => {
    const shown = ids.slice(0, most).map((id) => nameOf(id, names));
    return ids.length > most ? `${shown.join(", ")} and ${ids.length - most} more` : shown.join(", ");
  };
  return [told(mark.who), told(mark.whom)].filter(Boolean).join(" → ");
}

export function reportedWords(mark: Pick<Mark, "reported">): string {
  if (mark.reported.length === 0) return "day of the report not known";
  const [first, ...others] = mark.reported.map(dayWords);
  return others.length > 0 ? `${first} and on ${counted(others.length, "other day")}` : (first ?? "");
}

/** One line. */
export function markWords(mark: Mark, names: Names): string {
  const sides = sidesWords(mark, names);
  const how = mark.modality === "actual" && !mark.negated ? "" : ` (${howTold(mark)})`;
  const parts = [
    whenTold(mark),
    `${sides ? `${sides}: ` : ""}${whatWords(mark)}${how}`,
    `reported ${reportedWords(mark)}`,
    counted(mark.independent, "independent report"),
  ];
  return parts.join(" · ");
}

/** How sure a number from 0 to 1 is, in words beside it. */
export function sureWords(confidence: number): string {
  const word =
    confidence >= 0.9
      ? "very likely right"
      : confidence >= 0.7
        ? "likely right"
        : confidence >= 0.5
          ? "in doubt"
          : "much in doubt";
  return `${word} (${confidence.toFixed(2)})`;
}
