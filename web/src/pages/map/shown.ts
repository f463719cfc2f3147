/** What of the map's data the page shows: all of it in the address, behind `view.`. */
import { type Address, type Changes, changed, dataAddress } from "../../address";

export const LISTS = ["countries", "dyads", "no-place", "disputed"] as const;
export type List = (typeof LISTS)[number];

/** `of`: the id of the country or body that is chosen, `beside`: of the second one. `stands`: whose point of view. */
export interface Shown {
  of: string | null;
  beside: string | null;
  list: List;
  stands: string | null;
}

export function shownIn(query: URLSearchParams): Shown {
  const of = query.get("view.of");
  const beside = query.get("view.with");
  const list = LISTS.find((one) => one === query.get("view.list")) ?? "countries";
  return { of, beside: of && beside !== of ? beside : null, list, stands: query.get("view.stands") };
}

/** The address of the map with changes. */
export function mapAddress(query: URLSearchParams, changes: Changes): string {
  const text = changed(query, changes).toString().replaceAll("%3A", ":").replaceAll("%40", "@");
  return text ? `/map?${text}` : "/map";
}

/** What picking a country leads to: alone, or beside the one that is chosen; picking the only chosen one again lets it go. */
export function picking(shown: Shown, id: string, beside: boolean): Changes {
  if (beside && shown.of && shown.of !== id) return { "view.with": id };
  if (shown.of === id && !shown.beside) return { "view.of": null, "view.with": null };
  return { "view.of": id, "view.with": null };
}

const FILTERS = [
  "actor",
  "with",
  "type",
  "modality",
  "about",
  "from",
  "to",
  "confidence",
  "facts",
  "as_of",
  "known_at",
];

/** Whether the address narrows what is shown. */
export function filtered(query: URLSearchParams): boolean {
  return FILTERS.some((name) => query.has(name));
}

/** Another page about the same events, those of a country: the filters go along. */
export function elsewhere(query: URLSearchParams, path: string, id: string, name: "actor" | "center"): string {
  const kept = new URLSearchParams([...query].filter(([one]) => FILTERS.includes(one)));
  const also = name === "actor" && kept.has("actor") && !kept.has("with") ? { with: id } : { [name]: id };
  return `${path}?${changed(kept, also)}`.replaceAll("%3A", ":").replaceAll("%40", "@");
}

/** Where the events of a country are asked for, counted as the map counts them. */
export function countryEvents({ query }: Address, id: string): string {
  return dataAddress({ path: "/map/country", query: changed(query, { of: id, table: null }) }, ".json");
}

/** Where the events are asked for in which both have a part. The ends are `from` and `to` there, and days have other names. */
export function dyadEvents({ query }: Address, one: string, other: string): string {
  const changes: Changes = {
    from: one,
    to: other,
    since: query.get("from"),
    until: query.get("to"),
    kind: "event",
    by: null,
    table: null,
    actor: null,
    with: null,
  };
  return dataAddress({ path: "/network/edge", query: changed(query, changes) }, ".json");
}
