/** What a map of the world shows, whoever asks it to. */
import type { MapPage } from "../../contract/pages";
import type { Pattern } from "./patterns";

/** What is shown of a country. */
export interface Status {
  /** In words, for the eye that points at it and for screen readers: "Japan: 3 events · 2 independent reports". */
  label: string;
  /** Of the area; the style sheet gives it a `fill`. The classes world-map-0 to world-map-5 are a scale from little to much. */
  class?: string;
  /** Over the colour. */
  pattern?: Pattern;
  /** Few signs written on the country, where there is room: "3 · 2". */
  mark?: string;
}

/** Statuses by alpha-3; where marks compete for room, the first is written. */
export type Statuses = ReadonlyMap<string, Status>;

/** A line between two countries (alpha-3). */
export interface Arc {
  id: string;
  from: string;
  to: string;
  label: string;
  /** In pixels. */
  width: number;
  chosen?: boolean;
}

/** Areas that several states claim, as the data of the map give them. */
export type Disputed = MapPage["disputed"][number];

/** How a country was picked: `beside` the one that is chosen already (shift), or alone. */
export interface Picked {
  beside: boolean;
}
