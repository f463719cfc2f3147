/** The state of a page lives in its address: what it shows, filtered how, as known when. */
import { useEffect, useState } from "preact/hooks";

/** Where the reader is: a path, and parameters. Parameters whose name begins with `view.` are no question about data. */
export interface Address {
  path: string;
  query: URLSearchParams;
}

/** What to set; null takes a parameter out, a list sets it several times. */
export type Changes = Record<string, string | readonly string[] | null | undefined>;

/** Parameters that hold on every page, so links between pages carry them. */
const CARRIED = ["as_of", "known_at"];
const MOVED = "casus:moved";

export function address(): Address {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

/** The address, and a new rendering whenever it changes. */
export function useAddress(): Address {
  const [now, setNow] = useState(address);
  useEffect(() => {
    const moved = () => setNow(address());
    addEventListener("popstate", moved);
    addEventListener(MOVED, moved);
    moved();
    return () => {
      removeEventListener("popstate", moved);
      removeEventListener(MOVED, moved);
    };
  }, []);
  return now;
}

/** Goes to an address of these pages. `replace`: without a step for "back" (typing, dragging). */
export function navigate(to: string, { replace = false } = {}): void {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  dispatchEvent(new Event(MOVED));
}

/** Changes parameters of the address that is shown. Several changes of one moment may follow each other. */
export function setQuery(changes: Changes, how: { replace?: boolean } = {}): void {
  navigate(written(location.pathname, changed(address().query, changes)), how);
}

/** A query with changes; the given one stays as it is. */
export function changed(query: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    const values = value === null || value === undefined ? [] : typeof value === "string" ? [value] : value;
    for (const one of values) if (one !== "") next.append(name, one);
  }
  return next;
}

/** The address of a page with parameters, and with those of the present one that hold everywhere. */
export function href(path: string, parameters: Changes = {}): string {
  const carried = new URLSearchParams();
  const now = address().query;
  for (const name of CARRIED) for (const value of now.getAll(name)) carried.append(name, value);
  return written(path, changed(carried, parameters));
}

/** The address of the data that a page shows: its own, with an ending and without what is only view. */
export function dataAddress({ path, query }: Address, ending: ".json" | ".csv"): string {
  const asked = new URLSearchParams();
  for (const [name, value] of query) if (!name.startsWith("view.")) asked.append(name, value);
  return written((path === "/" ? "/index" : path) + ending, asked);
}

/** An id as one segment of a path. */
export function segment(id: string): string {
  return encodeURIComponent(id).replaceAll("%3A", ":").replaceAll("%40", "@");
}

/** The page of an actor, agreement or regime, by its id and kind (of the ledger: state, person, agreement, regime, ...). */
export function entityPath(id: string, kind?: string): string {
  const type = kind ?? id.split(":", 1)[0];
  return `/${type === "agreement" || type === "regime" ? type : "actor"}/${segment(id)}`;
}

function written(path: string, query: URLSearchParams): string {
  const text = query.toString().replaceAll("%3A", ":").replaceAll("%40", "@");
  return text ? `${path}?${text}` : path;
}

/** Lets plain clicks on links between these pages change the address without a load. Returns how to stop that. */
export function followLinks(root: HTMLElement): () => void {
  const clicked = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.pathname.startsWith("/api/") || /\.(json|csv)$/.test(link.pathname)) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  };
  root.addEventListener("click", clicked);
  return () => root.removeEventListener("click", clicked);
}
